import { type Art, box, circle, f1, fill, poly, type Pt, shape, stroke } from '../press.ts'
import { mix } from '../palettes.ts'
import { person } from '../layers/figures.ts'
import { leafInks, roundTree } from '../layers/flora.ts'
import { peaks, ridge, rows, volcano } from '../layers/relief.ts'
import { birds, clouds, mist, sky, stars, sun } from '../layers/sky.ts'

export function coffeeFarm(a: Art): string {
  const { pal } = a,
    r = a.r.fork('cf'),
    leaf = (t: number) => leafInks(a, t),
    side = r.chance(0.5) ? 1 : -1
  let out = sky(a, 430)
  out +=
    (a.night ? stars(a) : '') +
    sun(a, 600 + a.light * r.range(60, 280), r.range(160, 260), r.range(58, 92)) +
    clouds(a, 60, 250, r.int(2, 4))
  if (r.chance(0.6))
    out += volcano(a, 'v', {
      x: 600 - a.light * r.range(60, 240),
      base: 470,
      h: r.range(200, 270),
      w: 380,
      depth: 0.32,
      snow: false,
    })
  else
    out += peaks(a, 'm', {
      base: 470,
      depth: 0.3,
      list: [0, 1, 2, 3, 4].map((i) => ({
        x: i * 300 + r.range(-60, 60),
        h: r.range(120, 260),
        slope: r.range(0.8, 1.1),
      })),
    })
  out += ridge(a, 'a', { y: 430, amp: 44, depth: 0.42 }) + mist(a, 480, 90, 0.75)
  const crop = (t: number): [string, string, string] => {
    const l = leaf(t)
    return [l.glint, mix(l.ink, pal.ramp('maize')[1], 0.16), l.deep]
  }
  out +=
    rows(a, 'r0', {
      y: 500,
      amp: 70,
      depth: 0.5,
      crop: crop(0.5),
      n: 7,
      gap: 12,
      bush: true,
      peak: 600 + side * 380,
      width: 330,
    }) + mist(a, 540, 60, 0.4)
  // Farmhouse on the shoulder of the hill.
  const hx = 600 - side * r.range(40, 120),
    hy = 545,
    w = pal.ramp(r.pick(['cream', 'snow', 'maize'] as const)),
    t = pal.ramp('terracotta')
  out += rows(a, 'r1', {
    y: 585,
    amp: 90,
    depth: 0.65,
    crop: crop(0.66),
    n: 8,
    gap: 19,
    bush: true,
    peak: hx,
    width: 400,
  })
  const b = hy - 26
  out += roundTree(a, 'h', {
    x: hx + side * 150,
    y: b + 14,
    h: 130,
    trunk: pal.dark,
    leaf: leaf(0.8).ink,
    glint: leaf(0.8).glint,
  })
  out +=
    shape(a, box(hx - 88, b - 48, 176, 62), w[0], [
      { ink: w[2], from: [hx + a.light * 40, 0], to: [hx - a.light * 100, 0], opacity: 0.8 },
    ]) +
    shape(
      a,
      poly([
        [hx - 112, b - 44],
        [hx - 66, b - 96],
        [hx + 66, b - 96],
        [hx + 112, b - 44],
      ]),
      t[1],
      [{ ink: t[3], from: [0, b - 96], to: [0, b - 40], opacity: 0.8 }],
      t[0],
      3,
    ) +
    fill(
      box(hx - 12, b - 26, 24, 40) + box(hx - 66, b - 26, 24, 22) + box(hx + 42, b - 26, 24, 22),
      a.night || a.time === 'dusk' ? '#F7C15A' : pal.ramp('cenote')[2],
    ) +
    stroke(
      `M${f1(hx - 96)} ${f1(b - 44)}v58M${f1(hx - 34)} ${f1(b - 44)}v58M${f1(hx + 34)} ${f1(b - 44)}v58M${f1(hx + 96)} ${f1(b - 44)}v58`,
      pal.ramp('wood')[2],
      4,
    )
  out += rows(a, 'r2', {
    y: 690,
    amp: 110,
    depth: 0.85,
    crop: crop(0.86),
    n: 6,
    gap: 34,
    bush: true,
    peak: 600 + side * 330,
    width: 420,
  })
  out +=
    person(a, 'picker', 600 + side * 120, 700, 1.25, {
      top: pal.accents[0]!,
      skirt: r.chance(0.5),
      hat: true,
      pack: 'maize',
      bottom: 'cenote',
      flip: side > 0,
    }) +
    (r.chance(0.6)
      ? person(a, 'picker2', 600 - side * 150, 668, 0.85, {
          top: pal.accents[1]!,
          hat: true,
          skirt: true,
          bottom: 'terracotta',
        })
      : '')
  out += rows(a, 'r3', {
    y: 800,
    amp: 90,
    depth: 1,
    crop: [leaf(0.95).glint, mix(leaf(0.95).ink, pal.dark, 0.3), mix(leaf(0.95).deep, pal.dark, 0.5)],
    n: 3,
    gap: 40,
    bush: true,
    peak: 600 - side * 300,
    width: 420,
  })
  // A branch heavy with cherries, hung across the near corner.
  const branch = (fs: number, y0: number, tag: string) => {
    const X = (u: number) => 600 + fs * u,
      rr = a.r.fork('branch' + tag),
      dark = mix(pal.dark, leaf(1).deep, 0.3),
      ch = pal.ramp('terracotta'),
      yel = pal.ramp('maize')
    let leaves = '',
      veins = '',
      back = '',
      cherries = '',
      spots = '',
      un = ''
    const at = (v: number): Pt => [X(650 - 420 * v), y0 + 130 * v + 60 * v * v]
    for (let i = 0; i < 7; i++) {
      const v = 0.08 + i / 7.4,
        [bx, by] = at(v)
      for (const s of [-1, 1]) {
        const l = rr.range(110, 160) * (1.1 - v * 0.4),
          ang = s * rr.range(0.7, 1.15) + 0.4,
          ex = bx - fs * Math.cos(ang) * l,
          ey = by + Math.sin(ang) * l,
          nx = -(ey - by) * 0.28,
          ny = (ex - bx) * 0.28
        const d = `M${f1(bx)} ${f1(by)}Q${f1((bx + ex) / 2 + nx)} ${f1((by + ey) / 2 + ny)} ${f1(ex)} ${f1(ey)}Q${f1((bx + ex) / 2 - nx)} ${f1((by + ey) / 2 - ny)} ${f1(bx)} ${f1(by)}z`
        if (s < 0) back += d
        else leaves += d
        veins += `M${f1(bx)} ${f1(by)}L${f1(ex)} ${f1(ey)}`
      }
      for (let c = 0; c < 5; c++) {
        const cx = bx + rr.range(-30, 30),
          cy = by + rr.range(2, 34),
          rad = rr.range(10, 13.5)
        if (rr.chance(0.2)) un += circle(cx, cy, rad * 0.9)
        else cherries += circle(cx, cy, rad)
        spots += `M${f1(cx + a.light * rad * 0.35)} ${f1(cy - rad * 0.4)}h0`
      }
    }
    const [p, m, q] = [at(0), at(0.5), at(1)]
    return (
      fill(back, mix(dark, leaf(0.95).ink, 0.3)) +
      fill(leaves, mix(dark, leaf(0.95).ink, 0.62)) +
      stroke(veins, leaf(0.9).glint, 2, 'opacity=".6"') +
      stroke(
        `M${f1(p[0])} ${f1(p[1])}Q${f1(m[0])} ${f1(m[1])} ${f1(q[0])} ${f1(q[1])}`,
        mix(pal.dark, pal.ramp('wood')[2], 0.5),
        8,
      ) +
      fill(un, yel[1]) +
      shape(a, cherries, ch[1], [{ ink: ch[3], from: [0, y0], to: [0, y0 + 260], opacity: 0.6 }]) +
      stroke(spots, ch[0], 5)
    )
  }
  return out + branch(-side, r.chance(0.5) ? 20 : 480, 'a') + birds(a, 600, 190, r.int(3, 5))
}
