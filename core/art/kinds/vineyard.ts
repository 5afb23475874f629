import { type Art, box, fill, poly, shape } from '../press.ts'
import { mix } from '../palettes.ts'
import { person } from '../layers/figures.ts'
import { cypress, leafFrame, leafInks, roundTree } from '../layers/flora.ts'
import { ridge, rows } from '../layers/relief.ts'
import { birds, clouds, mist, sky, stars, sun } from '../layers/sky.ts'

export function vineyard(a: Art): string {
  const { pal } = a,
    r = a.r.fork('vy'),
    leaf = (t: number) => leafInks(a, t),
    side = r.chance(0.5) ? 1 : -1
  let out =
    sky(a, 440) +
    (a.night ? stars(a) : '') +
    sun(a, 600 + a.light * r.range(100, 300), r.range(170, 280), r.range(62, 100)) +
    clouds(a, 60, 250, 3)
  out +=
    ridge(a, 'a', { y: 420, amp: 50, depth: 0.2 }) +
    ridge(a, 'b', { y: 460, amp: 46, depth: 0.38, soft: true }) +
    mist(a, 490, 80, 0.6)
  const crop = (t: number, warm: number): [string, string, string] => {
    const l = leaf(t)
    return [
      mix(l.glint, pal.ramp('maize')[0], warm),
      mix(l.ink, pal.ramp('sand')[0], 0.42),
      mix(l.deep, pal.ramp('wood')[3], 0.25),
    ]
  }
  const hx = 600 - side * r.range(60, 160)
  out += rows(a, 'r0', {
    y: 520,
    amp: 80,
    depth: 0.5,
    crop: crop(0.5, 0.3),
    n: 8,
    gap: 12,
    peak: 600 + side * 320,
    width: 340,
  })
  let trees = ''
  out += rows(a, 'r1', { y: 575, amp: 110, depth: 0.62, crop: crop(0.62, 0.25), n: 9, gap: 17, peak: hx, width: 360 })
  for (let i = 0; i < 9; i++)
    trees += cypress(
      hx - side * 150 + i * side * 42,
      482 - Math.sin(i / 3) * 14 + (i > 4 ? (i - 4) * 8 : 0),
      r.range(80, 130),
    )
  out += fill(trees, mix(leaf(0.85).deep, pal.dark, 0.3))
  const w = pal.ramp('sand'),
    t = pal.ramp('terracotta'),
    b = 482
  out +=
    shape(a, box(hx - 70, b - 70, 140, 78), w[0], [
      { ink: w[2], from: [hx + a.light * 30, 0], to: [hx - a.light * 80, 0], opacity: 0.85 },
    ]) +
    fill(
      poly([
        [hx - 80, b - 68],
        [hx, b - 100],
        [hx + 80, b - 68],
      ]),
      t[1],
    ) +
    shape(a, box(hx + side * 34 - 26, b - 150, 52, 90), w[0], [
      { ink: w[2], from: [hx + side * 34 + a.light * 10, 0], to: [hx + side * 34 - a.light * 34, 0], opacity: 0.85 },
    ]) +
    fill(
      poly([
        [hx + side * 34 - 34, b - 148],
        [hx + side * 34, b - 172],
        [hx + side * 34 + 34, b - 148],
      ]),
      t[2],
    ) +
    fill(
      box(hx - 40, b - 40, 18, 26) + box(hx - 4, b - 40, 18, 26) + box(hx + side * 34 - 7, b - 130, 14, 22),
      a.night || a.time === 'dusk' ? '#F7C15A' : pal.dark,
    )
  out += rows(a, 'r2', {
    y: 690,
    amp: 120,
    depth: 0.85,
    crop: crop(0.85, 0.16),
    n: 7,
    gap: 34,
    peak: 600 + side * 300,
    width: 420,
  })
  for (let i = 0; i < 4; i++)
    out += roundTree(a, 'o' + i, {
      x: 600 + side * (120 + i * 130),
      y: 640 + i * 22 + (i % 2) * 10,
      h: 120 + i * 22,
      trunk: mix(pal.dark, pal.ramp('wood')[2], 0.4),
      leaf: mix(leaf(0.75).ink, pal.ramp('stone')[1], 0.22),
      glint: mix(leaf(0.7).glint, pal.ramp('stone')[0], 0.4),
    })
  out +=
    person(a, 'a', 600 - side * 60, 704, 1.1, { top: pal.accents[0]!, hat: true, bottom: 'cenote' }) +
    person(a, 'b', 600 - side * 6, 700, 1.04, {
      top: pal.accents[1]!,
      skirt: true,
      bottom: pal.accents[2]!,
      hat: r.chance(0.5),
      flip: true,
    })
  const d = mix(pal.dark, leaf(1).deep, 0.3)
  out += leafFrame(a, 'l', {
    x: 600 - side * 640,
    y: 830,
    reach: 340,
    from: side > 0 ? -1.5 : -3,
    to: side > 0 ? -0.15 : -1.65,
    ink: d,
    vein: leaf(1).ink,
    kind: 'monstera',
  })
  return out + birds(a, 600 - a.light * 140, 190, 5)
}
