import { type Art, box, circle, ellipse, f1, fill, group, lerp, type Pt, shape, stroke } from '../press.ts'
import { mix, type Ramp } from '../palettes.ts'

/** A thrown vessel from its half-profile: list of (radius, height) pairs, in parts of h. */
export function vessel(
  a: Art,
  x: number,
  y: number,
  h: number,
  profile: readonly Pt[],
  c: Ramp,
  bands: 'none' | 'zigzag' | 'dots' | 'lines' = 'none',
  bandInk = c[0],
): string {
  const right = profile.map(([r, t]): Pt => [x + r * h, y - t * h]),
    left = profile.map(([r, t]): Pt => [x - r * h, y - t * h])
  const d = curvePath(right, [...left].reverse()),
    [mr, mt] = profile[profile.length - 1]!
  const radiusAt = (t: number) => {
    for (let i = 1; i < profile.length; i++) {
      const p = profile[i - 1]!,
        q = profile[i]!
      if (t <= q[1]) return lerp(p[0], q[0], (t - p[1]) / Math.max(0.01, q[1] - p[1]))
    }
    return mr
  }
  let deco = ''
  if (bands !== 'none')
    for (const t of [0.42, 0.58]) {
      const w = radiusAt(t) * h * 0.97
      deco += stroke(`M${f1(x - w)} ${f1(y - t * h)}q${f1(w)} ${f1(h * 0.07)} ${f1(2 * w)} 0`, bandInk, h * 0.012)
      if (t < 0.5 && bands !== 'lines') {
        let z = ''
        const n = 11
        for (let i = 0; i <= n; i++) {
          const u = Math.sin((i / n - 0.5) * Math.PI),
            px = x + u * w * 1.06,
            py = y - (0.5 + (bands === 'zigzag' ? (i % 2 ? 0.04 : -0.04) : 0)) * h + (1 - u * u) * h * 0.035
          z += bands === 'dots' ? circle(px, py, h * 0.016) : `${i ? 'L' : 'M'}${f1(px)} ${f1(py)}`
        }
        deco += bands === 'dots' ? fill(z, bandInk) : stroke(z, bandInk, h * 0.016)
      }
    }
  return (
    fill(ellipse(x - a.light * h * 0.12, y + 2, profile[0]![0] * h + h * 0.22, h * 0.05), a.pal.dark, 0.3) +
    shape(a, d, c[1], [
      { ink: c[3], from: [x + a.light * h * 0.08, 0], to: [x - a.light * h * 0.5, 0], opacity: 0.9 },
      { ink: c[0], from: [x + a.light * h * 0.06, 0], to: [x + a.light * h * 0.52, 0], opacity: 0.8 },
    ]) +
    deco +
    fill(ellipse(x, y - mt * h, mr * h, mr * h * 0.2), c[3]) +
    stroke(ellipse(x, y - mt * h, mr * h, mr * h * 0.2), c[0], Math.max(1.6, h * 0.014))
  )
}
function curvePath(right: Pt[], left: Pt[]): string {
  const side = (p: Pt[]) =>
    p
      .slice(1, -1)
      .map((c, i) => {
        const n = p[i + 2]!,
          e: Pt = i === p.length - 3 ? n : [(c[0] + n[0]) / 2, (c[1] + n[1]) / 2]
        return `Q${f1(c[0])} ${f1(c[1])} ${f1(e[0])} ${f1(e[1])}`
      })
      .join('')
  return `M${f1(right[0]![0])} ${f1(right[0]![1])}${side(right)}L${f1(left[0]![0])} ${f1(left[0]![1])}${side(left)}z`
}
export const OLLA: readonly Pt[] = [
  [0.2, 0],
  [0.44, 0.08],
  [0.5, 0.42],
  [0.42, 0.74],
  [0.24, 0.82],
  [0.24, 0.9],
  [0.31, 0.98],
]
export const JUG: readonly Pt[] = [
  [0.2, 0],
  [0.34, 0.06],
  [0.36, 0.36],
  [0.24, 0.62],
  [0.14, 0.74],
  [0.14, 0.88],
  [0.2, 1],
]
export const BOWL: readonly Pt[] = [
  [0.3, 0],
  [0.5, 0.05],
  [0.78, 0.3],
  [0.86, 0.62],
]
export const VASE: readonly Pt[] = [
  [0.16, 0],
  [0.26, 0.1],
  [0.32, 0.5],
  [0.24, 0.8],
  [0.12, 0.9],
  [0.19, 1],
]

/** Talavera-like tile field: one motif, pressed as a pattern. */
export function tiles(
  a: Art,
  x: number,
  y: number,
  w: number,
  h: number,
  size: number,
  ground: string,
  inks: readonly [string, string],
): string {
  const id = a.id(),
    s = size,
    m = s / 2,
    r = a.r.fork('tiles'),
    k = r.int(0, 2)
  const petals = [0, 90, 180, 270]
    .map(
      (t) =>
        `<path transform="rotate(${t} ${m} ${m})" d="M${m} ${m}q${f1(s * 0.15)} ${f1(-s * 0.16)} 0 ${f1(-s * 0.34)}q${f1(-s * 0.15)} ${f1(s * 0.18)} 0 ${f1(s * 0.34)}z" fill="${inks[0]}"/>`,
    )
    .join('')
  const corners = [
    [0, 0],
    [s, 0],
    [0, s],
    [s, s],
  ]
    .map(
      ([cx, cy]) =>
        `<circle cx="${cx}" cy="${cy}" r="${f1(s * (k === 1 ? 0.3 : 0.2))}" fill="none" stroke="${inks[1]}" stroke-width="${f1(s * 0.05)}"/><circle cx="${cx}" cy="${cy}" r="${f1(s * 0.09)}" fill="${inks[1]}"/>`,
    )
    .join('')
  const diamond =
    k === 2
      ? `<path d="M${m} ${f1(s * 0.04)}L${f1(s * 0.96)} ${m}L${m} ${f1(s * 0.96)}L${f1(s * 0.04)} ${m}z" fill="none" stroke="${inks[0]}" stroke-width="${f1(s * 0.035)}"/>`
      : ''
  a.define(
    `<pattern id="${id}" x="${f1(x)}" y="${f1(y)}" width="${s}" height="${s}" patternUnits="userSpaceOnUse"><path fill="${ground}" d="${box(0, 0, s, s)}"/>${corners}${diamond}${petals}<path d="M0 0H${s}V${s}H0z" fill="none" stroke="${mix(ground, inks[0], 0.25)}" stroke-width="1.6"/></pattern>`,
  )
  return fill(box(x, y, w, h), `url(#${id})`)
}

export function ristra(
  a: Art,
  name: string,
  x: number,
  y: number,
  h: number,
  c: Ramp,
  kind: 'chilli' | 'garlic' = 'chilli',
): string {
  const r = a.r.fork('ristra' + name)
  let back = '',
    front = '',
    spots = ''
  const n = kind === 'chilli' ? 26 : 12
  for (let i = 0; i < n; i++) {
    const t = i / n,
      py = y + h * 0.08 + h * 0.78 * t
    if (kind === 'garlic') {
      const s = h * 0.07,
        px = x + (i % 2 ? 1 : -1) * s * 0.7
      const d = `M${f1(px)} ${f1(py - s)}q${f1(s * 1.2)} ${f1(s * 0.5)} ${f1(s * 0.9)} ${f1(s * 1.5)}q${f1(-s * 0.9)} ${f1(s * 0.6)} ${f1(-s * 1.8)} 0q${f1(-s * 0.3)} ${f1(-s)} ${f1(s * 0.9)} ${f1(-s * 1.5)}z`
      if (i % 2) back += d
      else front += d
      spots += `M${f1(px + a.light * s * 0.35)} ${f1(py)}h0`
      continue
    }
    const side = i % 2 ? 1 : -1,
      l = h * r.range(0.16, 0.24),
      lean = side * l * r.range(0.2, 0.6),
      w = h * 0.03
    const d = `M${f1(x)} ${f1(py)}q${f1(lean * 0.4 + w)} ${f1(l * 0.2)} ${f1(lean)} ${f1(l)}q${f1(-lean * 0.9 - side * w * 1.4)} ${f1(-l * 0.35)} ${f1(-lean)} ${f1(-l)}z`
    if (i % 3) back += d
    else front += d
  }
  return (
    stroke(`M${f1(x)} ${f1(y)}v${f1(h * 0.9)}`, a.pal.dark, 3) +
    fill(back, c[2]) +
    fill(front, c[0]) +
    (spots ? stroke(spots, c[0], h * 0.02) : '')
  )
}

export function lime(x: number, y: number, s: number, rind: string, flesh: string, pith: string): string {
  let w = ''
  for (let i = 0; i < 7; i++) {
    const t = (i / 7) * Math.PI * 2
    w += `M${f1(x)} ${f1(y)}L${f1(x + Math.cos(t) * s * 0.72)} ${f1(y + Math.sin(t) * s * 0.72)}`
  }
  return (
    fill(circle(x, y, s), rind) +
    fill(circle(x, y, s * 0.86), pith) +
    fill(circle(x, y, s * 0.72), flesh) +
    stroke(w, pith, s * 0.07)
  )
}

/** Potter's wheel with a pot rising between two hands. */
export function wheel(a: Art, x: number, y: number, s: number, clay: Ramp): string {
  const wood = a.pal.ramp('wood'),
    skin = a.pal.ramp('skin'),
    sleeve = a.pal.ramp(a.pal.accents[1]!)
  const arm = (k: number) =>
    stroke(`M${f1(k * 236)}-62L${f1(k * 124)}-122`, skin[1], 36) +
    shape(
      a,
      `M${f1(k * 560)} 96L${f1(k * 470)} 190L${f1(k * 205)}-14Q${f1(k * 186)}-60 ${f1(k * 232)}-92z`,
      sleeve[1],
      [{ ink: sleeve[3], from: [k * 240, -60], to: [k * 500, 160], opacity: 0.8 }],
    ) +
    stroke(`M${f1(k * 200)}-22Q${f1(k * 192)}-56 ${f1(k * 228)}-84`, sleeve[0], 7) +
    fill(
      `M${f1(k * 150)}-150Q${f1(k * 110)}-166 ${f1(k * 88)}-140Q${f1(k * 74)}-116 ${f1(k * 88)}-92Q${f1(k * 112)}-78 ${f1(k * 146)}-96z`,
      skin[1],
    ) +
    stroke(
      `M${f1(k * 112)}-142Q${f1(k * 90)}-132 ${f1(k * 84)}-112M${f1(k * 116)}-124Q${f1(k * 96)}-116 ${f1(k * 92)}-98`,
      skin[2],
      3.4,
    )
  return group(
    shape(a, `${ellipse(0, 12, 250, 52)}`, wood[3]) +
      shape(a, ellipse(0, 0, 240, 48), wood[1], [
        { ink: wood[3], from: [a.light * 60, 0], to: [-a.light * 250, 0], opacity: 0.8 },
      ]) +
      stroke(`${ellipse(0, 0, 190, 37)}${ellipse(0, 0, 140, 27)}`, wood[0], 2.4, 'opacity=".6"') +
      vessel(
        a,
        0,
        4,
        300,
        [
          [0.2, 0],
          [0.3, 0.06],
          [0.4, 0.34],
          [0.36, 0.58],
          [0.16, 0.74],
          [0.15, 0.86],
          [0.27, 1],
        ],
        clay,
        'none',
      ) +
      stroke('M-98-60q98 26 196 0M-106-110q106 26 212 0M-88-160q88 24 176 0', clay[2], 2.6, 'opacity=".6"') +
      arm(-1) +
      arm(1),
    `translate(${f1(x)} ${f1(y)}) scale(${s})`,
  )
}
