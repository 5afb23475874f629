import { type Art, ellipse, f1, fill, lens, poly, shape, stroke } from '../press.ts'
import { mix } from '../palettes.ts'
import { leafInks, palm } from '../layers/flora.ts'
import { pyramid } from '../layers/pyramid.ts'
import { cliff, ridge } from '../layers/relief.ts'
import { birds, clouds, sky, sun } from '../layers/sky.ts'
import { sea } from '../layers/water.ts'

/** A walled city's temple on a sea cliff, seen from the water, with a panga below. */
export function coastRuin(a: Art): string {
  const { pal } = a,
    r = a.r.fork('coast-ruin'),
    y = r.range(430, 455),
    side = r.chance(0.5) ? 1 : -1,
    X = (u: number) => 600 + side * u,
    sx = X(r.range(-330, -210)),
    sy = y - r.range(120, 220),
    foam = mix(pal.sky[2], '#FFFFFF', 0.45)
  const stone = pal.ramp('stone'),
    warm = pal.ramp('sand'),
    rock: [string, string, string] = [
      mix(stone[0], warm[0], 0.35),
      mix(stone[1], warm[1], 0.35),
      mix(stone[3], warm[2], 0.25),
    ]
  const green = leafInks(a, 0.8)
  let out = sky(a, y) + sun(a, sx, sy, r.range(58, 92)) + clouds(a, 60, 270, r.int(2, 4))
  out += ridge(a, 'far', { y: y - 12, amp: 12, depth: 0.2, floor: y + 2 }) + sea(a, { y, sunX: sx })
  // The shore runs on behind: lower, paler, green on top.
  out += cliff(a, 'f', { side, reach: 700, top: y - 74, base: y + 40, depth: 0.42, lean: 120, stone: rock })
  const top = r.range(346, 364),
    templeX = X(r.range(250, 290))
  out += pyramid(a, 't', {
    x: templeX,
    base: top + 16,
    w: r.range(370, 420),
    h: r.range(225, 255),
    tiers: 5,
    turn: r.range(0.6, 0.72),
    style: 'chichen',
    overgrown: r.chance(0.3),
  })
  // A lesser shrine by the edge, and the wall that closes the city on the land side.
  const shrine = X(72),
    [lit, plain, , deep] = stone
  out +=
    shape(
      a,
      poly([
        [shrine - 44, top + 30],
        [shrine - 38, top - 34],
        [shrine + 38, top - 34],
        [shrine + 44, top + 30],
      ]),
      plain,
      [{ ink: deep, from: [shrine + a.light * 20, 0], to: [shrine - a.light * 60, 0], opacity: 0.8 }],
    ) +
    fill(
      poly([
        [shrine - 48, top - 34],
        [shrine + 48, top - 34],
        [shrine + 44, top - 48],
        [shrine - 44, top - 48],
      ]),
      lit,
    ) +
    fill(
      poly([
        [shrine - 11, top + 30],
        [shrine - 9, top - 12],
        [shrine + 9, top - 12],
        [shrine + 11, top + 30],
      ]),
      pal.dark,
      0.85,
    )
  out += cliff(a, 'n', { side, reach: 640, top, base: 664, depth: 0.8, lean: 90, stone: rock })
  let turf = ''
  for (let u = 0; u < 640; u += 26)
    turf += ellipse(X(u), top + 24 + r.range(-5, 7) + (u < 40 ? 14 : 0), r.range(20, 34), r.range(9, 15))
  out += fill(turf, green.ink) + fill(lens(X(470), 664, 520, 15) + lens(X(120), 670, 300, 11), foam, 0.85)
  out += palm(a, 'p', {
    x: X(486),
    y: top + 44,
    h: r.range(190, 240),
    lean: -side * 34,
    ink: mix(pal.dark, green.deep, 0.35),
    rim: green.ink,
  })
  // A panga with an awning, riding the near water.
  const px = X(r.range(-190, -130)),
    py = r.range(610, 640),
    hull = pal.ramp('snow'),
    awning = pal.ramp(pal.accents[0]!)
  out +=
    fill(lens(px, py + 42, 330, 14), pal.water[3], 0.55) +
    shape(a, `M${f1(px - 130)} ${f1(py)}q130 22 262-14q-14 44-44 50h-176q-30-4-42-36z`, hull[0], [
      { ink: hull[3], from: [0, py], to: [0, py + 44], opacity: 0.8 },
    ]) +
    stroke(`M${f1(px - 126)} ${f1(py + 12)}q128 22 250-12`, pal.ramp('cenote')[1], 5) +
    stroke(`M${f1(px - 62)} ${f1(py + 6)}v-66M${f1(px + 58)} ${f1(py + 6)}v-66`, pal.dark, 4) +
    fill(`M${f1(px - 84)} ${f1(py - 58)}q82-22 164 0l-6 12h-152z`, awning[1])
  for (const dx of [-34, 4, 38])
    out +=
      fill(`M${f1(px + dx - 11)} ${f1(py + 8)}v-24q11-12 22 0v24z`, pal.ramp(pal.accents[dx > 0 ? 1 : 2]!)[1]) +
      fill(ellipse(px + dx, py - 30, 8, 9), pal.ramp('skin')[1])
  return out + birds(a, sx + side * 60, sy - 70, r.int(4, 7))
}
