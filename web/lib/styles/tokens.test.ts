import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const WEB = join(import.meta.dirname, '../..')
const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

/** A token's colour in both schemes, from its one line. */
const colourOf = (token: string): { light: string; dark: string } => {
  const value = new RegExp(`--${token}:\\s*([^;]+);`).exec(css)?.[1] ?? ''
  const [light, dark] = value.match(/#[0-9A-Fa-f]{6}\b/g) ?? []
  if (!light) throw new Error(`--${token} has no colour`)
  return { light, dark: dark ?? light }
}

/** WCAG 2.2 relative luminance and contrast. */
const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const SURFACES = ['paper', 'surface', 'sunken', 'raised']
const TEXT: [text: string, ground: string][] = [
  ...['ink', 'ink-2', 'ink-3', 'jade-ink', 'terra-ink', 'maize-ink', 'cenote'].flatMap((text) =>
    SURFACES.map((ground): [string, string] => [text, ground]),
  ),
  ...['jade', 'terra', 'maize'].map((hue): [string, string] => [`on-${hue}`, hue]),
  ['on-jade', 'jade-hover'],
  ['on-terra', 'terra-hover'],
  ...['jade', 'terra', 'maize'].flatMap((hue): [string, string][] => [
    [`${hue}-ink`, `${hue}-tint`],
    ['ink', `${hue}-tint`],
    ['ink-2', `${hue}-tint`],
  ]),
  ['cenote', 'cenote-tint'],
  ['ink', 'cenote-tint'],
  ['night', 'quiet-zone'],
]
/** Marks, control borders and the focus ring need 3:1 (WCAG 1.4.11). */
const SHAPES: [shape: string, ground: string][] = [
  ...['edge', 'mark', 'mark-low', 'focus'].flatMap((shape) =>
    SURFACES.map((ground): [string, string] => [shape, ground]),
  ),
  ['mark', 'jade-tint'],
  ['mark-low', 'maize-tint'],
]

const Tokens = suite('tokens')

for (const scheme of ['light', 'dark'] as const) {
  Tokens(`every text is readable on every ground it stands on, ${scheme}`, () => {
    const weak = TEXT.filter(([text, ground]) => contrast(colourOf(text)[scheme], colourOf(ground)[scheme]) < 4.5)
    assert.equal(weak, [])
  })
  Tokens(`every mark, border and ring can be told from its ground, ${scheme}`, () => {
    const weak = SHAPES.filter(([shape, ground]) => contrast(colourOf(shape)[scheme], colourOf(ground)[scheme]) < 3)
    assert.equal(weak, [])
  })
}

Tokens('the measure itself: black on white is 21, grey #777777 on white fails text', () => {
  assert.is(contrast('#000000', '#FFFFFF'), 21)
  assert.ok(contrast('#777777', '#FFFFFF') < 4.5)
})

const stylesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.svelte') || (path.endsWith('.css') && !path.endsWith('tokens.css')))
    .map((path) => join(folder, path))

Tokens('no component names a colour of its own or refuses right-to-left', () => {
  const RAW =
    /#[0-9a-fA-F]{3,8}\b(?=[;\s,)])|\brgba?\(|\bhsla?\(|\b(margin|padding)-(left|right)\b|\btext-align:\s*(left|right)/
  const offending = [...stylesIn(join(WEB, 'lib')), ...stylesIn(join(WEB, 'routes'))].filter((path) => {
    const text = readFileSync(path, 'utf8')
    const styles = path.endsWith('.css') ? text : (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '')
    return RAW.test(styles)
  })
  assert.equal(offending, [])
})

Tokens('no page carries a style attribute: the content security policy would refuse it', () => {
  const offending = [...stylesIn(join(WEB, 'lib')), ...stylesIn(join(WEB, 'routes'))].filter((path) =>
    /\sstyle=|\sstyle:[a-z-]+/.test(readFileSync(path, 'utf8').replace(/<style>[\s\S]*<\/style>/, '')),
  )
  assert.equal(offending, [])
})

Tokens.run()
