import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fontkit from 'fontkit'
import { assert } from '@mayago/kernel/assert.ts'

/** The voices of a printed page. Headings and clocks are cut in Piazzolla, the rest is Figtree. */
export type Voice = 'display' | 'sans' | 'strong'

/** A face embedded in our documents; `face` names it within a document. */
export interface Face {
  face: string
  bytes: Buffer
  writes(codePoint: number): boolean
}

const here = (specifier: string): string => fileURLToPath(import.meta.resolve(specifier))
const EXPO = '@expo-google-fonts'
/** Japanese, Greek and Cyrillic names; its package exports no font file, so it is found beside the entry. */
const notoJp = (style: string): string =>
  fileURLToPath(new URL(`../fonts/NotoSansJP-${style}.otf`, import.meta.resolve('@embedpdf/fonts-jp')))

const FILES: Record<string, () => string> = {
  'Piazzolla-SemiBold': () => here(`${EXPO}/piazzolla/600SemiBold/Piazzolla_600SemiBold.ttf`),
  'Figtree-Regular': () => here(`${EXPO}/figtree/400Regular/Figtree_400Regular.ttf`),
  'Figtree-SemiBold': () => here(`${EXPO}/figtree/600SemiBold/Figtree_600SemiBold.ttf`),
  'NotoSansJP-Regular': () => notoJp('Regular'),
  'NotoSansJP-Bold': () => notoJp('Bold'),
}

/** Each voice's faces in order of preference: the first that can write a character does. */
const VOICES: Record<Voice, readonly string[]> = {
  display: ['Piazzolla-SemiBold', 'NotoSansJP-Bold'],
  sans: ['Figtree-Regular', 'NotoSansJP-Regular', 'Piazzolla-SemiBold'],
  strong: ['Figtree-SemiBold', 'NotoSansJP-Bold', 'Piazzolla-SemiBold'],
}

// Read once, on first need: most tickets never open the Japanese face (4.5 MB).
const faces = new Map<string, Face>()
const faceOf = (name: string): Face => {
  const known = faces.get(name)
  if (known) return known
  const file = FILES[name]
  assert(file, `${name} is one of our faces`)
  const bytes = readFileSync(file())
  const font = fontkit.create(bytes)
  assert(!('fonts' in font), 'a face is one font, not a collection')
  const face: Face = { face: name, bytes, writes: (codePoint) => font.hasGlyphForCodePoint(codePoint) }
  faces.set(name, face)
  return face
}

const faceFor = (voice: Voice, codePoint: number): Face | null => {
  for (const name of VOICES[voice]) {
    const face = faceOf(name)
    if (face.writes(codePoint)) return face
  }
  return null
}

export interface Run {
  face: Face
  text: string
}

/**
 * Splits a text into runs of one face each. What none of our faces can write becomes "·", one for each word, so that
 * nobody is shown boxes; combining marks and spaces stay with what they follow.
 */
export const splitByFace = (text: string, voice: Voice): Run[] => {
  const runs: Run[] = []
  let unwritable = false
  for (const character of text.normalize('NFC')) {
    const own = faceFor(voice, character.codePointAt(0) as number)
    if (own === null && unwritable) continue
    unwritable = own === null
    const last = runs.at(-1)
    const stays = last !== undefined && /^[\s\p{M}]$/u.test(character)
    const face = stays ? last.face : (own ?? faceOf(VOICES[voice][0] as string))
    const written = own === null ? '·' : character
    if (last?.face === face) last.text += written
    else runs.push({ face, text: written })
  }
  return runs
}
