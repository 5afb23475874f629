import { type Art, box, f1, fill, H, lens, lerp, poly, type Pt, shape, stroke, W } from '../press.ts'
import { mix } from '../palettes.ts'
import { person } from '../layers/figures.ts'
import { type Eye, project, quad3 } from '../layers/perspective.ts'
import { lantern, sign } from '../layers/signs.ts'
import { rain, sky, sun } from '../layers/sky.ts'
import { street } from '../layers/street.ts'

export function tokyoNight(a: Art): string {
  const { pal } = a,
    r = a.r.fork('tk'),
    eye: Eye = { vx: 600 + r.range(-60, 60), vy: r.range(430, 480), f: 620, height: 1.7 }
  const late = a.time === 'night' || a.time === 'dusk',
    half = 2.9
  let out =
    sky(a, 470) +
    (late ? '' : sun(a, eye.vx, 300, 70)) +
    (a.time === 'night' ? sun(a, eye.vx + a.light * 40, r.range(130, 190), 46, 'rings') : '')
  // Towers beyond the alley.
  for (let k = 0; k < 2; k++) {
    let d = '',
      w = ''
    for (let i = 0; i < 9; i++) {
      const x = eye.vx - 260 + i * 62 + r.range(-16, 16),
        h = r.range(90, 270) * (k ? 0.7 : 1),
        bw = r.range(40, 70)
      d += box(x, 480 - h, bw, h)
      for (let q = 0; q < 12; q++)
        if (r.chance(0.5)) w += box(x + 6 + (q % 3) * bw * 0.28, 480 - h + 12 + Math.floor(q / 3) * 20, bw * 0.14, 8)
    }
    out += fill(d, mix(pal.sky[1], pal.dark, 0.3 + k * 0.3)) + fill(w, '#F7D08A', 0.6)
  }
  const ground = mix(pal.dark, pal.sky[1], 0.3)
  out += street(a, eye, half, 1.3, 34, a.light, ground)
  const glow = ['#F7C15A', '#F08A5C', '#F2B632', '#7FD6C8', '#F27B8C', '#FBE7B0'] as const
  const signInks = ['#C8502A', '#0E7C66', '#B8354F', '#0B6F8C', '#F2B632', '#F6E7C4'] as const
  let streaks = ''
  const wallOf = (side: -1 | 1) => {
    const parts: string[] = []
    let z = 1.5
    while (z < 27) {
      const len = r.range(2.2, 4.4),
        ze = Math.min(27.5, z + len),
        tall = r.range(6.5, 12),
        far = Math.min(0.7, z / 36),
        X = side * half,
        tone = (c: string) => mix(c, mix(pal.sky[2], pal.sky[1], 0.5), far * 0.7)
      const wall = tone(mix(pal.dark, r.pick([pal.ramp('wood')[3], pal.ramp('cenote')[3], pal.ramp('plum')[3]]), 0.5))
      let b = shape(
        a,
        quad3(eye, X, 0, tall, z, ze),
        wall,
        z < 9
          ? [
              {
                ink: mix(wall, '#F08A5C', 0.35),
                from: [0, project(eye, X, 5, z)[1]],
                to: [0, project(eye, X, -1, z)[1]],
                opacity: 0.55,
              },
            ]
          : [],
      )
      // upper windows
      let on = '',
        off = ''
      for (let f = 0; f < Math.floor((tall - 3.4) / 1.9); f++)
        for (let q = 0; q < 2; q++) {
          const zc = lerp(z, ze, (q + 0.5) / 2),
            y0 = 3.6 + f * 1.9,
            d = quad3(eye, X, y0, y0 + 1.1, zc - len * 0.17, zc + len * 0.17)
          if (z > 3.6 && r.chance(0.55)) on += d
          else off += d
        }
      b += fill(off, tone(mix(pal.dark, pal.sky[1], 0.25))) + fill(on, tone(r.pick(glow)), 0.85)
      // shopfront: warm panel, posts, noren curtain
      const shop = r.pick(['#F7C15A', '#FBDD9A', '#F3A65E'] as const),
        cloth = tone(r.pick(signInks))
      b += fill(quad3(eye, X, 0.25, 2.5, z + len * 0.1, ze - len * 0.1), tone(shop))
      let posts = ''
      for (let i = 0; i < (z < 12 ? 6 : 3); i++) {
        const zp = lerp(z + len * 0.1, ze - len * 0.1, i / (z < 12 ? 5 : 2))
        posts += `M${project(eye, X, 0.2, zp).map(f1).join(' ')}L${project(eye, X, 2.5, zp).map(f1).join(' ')}`
      }
      b +=
        stroke(posts, wall, Math.max(1.5, 22 / z)) +
        stroke(
          `M${project(eye, X, 1.1, z + len * 0.1)
            .map(f1)
            .join(' ')}L${project(eye, X, 1.1, ze - len * 0.1)
            .map(f1)
            .join(' ')}`,
          wall,
          Math.max(1.2, 14 / z),
        )
      let noren = ''
      for (let i = 0; i < (z < 12 ? 4 : 1); i++) {
        const za = lerp(z + len * 0.12, ze - len * 0.12, i / (z < 12 ? 4 : 1)),
          zb = lerp(z + len * 0.12, ze - len * 0.12, z < 12 ? (i + 0.9) / 4 : 1)
        noren += quad3(eye, X - side * 0.06, 1.75, 2.55, za, zb)
      }
      b += fill(noren, cloth)
      b += fill(
        poly([
          project(eye, X, 2.75, z),
          project(eye, X - side * 0.7, 2.5, z),
          project(eye, X - side * 0.7, 2.5, ze),
          project(eye, X, 2.75, ze),
        ]),
        tone(mix(pal.dark, '#000000', 0.25)),
      )
      // blade sign standing off the wall
      if (z > 2.2 && r.chance(0.8)) {
        const zs = z + len * 0.4,
          y0 = r.range(2.9, 3.6),
          hgt = r.range(1.6, 3.2),
          out0 = 0.18,
          out1 = r.range(0.75, 1.05),
          ink = r.pick(signInks),
          pts: [Pt, Pt, Pt, Pt] = [
            project(eye, X - side * out0, y0 + hgt, zs),
            project(eye, X - side * out1, y0 + hgt, zs),
            project(eye, X - side * out1, y0, zs),
            project(eye, X - side * out0, y0, zs),
          ]
        b += sign(
          a,
          side + ':' + f1(z),
          pts,
          tone(ink),
          tone(ink === '#F6E7C4' || ink === '#F2B632' ? '#B8354F' : '#FBF3DC'),
          Math.round(hgt * 1.5),
        )
        const g = project(eye, X - side * 0.6, 0, zs),
          w = (0.5 * eye.f) / zs
        streaks +=
          g[1] < H
            ? fill(
                [0, 1, 2, 3, 4]
                  .map((i) =>
                    lens(
                      g[0] + (i % 2 ? 0.1 : -0.08) * w,
                      g[1] + w * (0.15 + i * 0.42),
                      w * (1.15 - i * 0.14),
                      w * 0.13,
                    ),
                  )
                  .join(''),
                tone(ink),
                0.55,
              )
            : ''
      }
      const g = project(eye, X - side * 0.1, 0, (z + ze) / 2),
        w = Math.abs(project(eye, X, 0, z)[0] - project(eye, X, 0, ze)[0]) * 0.4
      if (g[1] < H + 40) streaks += fill(lens(g[0] - side * w * 0.4, g[1] + 12, w * 1.4, 14), shop, 0.28)
      // lantern row
      for (let i = 0; i < (z < 12 ? 2 : 1); i++) {
        const zl = lerp(z, ze, (i + 0.5) / 2),
          p = project(eye, X - side * 0.55, 2.25, zl),
          s = (0.26 * eye.f) / zl
        if (s < 60) b += lantern(a, p[0], p[1], s, tone('#C8402A'), tone('#F9CF7A'))
      }
      parts.push(b)
      z = ze
    }
    return parts.reverse().join('')
  }
  const L = wallOf(-1),
    R = wallOf(1)
  out += streaks + L + R
  // Wires and a string of lanterns across.
  let wires = ''
  for (let i = 0; i < 7; i++) {
    const z = r.range(3, 14),
      p = project(eye, -half, r.range(5, 8), z),
      q = project(eye, half, r.range(5, 8), z * r.range(0.8, 1.3))
    wires += `M${f1(p[0])} ${f1(p[1])}Q${f1((p[0] + q[0]) / 2)} ${f1(Math.max(p[1], q[1]) + 300 / z)} ${f1(q[0])} ${f1(q[1])}`
  }
  out += stroke(wires, mix(pal.dark, '#000000', 0.3), 2)
  for (const z of r.chance(0.7) ? [13, 8] : [9]) {
    const p = project(eye, -half, 4.4, z),
      q = project(eye, half, 4.4, z),
      n = 6
    for (let i = 0; i < n; i++) {
      const t = (i + 0.5) / n,
        x = lerp(p[0], q[0], t),
        y = lerp(p[1], q[1], t) + ((0.5 * eye.f) / z) * 4 * t * (1 - t)
      out += lantern(a, x, y, (0.24 * eye.f) / z, '#D2452C', '#FBD88A')
    }
  }
  // Puddle of light and the walkers.
  const cx = eye.vx
  let gl = ''
  for (let i = 0; i < 30; i++) {
    const t = r.next(),
      y = 560 + 240 * t
    gl += lens(cx + r.range(-1, 1) * lerp(60, 380, t), y, r.range(26, 120) * (0.4 + t), 1.6 + 4 * t)
  }
  out += fill(gl, '#F9CF7A', 0.5)
  const wk = r
    .shuffle([
      [-0.55, 6.2],
      [0.75, 8.8],
      [0.1, 12.5],
      [-1.2, 10.4],
    ] as const)
    .slice(0, 3)
    .sort((p, q) => q[1] - p[1])
  wk.forEach(([x, z], i) => {
    const p = project(eye, x, 0, z),
      s = (1.7 * eye.f) / z / 100
    out +=
      fill(
        `M${f1(p[0] - 12 * s)} ${f1(p[1])}h${f1(24 * s)}l${f1(-6 * s)} ${f1(70 * s)}h${f1(-12 * s)}z`,
        pal.dark,
        0.45,
      ) +
      person(a, 'w' + i, p[0], p[1], s, {
        top: pal.accents[i % 3]!,
        bottom: 'plum',
        skirt: i === 1,
        umbrella: (['terracotta', 'maize', 'aqua', 'rosa'] as const)[(i + r.int(0, 3)) % 4]!,
      })
  })
  return out + (r.chance(0.75) ? rain(a, 150) : stroke(leafDots(r), '#F5B7C0', 5, 'opacity=".85"'))
}

function leafDots(r: Art['r']): string {
  let d = ''
  for (let i = 0; i < 80; i++) d += `M${r.int(0, W)} ${r.int(0, H)}l${r.int(1, 4)} ${r.int(-3, 3)}`
  return d
}
