import { onMount } from 'svelte'
import { isEntering } from './entering.ts'

/**
 * The present by the server's clock, in milliseconds: what a page was rendered at plus what has passed since, ticking
 * each second once the page is alive. A phone's wrong clock changes nothing.
 */
export const serverNow = (renderedAt: () => string): { readonly current: number } => {
  let serverAtZero = $state<number | null>(null)
  let elapsed = $state(0)
  $effect(() => {
    // Times written into the document's first page are as old as its answer's first byte.
    const rendered = Date.parse(renderedAt())
    serverAtZero = rendered - (isEntering() ? arrivedAt() : performance.now())
    elapsed = performance.now()
  })
  onMount(() => {
    const timer = setInterval(() => (elapsed = performance.now()), 1000)
    return () => clearInterval(timer)
  })
  return {
    get current() {
      return serverAtZero === null ? Date.parse(renderedAt()) : serverAtZero + elapsed
    },
  }
}

/** When the first page's answer began to arrive: closest to when the server wrote its time into it. */
const arrivedAt = (): number => {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return navigation?.responseStart ?? performance.now()
}

/** "14:32", "0:00" */
export const clockText = (millis: number): string => {
  const seconds = Math.max(0, Math.ceil(millis / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
