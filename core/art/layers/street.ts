import { type Art, clamp, f1, fill, lerp, poly, shape, stroke, H } from '../press.ts'
import { mix, type Pigment } from '../palettes.ts'
import { type Eye, project, quad3 } from './perspective.ts'

/** One side of a colonial street: painted fronts, dado, cornice, doors, shutters, balconies, tiles. */
export function facades(
  a: Art,
  eye: Eye,
  side: -1 | 1,
  o: { x: number; z0: number; z1: number; colours: readonly Pigment[]; lit: boolean },
): string {
  const r = a.r.fork('facades' + side),
    { pal } = a,
    parts: string[] = []
  let z = o.z0,
    k = 0
  const windowGlow = a.night || a.time === 'dusk' ? '#F7C15A' : ''
  while (z < o.z1) {
    const len = r.range(3.4, 6.2),
      ze = Math.min(o.z1, z + len),
      tall = r.chance(0.42) ? r.range(6.4, 7.6) : r.range(4.3, 5),
      c = pal.ramp(o.colours[k % o.colours.length]!),
      far = clamp((z - o.z0) / 34, 0, 0.62)
    const tone = (ink: string) => mix(ink, pal.haze, far * (a.night ? 0.5 : 0.8)),
      base = o.lit ? c[0] : mix(c[1], c[2], 0.75),
      deep = o.lit ? c[1] : c[3],
      trim = tone(o.lit ? mix(pal.ramp('cream')[0], c[0], 0.08) : mix(pal.ramp('cream')[2], c[2], 0.25)),
      hole = tone(mix(pal.dark, c[3], 0.25))
    const X = side * o.x
    let b = shape(
      a,
      quad3(eye, X, 0, tall, z, ze),
      tone(base),
      far < 0.4
        ? [
            {
              ink: tone(deep),
              from: [0, project(eye, X, tall * 0.75, z)[1]],
              to: [0, project(eye, X, -0.3, z)[1]],
              opacity: 0.6,
            },
          ]
        : [],
    )
    b += fill(quad3(eye, X, 0, 0.85, z, ze), tone(mix(deep, o.lit ? c[2] : pal.dark, 0.45)))
    b += fill(
      poly([
        project(eye, X, tall, z),
        project(eye, X - side * 0.3, tall + 0.16, z),
        project(eye, X - side * 0.3, tall + 0.16, ze),
        project(eye, X, tall, ze),
      ]) + quad3(eye, X - side * 0.3, tall + 0.14, tall + 0.42, z, ze),
      trim,
    )
    if (r.chance(0.55))
      b += fill(
        poly([
          project(eye, X - side * 0.45, tall + 0.4, z),
          project(eye, X - side * 0.45, tall + 0.4, ze),
          project(eye, X + side * 1.6, tall + 1.6, ze),
          project(eye, X + side * 1.6, tall + 1.6, z),
        ]),
        tone(pal.ramp('terracotta')[o.lit ? 1 : 2]),
      )
    const floors = tall > 6 ? 2 : 1,
      bays = Math.max(1, Math.round((ze - z) / 2.1))
    for (let f = 0; f < floors; f++)
      for (let i = 0; i < bays; i++) {
        const zc = lerp(z, ze, (i + 0.5) / bays),
          w = 0.52,
          door = f === 0 && (i + k) % 2 === 0,
          y0 = f === 0 ? (door ? 0 : 1.2) : 4.1,
          y1 = f === 0 ? 3.1 : 6
        b += fill(quad3(eye, X, Math.max(0, y0 - 0.14), y1 + 0.2, zc - w - 0.17, zc + w + 0.17), trim)
        const glow = windowGlow && r.chance(0.6)
        b += fill(
          quad3(eye, X, y0, y1, zc - w, zc + w),
          glow
            ? tone(windowGlow)
            : door
              ? tone(pal.ramp(r.pick(['jade', 'wood', 'cenote', 'wood'] as const))[o.lit ? 2 : 3])
              : hole,
        )
        if (!door && far < 0.36) {
          const sh = tone(pal.ramp(pal.accents[(k + i) % 3]!)[o.lit ? 1 : 2])
          b += glow
            ? stroke(
                `M${project(eye, X, y0, zc).map(f1).join(' ')}L${project(eye, X, y1, zc).map(f1).join(' ')}`,
                hole,
                2,
              )
            : fill(quad3(eye, X, y0, y1, zc + w, zc + w * 1.85) + quad3(eye, X, y0, y1, zc - w * 1.85, zc - w), sh)
          if (f === 1)
            b +=
              fill(
                poly([
                  project(eye, X, 4, zc - 0.95),
                  project(eye, X - side * 0.7, 4, zc - 0.95),
                  project(eye, X - side * 0.7, 4, zc + 0.95),
                  project(eye, X, 4, zc + 0.95),
                ]),
                trim,
              ) +
              fill(quad3(eye, X - side * 0.7, 3.86, 4.02, zc - 0.95, zc + 0.95), trim) +
              (far < 0.3 ? railing(eye, X - side * 0.7, 4, 4.9, zc - 0.95, zc + 0.95, hole) : '')
          else if (!door && far < 0.2) b += railing(eye, X, y0, y1, zc - w, zc + w, hole)
        }
      }
    parts.push(b)
    z = ze
    k++
  }
  return parts.reverse().join('')
}

function railing(e: Eye, x: number, y0: number, y1: number, z0: number, z1: number, ink: string): string {
  let d = ''
  for (let i = 0; i <= 6; i++) {
    const z = lerp(z0, z1, i / 6),
      p = project(e, x, y0, z),
      q = project(e, x, y1, z)
    d += `M${f1(p[0])} ${f1(p[1])}L${f1(q[0])} ${f1(q[1])}`
  }
  const p = project(e, x, y1, z0),
    q = project(e, x, y1, z1)
  return stroke(`${d}M${f1(p[0])} ${f1(p[1])}L${f1(q[0])} ${f1(q[1])}`, ink, 1.4)
}

/** Cobbles and kerbs running to the vanishing point; shade thrown by the dark side. */
export function street(a: Art, e: Eye, half: number, z0: number, z1: number, shadeSide: -1 | 1, wet?: string): string {
  const { pal } = a,
    r = a.r.fork('street'),
    stone = pal.ramp('stone'),
    ground = mix(stone[1], stone[2], wet ? 1 : 0.35)
  const far = project(e, 0, 0, z1),
    near = project(e, 0, 0, z0)
  const road = wet ? mix(pal.dark, pal.sky[1], 0.3) : mix(ground, pal.ramp('wood')[1], 0.12)
  let out = shape(
    a,
    poly([project(e, -half, 0, z1), project(e, half, 0, z1), project(e, half, 0, z0), project(e, -half, 0, z0)]),
    road,
    [{ ink: mix(road, pal.dark, 0.45), from: [0, far[1] + 30], to: [0, near[1] > H ? H + 40 : near[1]], opacity: 0.7 }],
  )
  let joints = ''
  for (let i = 0; i < 15; i++) {
    const z = z0 * (z1 / z0) ** ((i / 15) ** 0.9)
    for (let k = 0; k < 6; k++) {
      const x = r.range(-half, half),
        w = r.range(0.15, 0.45),
        p = project(e, x, 0, z),
        q = project(e, x + w, 0, z)
      if (p[1] < H + 10)
        joints += `M${f1(p[0])} ${f1(p[1])}q${f1((q[0] - p[0]) / 2)} ${f1(-(q[0] - p[0]) * 0.16)} ${f1(q[0] - p[0])} 0`
    }
  }
  out += stroke(joints, wet ? mix(road, pal.sky[2], 0.35) : mix(road, pal.dark, 0.45), 2.2, 'opacity=".6"')
  if (!wet)
    out += fill(
      poly([
        project(e, shadeSide * half, 0, z1),
        project(e, shadeSide * half * 0.1, 0, z1),
        project(e, shadeSide * half * 0.05, 0, z0),
        project(e, shadeSide * half, 0, z0),
      ]),
      mix(pal.shadow, pal.dark, 0.4),
      0.42,
    )
  for (const s of [-1, 1])
    out +=
      fill(
        poly([
          project(e, s * half, 0.16, z1),
          project(e, s * half * 0.8, 0.16, z1),
          project(e, s * half * 0.8, 0.16, z0),
          project(e, s * half, 0.16, z0),
        ]),
        mix(wet ? road : stone[s === shadeSide ? 2 : 0], pal.haze, wet ? 0.08 : 0.05),
      ) + fill(quad3(e, s * half * 0.8, 0, 0.17, z0, z1), mix(road, pal.dark, 0.4))
  return out
}
