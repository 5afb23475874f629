const LATEST_MS = { loaded: 3_000, idle: 1_000 }

/** Once the page has loaded and the browser has a moment: what makes numbers live must not hold up what is first seen. */
export const whenQuiet = async (): Promise<void> => {
  await Promise.race([loaded(), new Promise((resolve) => setTimeout(resolve, LATEST_MS.loaded))])
  if (!('requestIdleCallback' in window)) return // Safari
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: LATEST_MS.idle }))
}

const loaded = async (): Promise<void> => {
  if (document.readyState === 'complete') return
  await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }))
}
