/** The press: seeded chance, noise, compact paths, stippled ink. Every layer is built from these. */
import type { Palette, Time } from './palettes.ts'

export type Pt = readonly [number, number]
export const W = 1200
export const H = 800

export interface Rng {
  next(): number
  range(min: number, max: number): number
  int(min: number, max: number): number
  chance(p: number): boolean
  pick<T>(list: readonly T[]): T
  shuffle<T>(list: readonly T[]): T[]
  /** A stream of its own, so that adding a layer does not move the others. */
  fork(name: string): Rng
}

export function makeRng(seed: string): Rng {
  let h = 2166136261
  for (let i = 0; i < seed.length; i++) h = Math.imul(h ^ seed.charCodeAt(i), 16777619)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  h ^= h >>> 12
  let s = h | 0
  const next = () => {
    s = (s + 0x6d2b79f5) | 0
    let t = Math.imul(s ^ (s >>> 15), 1 | s)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const rng: Rng = {
    next,
    range: (min, max) => min + (max - min) * next(),
    int: (min, max) => Math.floor(min + (max - min + 1) * next()),
    chance: (p) => next() < p,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    shuffle: (list) => {
      const out = [...list]
      for (let i = out.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1))
        const t = out[i]!
        out[i] = out[j]!
        out[j] = t
      }
      return out
    },
    fork: (name) => makeRng(seed + '/' + name),
  }
  return rng
}

/** Smooth 1-D noise in -1..1, summed over octaves. */
export function makeNoise(r: Rng, octaves = 3, roughness = 0.5): (x: number) => number {
  const table = Array.from({ length: 256 }, () => r.range(-1, 1))
  const one = (x: number) => {
    const i = Math.floor(x),
      f = x - i,
      u = f * f * (3 - 2 * f)
    return table[i & 255]! * (1 - u) + table[(i + 1) & 255]! * u
  }
  return (x) => {
    let sum = 0,
      amp = 1,
      all = 0
    for (let o = 0; o < octaves; o++) {
      sum += amp * one(x * 2 ** o + o * 37)
      all += amp
      amp *= roughness
    }
    return sum / all
  }
}

export const clamp = (v: number, lo: number, hi: number) => Math.min(hi, Math.max(lo, v))
export const lerp = (a: number, b: number, t: number) => a + (b - a) * t
/** A number as short as the eye allows: tenths when small, whole pixels when not. */
export const f1 = (v: number) => String(Math.abs(v) < 16 ? Math.round(v * 10) / 10 : Math.round(v))
const join = (nums: readonly number[]) => nums.map((v, i) => (i && v >= 0 ? ' ' : '') + String(v)).join('')

/** Straight-edged path through points, whole pixels, relative moves. */
export function poly(pts: readonly Pt[], close = true): string {
  let px = Math.round(pts[0]![0]),
    py = Math.round(pts[0]![1])
  const nums: number[] = []
  for (const [x, y] of pts.slice(1)) {
    const qx = Math.round(x),
      qy = Math.round(y)
    nums.push(qx - px, qy - py)
    px = qx
    py = qy
  }
  return `M${Math.round(pts[0]![0])} ${Math.round(pts[0]![1])}l${join(nums)}${close ? 'z' : ''}`
}

/** Soft path: quadratic curves through the middles of the segments. */
export function curve(pts: readonly Pt[], close = true): string {
  const list = close ? pts : [pts[0]!, ...pts, pts[pts.length - 1]!]
  const mid = (a: Pt, b: Pt): Pt => [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)]
  const start = close ? mid(list[list.length - 1]!, list[0]!) : mid(list[0]!, list[1]!)
  let cur = start
  const nums: number[] = []
  const n = close ? list.length : list.length - 1
  for (let i = close ? 0 : 1; i < n; i++) {
    const c = list[i]!,
      e = mid(c, list[(i + 1) % list.length]!)
    nums.push(Math.round(c[0]) - cur[0], Math.round(c[1]) - cur[1], e[0] - cur[0], e[1] - cur[1])
    cur = e
  }
  return `M${start[0]} ${start[1]}q${join(nums)}${close ? 'z' : ''}`
}

/** A lens: the brush mark for ripples, glints and far leaves. */
export const lens = (x: number, y: number, w: number, h: number) =>
  `M${f1(x - w / 2)} ${f1(y)}q${f1(w / 2)} ${f1(-h)} ${f1(w)} 0q${f1(-w / 2)} ${f1(h)} ${f1(-w)} 0z`

export const circle = (x: number, y: number, r: number) =>
  `M${f1(x - r)} ${f1(y)}a${f1(r)} ${f1(r)} 0 1 1 ${f1(2 * r)} 0a${f1(r)} ${f1(r)} 0 1 1${f1(-2 * r)} 0z`
export const ellipse = (x: number, y: number, rx: number, ry: number) =>
  `M${f1(x - rx)} ${f1(y)}a${f1(rx)} ${f1(ry)} 0 1 1 ${f1(2 * rx)} 0a${f1(rx)} ${f1(ry)} 0 1 1${f1(-2 * rx)} 0z`
export const box = (x: number, y: number, w: number, h: number) => `M${f1(x)} ${f1(y)}h${f1(w)}v${f1(h)}h${f1(-w)}z`

export const fill = (d: string, colour: string, opacity = 1) =>
  `<path fill="${colour}"${opacity < 1 ? ` opacity="${f1(opacity * 10).length > 3 ? opacity.toFixed(2) : opacity}"` : ''} d="${d}"/>`
export const stroke = (d: string, colour: string, width: number, extra = '') =>
  `<path fill="none" stroke="${colour}" stroke-width="${f1(width)}"${extra && ' ' + extra} d="${d}"/>`
export const group = (body: string, transform: string, extra = '') =>
  `<g transform="${transform}"${extra && ' ' + extra}>${body}</g>`
export const at = (x: number, y: number, scale = 1, flip = false, rotate = 0) =>
  `translate(${f1(x)} ${f1(y)})${rotate ? ` rotate(${f1(rotate)})` : ''} scale(${flip ? -scale.toFixed(3) : scale.toFixed(3)} ${scale.toFixed(3)})`

/** Stipple: ink whose dots thicken from (x0,y0) to (x1,y1). */
export interface Grain {
  ink: string
  from: Pt
  to: Pt
  opacity?: number
}

export interface Art {
  r: Rng
  pal: Palette
  time: Time
  night: boolean
  /** Side the light comes from: -1 left, 1 right. */
  light: -1 | 1
  id(): string
  define(xml: string): void
  defs(): string
  grain(g: Grain): string
}

export function makeArt(r: Rng, pal: Palette, time: Time): Art {
  const defs: string[] = []
  const grains = new Map<string, string>()
  let n = 0
  const id = () => 'i' + (n++).toString(36)
  return {
    r,
    pal,
    time,
    night: time === 'night',
    light: r.fork('light').chance(0.5) ? -1 : 1,
    id,
    define: (xml) => {
      defs.push(xml)
    },
    defs: () => defs.join(''),
    grain: (g) => {
      const dx = g.to[0] - g.from[0],
        dy = g.to[1] - g.from[1],
        len = Math.hypot(dx, dy)
      const sy = Math.min(1.7, Math.max(0.5, Math.round((len / 256) * 5) / 5)),
        sx = clamp(sy, 0.6, 1.15)
      const angle = Math.round((Math.atan2(dy, dx) * 180) / Math.PI - 90)
      const to = g.to.map((v) => Math.round(v / 6) * 6)
      const key = [g.ink, ...to, angle, sy, g.opacity ?? 1].join()
      const known = grains.get(key)
      if (known) return known
      const name = id()
      // Two mirrored halves and a long blank, so that a shape larger than the ramp shows no seam.
      defs.push(
        `<pattern id="${name}" width="200" height="1100" patternUnits="userSpaceOnUse" patternTransform="translate(${to[0]} ${to[1]})${angle ? ` rotate(${angle})` : ''} scale(${sx.toFixed(2)} ${sy.toFixed(2)}) translate(0 -256)"><g stroke="${g.ink}"${g.opacity !== undefined ? ` stroke-opacity="${g.opacity}"` : ''}><use href="#st"/><use href="#sb" stroke-linecap="square" transform="matrix(1 0 0 -1 0 512)"/></g></pattern>`,
      )
      grains.set(key, `url(#${name})`)
      return `url(#${name})`
    },
  }
}

/** A printed shape: flat ink, then stipple, then (optionally) a rim that peeks out on the lit side like an ill-registered plate. */
export function shape(
  a: Art,
  d: string,
  colour: string,
  grains: readonly Grain[] = [],
  rim?: string,
  rimSize = 3,
): string {
  if (!grains.length && !rim) return `<path fill="${colour}" d="${d}"/>`
  const name = a.id()
  const under = rim
    ? `<use href="#${name}" fill="${rim}" transform="translate(${a.light * rimSize} ${-rimSize * 0.6})"/>`
    : ''
  return `${under}<g fill="${colour}"><path id="${name}" d="${d}"/></g>${grains.map((g) => `<use href="#${name}" fill="${a.grain(g)}"/>`).join('')}`
}

/** The stipple tile and the paper tile, shared by the whole print. */
export function textures(r: Rng): string {
  const rows: [number, number][] = []
  for (let i = 0; i < 860; i++) rows.push([r.int(1, 199), Math.round(255 * r.next() ** 0.42)])
  const dots = (list: [number, number][]) => {
    let px = 0,
      py = 0
    return (
      'M0 0' +
      list
        .sort((p, q) => p[1] - q[1] || p[0] - q[0])
        .map(([x, y]) => {
          const s = `m${join([x - px, y - py])}h0`
          px = x
          py = y
          return s
        })
        .join('')
    )
  }
  const specks = Array.from({ length: 150 }, (): [number, number] => [r.int(0, 300), r.int(0, 300)])
  const flecks = Array.from({ length: 130 }, (): [number, number] => [r.int(0, 300), r.int(0, 300)])
  return (
    `<g id="st" fill="none" stroke-linecap="square"><path stroke-width="1.9" d="${dots(rows.slice(0, 520))}"/><path id="sb" stroke-width="2.9" d="${dots(rows.slice(520))}"/></g>` +
    `<pattern id="pp" width="300" height="300" patternUnits="userSpaceOnUse"><g fill="none"><path stroke="#FBF8F3" stroke-width="1.7" opacity=".42" d="${dots(specks)}"/><path stroke="#14211E" stroke-width="1.5" opacity=".16" d="${dots(flecks)}"/></g></pattern>`
  )
}
