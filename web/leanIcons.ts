import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

interface Drawing {
  node: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[]
}

const ICON = /\/@lucide\/svelte\/dist\/icons\/[\w-]+\.svelte$/
const LOOKS =
  'viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'

/**
 * Icons as the plain drawings they are, with a class and nothing else to set. Lucide's own component draws them shape by
 * shape at run time and takes sizes, strokes and colours, which ours have from base.css.
 */
export const leanIcons = (): Plugin => ({
  name: 'mayago-lean-icons',
  enforce: 'pre',
  load(id) {
    if (!ICON.test(id)) return null
    const data = /const iconData = (\{.*\});/.exec(readFileSync(id, 'utf8'))?.[1]
    if (data === undefined) throw new Error(`no drawing found in ${id}`)
    return draw(JSON.parse(data) as Drawing)
  },
})

const draw = ({ node }: Drawing): string => {
  const shapes = node.map(([tag, attributes]) => {
    const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
    return `<${tag}${pairs.join('')} />`
  })
  return `<script>let { class: name } = $props()</script><svg class={name} aria-hidden="true" ${LOOKS}>${shapes.join('')}</svg>`
}
