import { type Art, f1, fill, type Pt, shape, stroke, W } from '../press.ts'
import { mix } from '../palettes.ts'
import { kayakBack, kayakSide } from '../layers/boats.ts'
import { heron } from '../layers/figures.ts'
import { canopy, leafInks, lianas } from '../layers/flora.ts'
import { birds, clouds, mist, sky, sparks, stars, sun } from '../layers/sky.ts'
import { reflect, sea } from '../layers/water.ts'

export function mangroveKayak(a: Art): string {
  const { pal } = a,
    r = a.r.fork('mk'),
    y = r.range(410, 450),
    leaf = (t: number) => leafInks(a, t),
    dark = mix(pal.dark, leaf(1).deep, 0.25)
  let out = sky(a, y)
  const sx = 600 + r.range(-60, 60),
    sy = y - r.range(90, 170)
  out += (a.night ? stars(a, 90, 380) : '') + sun(a, sx, sy, r.range(58, 86)) + clouds(a, 80, 240, 2)
  out +=
    canopy(a, 'f0', { y: y - 40, amp: 16, size: 30, ...leaf(0.22), floor: y + 4, marks: 20, bow: 50 }) +
    canopy(a, 'f1', { y: y - 18, amp: 14, size: 36, ...leaf(0.45), floor: y + 4, marks: 24, bow: 150 })
  out +=
    mist(a, y, 80, 0.6) +
    sea(a, {
      y,
      sunX: sx,
      inks: [
        mix(pal.sky[2], pal.water[0], 0.3),
        mix(pal.water[1], leaf(0.4).ink, 0.35),
        mix(pal.water[3], leaf(0.9).deep, 0.4),
      ],
    })
  // Plates of mangrove, each an arch of leaf on stilts, nearer ones wider and darker.
  const arch = (
    tag: string,
    o: { rx: number; top: number; foot: number; ink: string; glint: string; deep: string; root: number },
  ) => {
    const rr = a.r.fork('arch' + tag),
      hem = o.foot - o.root * 1.5,
      n = Math.round(o.rx / 17)
    let d = `M-40-40V${f1(hem)}`,
      p: Pt = [-40, hem],
      marks = ''
    const to = (q: Pt) => {
      const c = Math.hypot(q[0] - p[0], q[1] - p[1])
      d += `A${f1(c * 0.56)} ${f1(c * 0.56)} 0 0 0 ${f1(q[0])} ${f1(q[1])}`
      p = q
    }
    for (let x = -40; x < 600 - o.rx - 50; x += rr.range(40, 64))
      to([Math.min(x + 40, 600 - o.rx), hem + rr.range(-16, 14)])
    for (let i = 1; i < n; i++) {
      const t = Math.PI * (1 - i / n),
        k = rr.range(0.93, 1.05)
      to([600 + Math.cos(t) * o.rx * k, hem - Math.sin(t) ** 0.8 * (hem - o.top) * k])
      for (let m = 0; m < 2; m++) {
        const s = rr.range(8, 20),
          q = rr.range(0.04, 0.6),
          mx = p[0] + Math.cos(t) * q * 260 + rr.range(-40, 40),
          my = p[1] - Math.sin(t) * q * 200 - 14 + rr.range(-40, 30)
        marks += `M${f1(mx - s)} ${f1(my)}q${f1(s)} ${f1(-s)} ${f1(s * 2)} 0q${f1(-s)} ${f1(-s * 0.3)} ${f1(-s * 2)} 0z`
      }
    }
    for (let x = 600 + o.rx; x < W + 40; x += rr.range(40, 64)) to([x, hem + rr.range(-16, 14)])
    d += `L${W + 60} ${f1(hem)}V-40z`
    let roots = '',
      trunks = ''
    for (const k of [-1, 1])
      for (let i = 0; i < 4; i++) {
        const tx = 600 + k * (o.rx + 8 + (i * (600 - o.rx + 60)) / 4 + rr.range(-8, 12)),
          h = o.root * rr.range(0.85, 1.1)
        trunks += `M${f1(tx)} ${f1(hem - 50)}L${f1(tx + rr.range(-6, 6))} ${f1(o.foot - h * 0.72)}`
        for (const s of [-1, -0.5, 0.45, 1]) {
          const l = h * 0.62 * s * rr.range(0.85, 1.2)
          roots += `M${f1(tx)} ${f1(o.foot - h * (0.7 + 0.3 * Math.abs(s)))}q${f1(l * 0.95)} ${f1(h * 0.02)} ${f1(l)} ${f1(h * (0.72 + 0.3 * Math.abs(s)) + rr.range(-4, 8))}`
        }
      }
    const w = o.root * 0.06,
      body = stroke(trunks, o.deep, w * 2.2) + stroke(roots, o.deep, w),
      grain = [
        { ink: o.glint, from: [0, hem - 260] as Pt, to: [0, hem + 30] as Pt, opacity: 0.6 },
        { ink: o.deep, from: [0, o.top + 60] as Pt, to: [0, -60] as Pt, opacity: 0.8 },
      ]
    return (
      reflect(a, body, o.foot + 4, 0.45, 0.4) +
      body +
      stroke(roots, o.glint, w * 0.25, `opacity=".55" transform="translate(${a.light * w * 0.25} -1)"`) +
      shape(a, d, o.ink, grain) +
      fill(marks, o.glint, 0.6)
    )
  }
  const l1 = leaf(0.66),
    l2 = leaf(0.98)
  out += arch('f', { rx: 290, top: 110, foot: y + 42, root: 92, ...l1, deep: mix(l1.deep, dark, 0.4) })
  const plan = r.pick(['back', 'two', 'side'] as const)
  if (plan === 'two') out += kayakBack(a, 600 + a.light * 120, y + 86, 0.62, pal.accents[1]!, 'maize', 12)
  out += arch('n', {
    rx: r.range(410, 450),
    top: 40,
    foot: 672,
    root: 210,
    ink: mix(l2.ink, dark, 0.6),
    glint: l2.ink,
    deep: dark,
  })
  if (plan === 'side') out += kayakSide(a, 600, 600, 1.25, pal.accents[0]!, r.chance(0.5), 2)
  else
    out += kayakBack(
      a,
      600 - (plan === 'two' ? a.light * 60 : r.range(-30, 30)),
      600,
      1.35,
      pal.accents[0]!,
      pal.accents[2]!,
      r.range(-20, -10),
    )
  out +=
    heron(600 - a.light * 250, y + 56, 0.95, pal.ramp('snow')[a.night ? 2 : 0], a.light < 0) +
    (a.night ? sparks(a, 60, 200, 300, 1000, 700, '#BFEBD9', 3.4) : birds(a, 600 + a.light * 80, 170, 5))
  return (
    out +
    lianas(a, 'v', { n: 9, x0: 0, x1: 260, y: -10, len: [60, 240], ink: dark, leaf: l2.ink }) +
    lianas(a, 'w', { n: 9, x0: 940, x1: 1200, y: -10, len: [60, 240], ink: dark, leaf: l2.ink })
  )
}
