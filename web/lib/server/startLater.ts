/** How long the first picture may keep the script waiting: on a network this slow the page is read without it. */
const PICTURE_MS_MAX = 2_000

const KIT_IMPORTS = /Promise\.all\(\[\s*import\(("[^"]+")\),\s*import\(("[^"]+")\)\s*\]\)/

/**
 * Lets a page's script begin once its first picture is seen: every page works without it, and until then its files
 * would only share the network with what people look at. `files` are then fetched all at once.
 */
export const startLater = (html: string, files: readonly string[]): string =>
  html.replace(
    KIT_IMPORTS,
    (_all, start: string, app: string) =>
      `(${whenSeen.toString()})(${PICTURE_MS_MAX}).then(() => {
        for (const href of ${JSON.stringify(files)})
          document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
        return Promise.all([import(${start}), import(${app})])
      })`,
  )

/** Runs in the browser, from the page's own text. */
const whenSeen = async (millisMax: number): Promise<void> => {
  const picture = document.querySelector<HTMLImageElement>('img[fetchpriority=high]')
  if (picture === null || document.hidden) return
  const shown = picture.decode().then(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    () => undefined,
  )
  await Promise.race([shown, new Promise((resolve) => setTimeout(resolve, millisMax))])
}
