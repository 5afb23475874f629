import { type Art, box, f1, fill, lens, shape, stroke } from '../press.ts'
import { mix, type Pigment } from '../palettes.ts'
import { person } from '../layers/figures.ts'
import { blossom, leafFrame, leafInks } from '../layers/flora.ts'
import { belfry, dome, streetArch } from '../layers/landmarks.ts'
import { papelPicado } from '../layers/papelPicado.ts'
import { type Eye, project } from '../layers/perspective.ts'
import { ridge, volcano } from '../layers/relief.ts'
import { birds, clouds, sky, stars, sun } from '../layers/sky.ts'
import { facades, street } from '../layers/street.ts'

type End = 'arch' | 'tower' | 'dome' | 'volcano'

/** A street that ends in what is asked for, or in the seed's choice. */
export function colonialStreet(a: Art, asked?: End): string {
  const { pal } = a,
    r = a.r.fork('cs'),
    picked = r.pick(['arch', 'tower', 'dome', 'volcano'] as const),
    end: End = asked ?? picked
  const eye: Eye = { vx: 600 + r.range(-70, 70), vy: r.range(500, 530), f: 640, height: 1.75 }
  let out = sky(a, 500) + (a.night ? stars(a, 110, 420) : '')
  out += sun(a, eye.vx + a.light * r.range(60, 150), r.range(150, 250), r.range(58, 90)) + clouds(a, 60, 300, 3)
  if (end === 'volcano' || r.chance(0.6))
    out += volcano(a, 'v', {
      x: eye.vx - a.light * 50,
      base: 520,
      h: end === 'volcano' ? 330 : 270,
      w: 330,
      depth: 0.32,
      snow: end === 'volcano' && r.chance(0.4),
    })
  else out += ridge(a, 'h', { y: 450, amp: 40, depth: 0.25 })
  out += ridge(a, 'hills', { y: 500, amp: 24, depth: 0.4 })
  const cols = r.shuffle(['maize', 'terracotta', 'rosa', 'cream', 'aqua', 'sand', 'jade'] as Pigment[]),
    gy = eye.vy + (eye.height * eye.f) / 34
  if (end === 'tower')
    out +=
      belfry(a, eye.vx - 42, gy, 66, 270, pal.ramp('cream'), pal.ramp('maize')) +
      belfry(a, eye.vx + 42, gy, 66, 270, pal.ramp('cream'), pal.ramp('maize'))
  if (end === 'dome')
    out +=
      dome(a, eye.vx, gy - 60, 92, pal.ramp(r.pick(['aqua', 'terracotta', 'cenote'] as const)), pal.ramp('cream')) +
      shape(a, box(eye.vx - 130, gy - 84, 260, 90), pal.ramp('cream')[0], [
        { ink: pal.ramp('cream')[2], from: [eye.vx + a.light * 80, 0], to: [eye.vx - a.light * 140, 0], opacity: 0.8 },
      ])
  if (end === 'arch') out += streetArch(a, eye.vx, gy + 4, 210, 178, pal.ramp(r.pick(['maize', 'terracotta'] as const)))
  const litSide = -a.light as -1 | 1
  out += street(a, eye, 4.3, 2.2, 36, a.light)
  out +=
    facades(a, eye, a.light, { x: 4.3, z0: 2.6, z1: 29, colours: cols.slice(3), lit: false }) +
    facades(a, eye, litSide, { x: 4.3, z0: 2.6, z1: 30, colours: cols, lit: true })
  const hang = r.chance(0.66) && !asked,
    inks = r
      .shuffle(['rosa', 'maize', 'jade', 'terracotta', 'cream', 'cenote'] as Pigment[])
      .slice(0, 5)
      .map((p) => pal.ramp(p)[0])
  if (hang)
    for (const z of [22, 15, 10, 7]) {
      const p = project(eye, -4.2, 5.4, z),
        q = project(eye, 4.2, 5.6, z)
      out += papelPicado(a, 'z' + z, p, q, {
        n: z > 12 ? 10 : 11,
        size: (0.95 * eye.f) / z,
        sag: (0.5 * eye.f) / z,
        inks: z > 12 ? inks.map((i) => mix(i, pal.haze, 0.35)) : inks,
      })
    }
  else {
    const b = pal.ramp('rosa'),
      s = litSide
    for (const z of [6, 11]) {
      const p = project(eye, s * 4.1, 6.2, z)
      out += blossom(a, 'b' + z, {
        x: p[0] - (s > 0 ? 40 : (640 / z) * 1.2),
        y: p[1] - 20,
        w: (640 / z) * 1.7,
        h: (640 / z) * 2.2,
        inks: [b[0], b[1]],
        leaf: leafInks(a, 0.85).deep,
        n: 60,
      })
    }
  }
  for (const [x, z, i] of r
    .shuffle([
      [-0.8, 17, 0],
      [1.4, 12, 1],
      [-1.7, 9.5, 2],
      [0.3, 7.5, 3],
    ] as const)
    .slice(0, 3)
    .sort((p, q) => q[1] - p[1])) {
    const p = project(eye, x, 0, z),
      s = (1.7 * eye.f) / z / 100
    out +=
      fill(lens(p[0] - a.light * 30 * s, p[1], 90 * s, 6 * s), pal.dark, 0.4) +
      person(a, 's' + i, p[0], p[1], s, {
        top: pal.accents[i % 3]!,
        skirt: i % 2 === 0,
        hat: i % 3 === 1,
        bottom: i % 2 ? 'cenote' : 'terracotta',
        flip: r.chance(0.5),
      })
  }
  if (a.night || a.time === 'dusk')
    for (const z of [5.4, 8.6, 13])
      for (const s of [-1, 1]) {
        const p = project(eye, s * 3.9, 3.6, z),
          k = 640 / z / 100
        out +=
          `<circle cx="${f1(p[0])}" cy="${f1(p[1])}" r="${f1(34 * k)}" fill="#F7C15A" opacity=".22"/>` +
          fill(box(p[0] - 4 * k * 2, p[1] - 8 * k * 2, 8 * k * 2, 16 * k * 2), '#FBE0A0') +
          stroke(box(p[0] - 8 * k, p[1] - 16 * k, 16 * k, 32 * k), pal.dark, 1.6)
      }
  const d = mix(pal.dark, leafInks(a, 1).deep, 0.3)
  return (
    out +
    (r.chance(0.6)
      ? leafFrame(a, 'c', {
          x: 600 + a.light * 640,
          y: 830,
          reach: 260,
          from: a.light > 0 ? -3 : -1.4,
          to: a.light > 0 ? -1.7 : -0.15,
          ink: d,
          vein: leafInks(a, 0.9).ink,
        })
      : '') +
    (a.night ? '' : birds(a, eye.vx + a.light * -80, 200, 5, 0.8))
  )
}
