/** Inks. A palette is a sky, a light and a shadow; every material is the same pigment seen in that light. */
export const TIMES = ['dawn', 'day', 'golden', 'dusk', 'night'] as const
export type Time = (typeof TIMES)[number]
export const PALETTES = ['jade', 'terracotta', 'maize', 'cenote', 'rosa'] as const
export type PaletteName = (typeof PALETTES)[number]

type Rgb = [number, number, number]
const toLinear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const toGamma = (c: number) => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055)
const parsed = new Map<string, Rgb>()

function lab(hex: string): Rgb {
  const known = parsed.get(hex)
  if (known) return known
  const [r, g, b] = [1, 3, 5].map((i) => toLinear(parseInt(hex.slice(i, i + 2), 16) / 255)) as Rgb
  const l = Math.cbrt(0.4122 * r + 0.5363 * g + 0.0514 * b),
    m = Math.cbrt(0.2119 * r + 0.6807 * g + 0.1074 * b),
    s = Math.cbrt(0.0883 * r + 0.2817 * g + 0.63 * b)
  const out: Rgb = [
    0.2105 * l + 0.7936 * m - 0.0041 * s,
    1.978 * l - 2.4286 * m + 0.4506 * s,
    0.0259 * l + 0.7828 * m - 0.8087 * s,
  ]
  parsed.set(hex, out)
  return out
}

function hex([L, A, B]: Rgb): string {
  const l = (L + 0.3963 * A + 0.2158 * B) ** 3,
    m = (L - 0.1056 * A - 0.0639 * B) ** 3,
    s = (L - 0.0895 * A - 1.2915 * B) ** 3
  const rgb = [
    4.0767 * l - 3.3077 * m + 0.231 * s,
    -1.2684 * l + 2.6098 * m - 0.3413 * s,
    -0.0042 * l - 0.7034 * m + 1.7076 * s,
  ]
  return (
    '#' +
    rgb
      .map((c) =>
        Math.round(Math.min(1, Math.max(0, toGamma(Math.min(1, Math.max(0, c))))) * 255)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')
  )
}

/** Same ink, purer: dim light greys a pigment, a printer would not. */
const purer = (ink: string, k: number) => {
  const [l, p, q] = lab(ink)
  return hex([l, p * k, q * k])
}

/** Mixes two inks in a perceptual space, t from 0 (first) to 1 (second). */
export function mix(a: string, b: string, t: number): string {
  const p = lab(a),
    q = lab(b)
  return hex([0, 1, 2].map((i) => p[i]! + (q[i]! - p[i]!) * t) as Rgb)
}

export const PIGMENT = {
  paper: '#FBF8F3',
  obsidian: '#14211E',
  jade: '#0E7C66',
  terracotta: '#C8502A',
  maize: '#F2B632',
  cenote: '#0B4F6C',
  leaf: '#3F8F58',
  stone: '#E6D6B4',
  wood: '#8A5A3A',
  rosa: '#CF5478',
  aqua: '#2BA5A0',
  plum: '#5B3256',
  snow: '#F7F3EA',
  sand: '#E9B872',
  skin: '#9C5B3C',
  cream: '#F6E7C4',
} as const
export type Pigment = keyof typeof PIGMENT

/** top, middle and horizon of the sky, by time and palette. */
const SKY: Record<Time, Record<PaletteName, [string, string, string]>> = {
  dawn: {
    jade: ['#6BA99C', '#EFCBA2', '#FCE9C8'],
    cenote: ['#5F93AA', '#EBBBA2', '#FBE6C6'],
    maize: ['#E39A55', '#F5C873', '#FCEBC0'],
    terracotta: ['#C4705B', '#F0A27A', '#FBDDB0'],
    rosa: ['#93688F', '#E59A93', '#FAD9B8'],
  },
  day: {
    jade: ['#6FB3A2', '#B9DAC6', '#F7EED6'],
    cenote: ['#3F93AE', '#96C9CF', '#F5EDD8'],
    maize: ['#6DB5B3', '#F0DDA4', '#FBF1DC'],
    terracotta: ['#EDB98C', '#F6DBB8', '#FBF3E2'],
    rosa: ['#7FB2C6', '#EBCDC2', '#FBEDDF'],
  },
  golden: {
    jade: ['#2F8C7C', '#E3BC5A', '#FAE6A8'],
    cenote: ['#2B7A93', '#EFB660', '#FBE2A6'],
    maize: ['#E3832B', '#F2B632', '#FBE39A'],
    terracotta: ['#C24A28', '#E98A45', '#F8CF84'],
    rosa: ['#B8465F', '#EE8A5C', '#FAD08C'],
  },
  dusk: {
    jade: ['#123F42', '#3F7F78', '#F0A86E'],
    cenote: ['#10344F', '#4C6E8A', '#F2A070'],
    maize: ['#3B2F4F', '#B8604A', '#F6B550'],
    terracotta: ['#4A1F33', '#B5432F', '#F39A4A'],
    rosa: ['#2C2350', '#9A3F6B', '#F58F73'],
  },
  night: {
    jade: ['#06201F', '#0D3F3E', '#34806F'],
    cenote: ['#061827', '#0B3A55', '#357A90'],
    maize: ['#0C1526', '#1D3350', '#8C7450'],
    terracotta: ['#180F20', '#3F2036', '#A8523F'],
    rosa: ['#140F2B', '#34215A', '#8A4A80'],
  },
}
const RELIEF: Record<PaletteName, string> = {
  jade: '#1F8A72',
  terracotta: '#A8492F',
  maize: '#6F8F4E',
  cenote: '#1C6A86',
  rosa: '#84456F',
}
/** light, shadow, how much of each falls on a material */
const LIGHT: Record<Time, [string, string, number, number]> = {
  dawn: ['#FFDDB0', '#3B4A63', 0.22, 0.1],
  day: ['#FFF4D8', '#1E4750', 0.12, 0.02],
  golden: ['#FFC766', '#4A2438', 0.28, 0.06],
  dusk: ['#F7A468', '#221F44', 0.2, 0.26],
  night: ['#A9D0CC', '#0A1C36', 0.08, 0.46],
}

/** One material in this light: [lit, plain, shaded, deep]. */
export type Ramp = readonly [string, string, string, string]
export interface Palette {
  name: PaletteName
  sky: readonly [string, string, string]
  sun: string
  haze: string
  dark: string
  light: string
  shadow: string
  /** Colour of the land at a depth: 0 farthest (haze) to 1 nearest (dark). */
  land(depth: number): string
  ramp(pigment: Pigment): Ramp
  water: Ramp
  /** Three signature inks, shuffled by seed, for cloth, boats and signs. */
  accents: readonly Pigment[]
}

export function makePalette(name: PaletteName, time: Time, shift: number, accents: readonly Pigment[]): Palette {
  const [top0, mid0, low0] = SKY[time][name]
  const cousin = SKY[time][PALETTES[(PALETTES.indexOf(name) + 1) % PALETTES.length]!]
  // A little of the neighbouring palette keeps two prints of one set from being twins.
  const top = mix(top0, cousin[0], shift * 0.35),
    mid = mix(mid0, cousin[1], shift * 0.25),
    low = mix(low0, cousin[2], shift * 0.2)
  const [light, shadow, lit, dim] = LIGHT[time]
  const relief = mix(RELIEF[name], shadow, time === 'night' ? 0.6 : time === 'dusk' ? 0.35 : 0.08)
  const dark = mix(mix('#14211E', shadow, 0.45), RELIEF[name], time === 'night' ? 0.04 : 0.14)
  const haze = mix(low, mid, time === 'night' ? 0.25 : 0.4)
  const ramps = new Map<Pigment, Ramp>()
  const ramp = (p: Pigment): Ramp => {
    let out = ramps.get(p)
    if (!out) {
      const base = purer(mix(PIGMENT[p], shadow, dim), 1 + dim * 0.9)
      out = [mix(base, light, lit + 0.1), base, mix(base, shadow, 0.38), mix(base, mix(shadow, dark, 0.5), 0.7)]
      ramps.set(p, out)
    }
    return out
  }
  const deep = mix('#0B4F6C', top, time === 'night' ? 0.55 : 0.25)
  const water: Ramp = [
    mix(mix(low, '#8FD3C8', 0.35), mid, 0.25),
    mix(mix(mid, '#2BA5A0', 0.5), deep, 0.3),
    mix(deep, mid, 0.12),
    mix(deep, dark, 0.5),
  ]
  return {
    name,
    sky: [top, mid, low],
    haze,
    dark,
    light,
    shadow,
    water,
    accents,
    sun:
      time === 'night'
        ? '#F6E9C6'
        : time === 'day'
          ? mix('#FFF6DC', '#F2B632', 0.35)
          : time === 'dusk'
            ? '#F7C15A'
            : time === 'golden'
              ? '#FFF0BE'
              : '#FDF0D0',
    land: (depth) => (depth < 0.55 ? mix(haze, relief, depth / 0.55) : mix(relief, dark, (depth - 0.55) / 0.45)),
    ramp,
  }
}
