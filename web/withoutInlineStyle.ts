import type { Plugin } from 'vite'

/** Kit's route announcer carries a style attribute, which our content security policy refuses; base.css styles it. */
export const withoutInlineStyle = (): Plugin => ({
  name: 'mayago-without-inline-style',
  enforce: 'pre',
  transform(code, id) {
    if (!/generated\/root\.svelte$/.test(id)) return null
    return { code: code.replace(/(<div id="svelte-announcer"[^>]*?) style="[^"]*"/, '$1'), map: null }
  },
})
