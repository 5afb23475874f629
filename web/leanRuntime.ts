import type { Plugin } from 'vite'

const CLASSES = /\/svelte\/src\/(?:internal\/client\/dom\/elements\/custom-element|reactivity\/[\w-]+)\.js$/
const KIT_CLIENT = /\/@sveltejs\/kit\/src\/runtime\/client\/client\.js$/
const LANGUAGE = /\/kernel\/i18n\/runtime\.js$/

/** What the browser needs of the languages' runtime: which one the page is in, and a path without it. */
const LANGUAGE_HERE = `
export const experimentalStaticLocale = undefined
export const getLocale = () => document.documentElement.lang
export const deLocalizeUrl = (url) => {
  const bare = new URL(url)
  bare.pathname = bare.pathname.replace(/^\\/es(?=\\/|$)/, '') || '/'
  return bare
}`

/** In the browser Svelte, Kit and the languages' runtime bring only what our pages use of them. */
export const leanRuntime = (): Plugin => ({
  name: 'mayago-lean-runtime',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  load: (id) => (LANGUAGE.test(id) ? LANGUAGE_HERE : null),
  transform(code, id) {
    // Classes that stay although nothing uses them, because making one looks like an effect.
    if (CLASSES.test(id)) return { code, map: null, moduleSideEffects: false }
    if (KIT_CLIENT.test(id)) return { code: byName(code), map: null }
    return null
  },
})

/** Kit takes the whole of Svelte as one object, so that nothing of it could be left out. */
const byName = (code: string): string => {
  const named = code
    .replace("import * as svelte from 'svelte'", "import { fork, onMount, settled, tick, untrack } from 'svelte'")
    .replace('const { onMount, tick } = svelte;', '')
    .replace('const untrack = svelte.untrack ?? ((value) => value());', '')
    .replaceAll(/\bsvelte\.(fork|settled|tick)\b/g, '$1')
  const left = /(?<![\w./])svelte\.(?!dev\b)\w+|\* as svelte|= svelte\b/.exec(named)
  if (left) throw new Error(`Kit's client has changed: it has ${left[0]}`)
  return named
}
