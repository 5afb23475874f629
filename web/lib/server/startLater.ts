/** How long the first picture may keep the script waiting: on a network this slow the page is read without it. */
const PICTURE_MS_MAX = 2_000

const KIT_IMPORTS = /Promise\.all\(\[\s*import\(("[^"]+")\),\s*import\(("[^"]+")\)\s*\]\)/

/**
 * Lets a page's script begin once its first picture is seen: every page works without it, and until then its files
 * would only share the network with what people look at. `files` are then fetched all at once.
 */
export const startLater = (html: string, files: readonly string[], locale: 'en' | 'es'): string =>
  html.replace(KIT_IMPORTS, (_all, start: string, app: string) => {
    const [hrefs, starts, runs] = [JSON.stringify(files), start, app].map((text) => inLanguage(text, locale))
    return `(${whenSeen.toString()})(${PICTURE_MS_MAX}).then(() => {
        for (const href of ${hrefs})
          document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
        return Promise.all([import(${starts}), import(${runs})])
      })`
  })

/** Names the built files that have the page's own words (web/languageTwins.ts). */
const inLanguage = (text: string, locale: 'en' | 'es'): string =>
  locale === 'es' ? text.replaceAll(/(?<=_app\/immutable\/[\w./-]+)\.js(?=")/g, '.es.js') : text

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
