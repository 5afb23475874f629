import { type Art, curve, fill, H, lens, makeNoise, type Pt, shape, W } from '../press.ts'
import { mix } from '../palettes.ts'
import { horse } from '../layers/figures.ts'
import { agave, leafInks, palm } from '../layers/flora.ts'
import { ridge } from '../layers/relief.ts'
import { birds, clouds, sky, stars, sun } from '../layers/sky.ts'
import { sea } from '../layers/water.ts'

export function horseRide(a: Art): string {
  const { pal } = a,
    r = a.r.fork('hr'),
    y = 430
  let out = sky(a, y) + (a.night ? stars(a) : '')
  const sx = 600 + a.light * r.range(0, 180)
  out +=
    sun(a, sx, y - r.range(40, 150), r.range(90, 140)) +
    clouds(a, 60, 250, 3) +
    ridge(a, 'f', { y: y - 20, amp: 40, depth: 0.26, floor: y + 3 }) +
    sea(a, { y, sunX: sx, floor: 640 })
  const sand = pal.ramp('sand'),
    edge: Pt[] = [],
    noise = makeNoise(r, 2)
  for (let x = -40; x <= W + 60; x += 60) edge.push([x, 600 + 16 * noise(x / 200)])
  out +=
    fill(
      `${curve(
        edge.map(([x, yy]): Pt => [x, yy - 12]),
        false,
      )}V${H}H-40z`,
      mix(pal.sky[2], '#FFFFFF', 0.4),
    ) +
    shape(a, `${curve(edge, false)}V${H}H-40z`, mix(sand[0], pal.sky[2], 0.15), [
      { ink: sand[3], from: [0, 600], to: [0, 850], opacity: 0.7 },
    ])
  const flip = a.light < 0,
    n = r.int(2, 3)
  for (let i = n - 1; i >= 0; i--) {
    const x = 600 + (i - (n - 1) / 2) * 250 * (flip ? 1 : -1),
      yy = 690 - i * 16,
      s = 1.5 - i * 0.16
    out +=
      fill(lens(x - a.light * 40, yy + 2, 250 * s, 10), sand[3], 0.45) +
      horse(a, x, yy, s, mix(pal.dark, pal.ramp('wood')[i % 2 ? 1 : 2], 0.35 + 0.1 * i), {
        flip,
        rider: pal.accents[i % 3]!,
        glint: pal.ramp('wood')[0],
      })
  }
  return (
    out +
    palm(a, 'p', {
      x: 600 - a.light * 540,
      y: 800,
      h: 560,
      lean: a.light * 100,
      ink: mix(pal.dark, leafInks(a, 1).deep, 0.25),
      rim: leafInks(a, 0.9).glint,
    }) +
    palm(a, 'q', {
      x: 600 - a.light * 600,
      y: 810,
      h: 420,
      lean: a.light * 40,
      ink: mix(pal.dark, leafInks(a, 1).deep, 0.25),
      rim: leafInks(a, 0.9).glint,
    }) +
    agave(a, 600 + a.light * 520, 800, 150, mix(pal.dark, leafInks(a, 1).ink, 0.4), leafInks(a, 0.9).glint) +
    birds(a, 600, 170, 6)
  )
}
