import { type Art, curve, H, makeNoise, type Pt, shape, W } from '../press.ts'
import { mix } from '../palettes.ts'
import { lancha, sailboat } from '../layers/boats.ts'
import { peaks, ridge } from '../layers/relief.ts'
import { breach, whaleTail } from '../layers/seaLife.ts'
import { birds, clouds, sky, stars, sun } from '../layers/sky.ts'
import { ripples, sea } from '../layers/water.ts'

export function whaleWatching(a: Art): string {
  const { pal } = a,
    r = a.r.fork('ww'),
    y = r.range(380, 450),
    act = r.pick(['tail', 'tail', 'breach'] as const)
  let out = sky(a, y)
  const sx = 600 + a.light * r.range(110, 330),
    sy = y - r.range(60, 230)
  out += (a.night ? stars(a) : '') + sun(a, sx, sy, r.range(64, 120)) + clouds(a, 60, 280, r.int(2, 4))
  if (r.chance(0.7))
    out += r.chance(0.5)
      ? peaks(a, 'm', {
          base: y,
          depth: 0.28,
          floor: y + 3,
          snow: 0.3,
          list: [0, 1, 2, 3, 4, 5].map((i) => ({
            x: i * 240 + r.range(-60, 60),
            h: r.range(70, 190),
            slope: r.range(0.8, 1.1),
          })),
        })
      : ridge(a, 'h', { y: y - 40, amp: 46, depth: 0.3, floor: y + 3 })
  out += sea(a, { y, sunX: sx, floor: H })
  const bs = r.chance(0.5) ? 1 : -1
  out += r.chance(0.5)
    ? sailboat(a, 600 + bs * 400, y + 20, 0.9, 'cream', bs > 0)
    : lancha(a, 600 + bs * 380, y + 56, 0.52, pal.accents[0]!, bs > 0, 3)
  // A swell in front of the boat, then the animal, then a nearer swell.
  const swell = (tag: string, yy: number, amp: number, ink: string, glint: string) => {
    const noise = makeNoise(a.r.fork('swell' + tag), 2),
      pts: Pt[] = []
    for (let x = -40; x <= W + 60; x += 60) pts.push([x, yy - amp * noise(x / 240)])
    return shape(a, `${curve(pts, false)}V${H + 10}H-40z`, ink, [
      { ink: glint, from: [0, yy + amp + 40], to: [0, yy - amp - 8], opacity: 0.6 },
      { ink: pal.water[3], from: [0, yy + 40], to: [0, yy + 260], opacity: 0.7 },
    ])
  }
  out += swell('a', y + 120, 12, mix(pal.water[2], pal.water[1], 0.25), mix(pal.sky[2], pal.water[1], 0.4))
  const wx = 600 - a.light * r.range(0, 70)
  out +=
    act === 'tail'
      ? whaleTail(a, wx, 640, r.range(1.25, 1.42), r.range(-9, 9))
      : breach(a, wx - 30, 650, r.range(1.12, 1.25), r.chance(0.5))
  out += ripples(a, wx, 660, 300, 4, mix(pal.sky[2], '#FFFFFF', 0.3), 0.6)
  out +=
    swell('b', 712, 14, mix(pal.water[2], pal.water[3], 0.5), mix(pal.water[1], pal.sky[2], 0.2)) +
    swell('c', 770, 12, pal.water[3], pal.water[2])
  return (
    out +
    birds(a, 600 + a.light * 200, y - 190, r.int(5, 9), 1.2, a.night ? pal.sky[2] : mix(pal.dark, pal.sky[0], 0.2))
  )
}
