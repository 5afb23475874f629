import { type Art, H, W, at, box, ellipse, f1, fill, group, lerp, poly, shape, stroke } from '../press.ts'
import { type Pigment, mix } from '../palettes.ts'
import { shafts } from '../layers/sky.ts'
import { person } from '../layers/figures.ts'
import { framedArch, horseshoe, pierced, zellige } from '../layers/arches.ts'
import { JUG, OLLA, VASE, vessel } from '../layers/still.ts'

const CLOTH: readonly Pigment[] = ['terracotta', 'rosa', 'maize', 'jade', 'cenote', 'plum', 'cream']

/** A hanging rug, its field of diamonds mirrored about the middle. */
function rug(a: Art, name: string, x: number, y: number, w: number, h: number): string {
  const r = a.r.fork('rug' + name),
    [p, q, s] = r.shuffle(CLOTH).map((c) => a.pal.ramp(c)) as [
      ReturnType<Art['pal']['ramp']>,
      ReturnType<Art['pal']['ramp']>,
      ReturnType<Art['pal']['ramp']>,
    ]
  const dia = (cx: number, cy: number, dw: number, dh: number) =>
    `M${f1(cx)} ${f1(cy - dh)}L${f1(cx + dw)} ${f1(cy)}L${f1(cx)} ${f1(cy + dh)}L${f1(cx - dw)} ${f1(cy)}z`
  let big = '',
    small = '',
    fringe = '',
    zig = ''
  const n = r.int(2, 3),
    m = x + w / 2
  for (let i = 0; i < n; i++) {
    const cy = y + h * ((i + 0.5) / n)
    big += dia(m, cy, w * 0.3, (h / n) * 0.44)
    small += dia(m, cy, w * 0.17, (h / n) * 0.25)
  }
  for (let i = 0; i <= 12; i++) fringe += `M${f1(x + (w * i) / 12)} ${f1(y + h)}v${f1(w * 0.06)}`
  for (const k of [0.07, 0.93])
    for (let i = 0; i <= 16; i++)
      zig += `${i ? 'L' : 'M'}${f1(x + w * (k + (i % 2 ? 0.03 : -0.03)))} ${f1(y + (h * i) / 16)}`
  return (
    stroke(fringe, a.pal.ramp('cream')[1], Math.max(1.4, w * 0.014)) +
    shape(a, box(x, y, w, h), p[1], [{ ink: p[3], from: [0, y + h * 0.3], to: [0, y + h * 1.1], opacity: 0.6 }]) +
    stroke(box(x + w * 0.14, y + h * 0.05, w * 0.72, h * 0.9), q[0], w * 0.02) +
    stroke(zig, s[0], w * 0.022) +
    fill(big, q[1]) +
    fill(small, s[0]) +
    stroke(small, p[2], w * 0.016)
  )
}

/** Under the roof of reeds: arch behind arch, light at the end. */
export function soukAlley(a: Art): string {
  const { pal } = a,
    r = a.r.fork('alley'),
    wall = pal.ramp(r.pick(['terracotta', 'sand', 'rosa'] as const)),
    lit = a.night ? '#F7C15A' : mix(pal.sun, pal.sky[2], 0.4)
  const tone = (t: number, ink: string) => mix(lit, ink, 0.18 + 0.82 * t)
  let out = fill(box(0, 0, W, H), lit)
  const glow = a.night ? '#FFE9B0' : pal.light
  const depths = [0.14, 0.3, 0.52, 0.86]
  for (const [k, d] of depths.entries()) {
    const w = lerp(150, 980, d ** 1.2),
      h = lerp(230, 760, d),
      foot = lerp(520, 790, d),
      ink = tone(0.35 + 0.65 * d, mix(mix(wall[1], pal.ramp('terracotta')[1], 0.35), wall[3], d * 0.55)),
      cx = 600
    // floor strip up to this arch
    const prev = k ? lerp(520, 790, depths[k - 1]!) : 500
    const ground = tone(d, mix(wall[2], pal.ramp('stone')[2], 0.5))
    out += shape(a, box(-10, prev - 4, W + 20, H - prev + 20), ground, [
      { ink: mix(ground, pal.dark, 0.5), from: [0, prev], to: [0, prev + 260], opacity: 0.5 },
    ])
    // wares lean on both walls between the arches
    for (const side of [-1, 1] as const) {
      const x0 = cx + side * w * 0.42,
        s = lerp(0.24, 1.05, d)
      if (k === 1 || k === 3)
        for (let i = 0; i < 2; i++)
          out += rug(a, `${k}${side}${i}`, x0 + side * (i * 130 * s) - 60 * s, foot - 470 * s, 116 * s, 360 * s)
      if (k === 2)
        for (let i = 0; i < 3; i++)
          out += pierced(
            a,
            x0 + side * i * 70 * s,
            foot - 430 * s + (i % 2) * 60 * s,
            26 * s,
            foot - 640 * s,
            pal.ramp('maize').map((c) => tone(d, c)) as never,
            glow,
          )
      if (k >= 1)
        for (let i = 0; i < 2; i++)
          out += vessel(
            a,
            x0 + side * (30 + i * 90) * s,
            foot - 8,
            (i ? 120 : 90) * s,
            [OLLA, JUG, VASE][(i + k) % 3]!,
            pal.ramp(CLOTH[(i + k + (side > 0 ? 2 : 0)) % 6]!),
            i ? 'zigzag' : 'lines',
            pal.ramp('cream')[0],
          )
    }
    if (k === 1) out += person(a, 'p1', 566, foot + 12, 1.02, { top: 'cenote', bottom: 'cenote', skirt: true })
    if (k === 2)
      out += person(a, 'p2', 640 + r.range(0, 40), foot + 8, 1.62, {
        top: pal.accents[1]!,
        bottom: pal.accents[2]!,
        skirt: r.chance(0.5),
        pack: 'cream',
      })
    const d0 = horseshoe(cx, foot + 2, w, h)
    out +=
      `<path fill="${ink}" fill-rule="evenodd" d="M-20-20H1220V${f1(foot)}H-20z${d0}"/><path fill="${a.grain({ ink: mix(ink, pal.dark, 0.55), from: [600 + a.light * 200, 200], to: [600 - a.light * 620, 300], opacity: 0.8 })}" fill-rule="evenodd" d="M-20-20H1220V${f1(foot)}H-20z${d0}"/>` +
      stroke(d0.slice(0, -1), tone(d, mix(wall[0], pal.light, 0.3)), 4 + 7 * d)
    out += pierced(
      a,
      cx + (k % 2 ? -1 : 1) * w * 0.17,
      foot - h * 0.76,
      12 + 34 * d,
      foot - h - 20,
      pal.ramp('maize'),
      glow,
    )
  }
  // Reed roof over the nearest bay, its slits letting the sun through.
  let reeds = ''
  for (let i = 0; i < 30; i++) reeds += `M${i * 42 - 20} -10l${r.int(-14, 14)} ${r.int(26, 60)}`
  out +=
    stroke(reeds, mix(pal.dark, wall[3], 0.4), 22) +
    shafts(a, 600 + a.light * 300, 20, 760, 760, 6, glow, a.night ? 0.1 : 0.2, -a.light * 420)
  return out
}

/** The spice counter: cones of powder, scales, jars. */
export function soukSpices(a: Art): string {
  const { pal } = a,
    r = a.r.fork('spices'),
    wall = pal.ramp(r.pick(['cenote', 'jade', 'plum', 'terracotta'] as const)),
    wood = pal.ramp('wood'),
    brass = pal.ramp('maize'),
    cream = pal.ramp('cream')
  let out =
    fill(box(0, 0, W, H), wall[2]) +
    fill(
      box(0, 0, W, H),
      a.grain({ ink: wall[3], from: [600 + a.light * 200, 0], to: [600 - a.light * 700, 0], opacity: 0.9 }),
    )
  out +=
    framedArch(a, 600, 520, 300, 392, cream, mix(pal.sun, pal.sky[2], 0.3)) +
    zellige(a, -10, 430, 396, 100, 50, cream[0], [wall[2], pal.ramp('terracotta')[1], brass[1]]) +
    zellige(a, 816, 430, 396, 100, 50, cream[0], [wall[2], pal.ramp('terracotta')[1], brass[1]])
  for (const side of [-1, 1])
    for (const [row, y] of [190, 350].entries()) {
      const x0 = side < 0 ? 20 : 836
      out += fill(box(x0, y, 344, 13), wood[1]) + fill(box(x0, y + 13, 344, 8), wood[3])
      for (let i = 0; i < 4; i++) {
        const x = x0 + 46 + i * 84,
          jar = pal.ramp(CLOTH[(i + row * 2 + (side > 0 ? 3 : 0)) % 6]!)
        out +=
          shape(a, `M${x - 30} ${y}v-76q0-16 12-20h36q12 4 12 20v76z`, mix(jar[1], '#FFFFFF', 0.05), [
            { ink: jar[3], from: [x + a.light * 8, 0], to: [x - a.light * 34, 0], opacity: 0.9 },
          ]) +
          fill(box(x - 24, y - 110, 48, 16), brass[1]) +
          fill(box(x - 20, y - 58, 40, 26), cream[0])
      }
    }
  out += person(a, 'seller', 600 + a.light * 20, 640, 2.9, { top: pal.accents[0]!, hat: false })
  out +=
    shape(a, box(-10, 500, W + 20, 310), wood[2], [{ ink: wood[3], from: [0, 520], to: [0, 820], opacity: 0.9 }]) +
    fill(box(-10, 494, W + 20, 12), wood[0])
  // Scales stand between the cones.
  const heapAt = (x: number, y: number, w: number, c: Pigment) => {
    const p = pal.ramp(c),
      h = w * 0.92
    return (
      fill(ellipse(x, y + 6, w * 0.62, w * 0.16), pal.dark, 0.3) +
      shape(
        a,
        `M${f1(x)} ${f1(y - h)}q${f1(w * 0.2)} ${f1(h * 0.6)} ${f1(w * 0.5)} ${f1(h * 0.96)}q${f1(-w * 0.5)} ${f1(w * 0.12)} ${f1(-w)} 0q${f1(w * 0.3)} ${f1(-h * 0.36)} ${f1(w * 0.5)} ${f1(-h * 0.96)}z`,
        p[1],
        [
          { ink: p[3], from: [x + a.light * w * 0.05, 0], to: [x - a.light * w * 0.5, 0], opacity: 0.95 },
          { ink: p[0], from: [x + a.light * w * 0.04, 0], to: [x + a.light * w * 0.4, 0], opacity: 0.7 },
        ],
      ) +
      shape(
        a,
        `M${f1(x - w * 0.56)} ${f1(y - w * 0.06)}q${f1(w * 0.56)} ${f1(w * 0.16)} ${f1(w * 1.12)} 0l${f1(-w * 0.12)} ${f1(w * 0.3)}q${f1(-w * 0.44)} ${f1(w * 0.12)} ${f1(-w * 0.88)} 0z`,
        brass[1],
        [{ ink: brass[3], from: [x + a.light * w * 0.1, 0], to: [x - a.light * w * 0.6, 0], opacity: 0.9 }],
      ) +
      stroke(`M${f1(x - w * 0.52)} ${f1(y + w * 0.05)}q${f1(w * 0.52)} ${f1(w * 0.15)} ${f1(w * 1.04)} 0`, brass[0], 3)
    )
  }
  const inks = r.shuffle<Pigment>(['terracotta', 'maize', 'rosa', 'sand', 'leaf', 'plum', 'cream', 'wood'])
  for (let i = 0; i < 6; i++) out += heapAt(100 + i * 200, 606, 158, inks[i]!)
  for (let i = 0; i < 5; i++) out += heapAt(110 + i * 245, 748, 206, inks[(i + 3) % 8]!)
  return out + pierced(a, 190, 110, 34, -10, brass, '#FFE9B0') + pierced(a, 1010, 110, 34, -10, brass, '#FFE9B0')
}

/** A wall of rugs in the dyers' yard, one weaver's boy carrying another. */
export function soukRugs(a: Art): string {
  const { pal } = a,
    r = a.r.fork('rugs'),
    wall = pal.ramp(r.pick(['sand', 'terracotta', 'rosa'] as const))
  let out =
    fill(box(0, 0, W, H), wall[0]) +
    fill(
      box(0, 0, W, H),
      a.grain({ ink: wall[2], from: [600 + a.light * 300, 0], to: [600 - a.light * 700, 200], opacity: 0.9 }),
    )
  out += fill(box(-10, 40, W + 20, 12), mix(pal.dark, wall[3], 0.4))
  let x = -40,
    k = 0
  while (x < W) {
    const w = r.range(150, 215),
      h = r.range(430, 560)
    out +=
      fill(
        poly([
          [x - a.light * 16, 70],
          [x + w - a.light * 16, 70],
          [x + w - a.light * 16, 60 + h],
          [x - a.light * 16, 60 + h],
        ]),
        pal.dark,
        0.28,
      ) + rug(a, 'w' + k++, x, 46, w, h)
    x += w + r.range(12, 34)
  }
  const ground = mix(pal.ramp('sand')[1], pal.ramp('stone')[2], 0.4)
  out += shape(a, box(-10, 650, W + 20, 170), ground, [
    { ink: mix(ground, pal.dark, 0.6), from: [0, 660], to: [0, 850], opacity: 0.7 },
  ])
  // Rolled and folded ones below.
  for (let i = 0; i < 5; i++) {
    const c = pal.ramp(CLOTH[(i + 2) % 7]!),
      rx = 130 + i * 54 + (i > 2 ? 610 : 0)
    out +=
      shape(a, box(rx - 24, 520 + (i % 2) * 30, 48, 220 - (i % 2) * 30), c[1], [
        { ink: c[3], from: [rx + a.light * 4, 0], to: [rx - a.light * 28, 0], opacity: 0.9 },
      ]) +
      fill(ellipse(rx, 520 + (i % 2) * 30, 24, 9), c[0]) +
      stroke(ellipse(rx, 520 + (i % 2) * 30, 12, 4.5), c[3], 2.4)
  }
  const c = pal.ramp(pal.accents[0]!)
  out +=
    person(a, 'p', 600, 752, 3.1, { top: 'cream', bottom: 'cenote', hat: r.chance(0.4) }) +
    group(
      shape(a, box(-120, -32, 240, 64), c[1], [{ ink: c[3], from: [0, -20], to: [0, 40], opacity: 0.8 }]) +
        fill(ellipse(a.light * 120, 0, 15, 32), c[0]) +
        stroke(ellipse(a.light * 120, 0, 8, 17), c[3], 3) +
        stroke('M-60-32v64M50-32v64', pal.ramp('cream')[0], 7),
      at(600, 498, 1, false, -6),
    )
  return out
}

export const souk = (a: Art): string => a.r.fork('souk').pick([soukAlley, soukAlley, soukSpices, soukRugs])(a)
