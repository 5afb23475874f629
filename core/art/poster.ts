import { KINDS, type KindName, plan, scene } from './scene.ts'
import { PALETTES, type PaletteName, TIMES, type Time } from './palettes.ts'

export type { KindName, PaletteName, Time }

/** What a picture of the catalogue says about itself: which scene, in which light and ink. */
export interface PosterOptions {
  seed: string
  kind: KindName
  time?: Time
  palette?: PaletteName
  /** Pixels; the sheet is 3:2 and is cut around its centre for any other ratio. */
  width: number
  height: number
}

export const POSTER_KINDS = Object.keys(KINDS) as KindName[]

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T => list.includes(value as T)
export const isPosterKind = (value: string): value is KindName => isOneOf(POSTER_KINDS, value)
export const isPosterTime = (value: string): value is Time => isOneOf(TIMES, value)
export const isPosterPalette = (value: string): value is PaletteName => isOneOf(PALETTES, value)

/** One printed-poster scene as an SVG string. The same options give the same bytes. */
export function posterSvg(options: PosterOptions): string {
  const { seed, ...rest } = options
  return scene(seed, rest)
}

/** The light and ink a seed settles on, without drawing. */
export const planPoster = ({ seed, ...rest }: PosterOptions): { kind: KindName; time: Time; palette: PaletteName } =>
  plan(seed, rest)
