import {
  type Art,
  box,
  circle,
  ellipse,
  f1,
  fill,
  lens,
  lerp,
  makeNoise,
  poly,
  type Pt,
  shape,
  stroke,
} from '../press.ts'
import { mix } from '../palettes.ts'
import { sailboat } from '../layers/boats.ts'
import { blossom, cypress, leafInks } from '../layers/flora.ts'
import { belfry, dome } from '../layers/landmarks.ts'
import { cliff, ridge } from '../layers/relief.ts'
import { birds, clouds, sky, stars, sun } from '../layers/sky.ts'
import { sea } from '../layers/water.ts'

export function coastCliffs(a: Art): string {
  const { pal } = a,
    r = a.r.fork('cc'),
    y = r.range(400, 440),
    side = r.chance(0.5) ? 1 : -1,
    plan = r.pick(['village', 'village', 'stacks'] as const)
  let out = sky(a, y)
  const sx = 600 - side * r.range(120, 300),
    sy = y - r.range(70, 210)
  out += (a.night ? stars(a) : '') + sun(a, sx, sy, r.range(56, 96)) + clouds(a, 60, 260, r.int(2, 4))
  out += ridge(a, 'f', { y: y - 26, amp: 34, depth: 0.18, floor: y + 2 })
  out += sea(a, { y, sunX: sx })
  out +=
    cliff(a, 'f', { side: side as 1 | -1, reach: 620, top: y - 130, base: y + 26, depth: 0.36, lean: 150 }) +
    sailboat(a, 600 - side * 190, y + 46, 0.62, 'cream', side > 0) +
    sailboat(a, 600 - side * 330, y + 24, 0.4, pal.accents[0]!, side > 0)
  if (plan === 'village') {
    // Hill of houses stepping down to the harbour: back rows first, each lower, larger and richer.
    const X = (u: number) => 600 + side * u,
      wallInks = ['cream', 'terracotta', 'maize', 'rosa', 'snow', 'sand', 'cream'] as const
    const noise = makeNoise(r, 3),
      hill = (u: number) => lerp(640, 190, Math.min(1, Math.max(0, (u + 190) / 640)) ** 0.8) + 16 * noise(u / 70)
    const hp: Pt[] = []
    for (let i = 0; i <= 22; i++) {
      const u = lerp(-250, 640, i / 22)
      hp.push([X(u), hill(u) + (u < -190 ? 60 : 0)])
    }
    const rock = pal.ramp('stone'),
      green = leafInks(a, 0.75)
    out += shape(
      a,
      poly([...hp, [X(660), 760], [X(-60), 760], [X(-230), 690]]),
      mix(rock[2], green.ink, 0.5),
      [{ ink: green.deep, from: [X(-250), 0], to: [X(600), 0], opacity: 0.6 }],
      mix(rock[0], pal.sky[2], 0.3),
      3,
    )
    let k = 0
    const glowInk = a.night || a.time === 'dusk' ? '#F7C15A' : ''
    for (let row = 0; row < 6; row++) {
      const s = lerp(30, 58, row / 5)
      for (let u = -150 + row * 8; u < 620; u += s * r.range(1.0, 1.5)) {
        const top = hill(u),
          by = top + 52 + row * 74 + r.range(-10, 10)
        if (by > 650 || by < top + 20 || r.chance(0.1)) continue
        const c = pal.ramp(wallInks[k++ % wallInks.length]!),
          w = s * r.range(0.9, 1.3),
          h = s * r.range(0.85, 1.5),
          x = X(u),
          lit = side * a.light < 0 ? 0 : 1
        const roof = r.next()
        out +=
          fill(box(x - w / 2, by - h, w, h), c[lit]) +
          fill(a.light < 0 ? box(x + w * 0.22, by - h, w * 0.28, h) : box(x - w * 0.5, by - h, w * 0.28, h), c[2])
        if (roof < 0.5)
          out += fill(
            `M${f1(x - w * 0.58)} ${f1(by - h)}L${f1(x - w * 0.3)} ${f1(by - h - s * 0.3)}H${f1(x + w * 0.3)}L${f1(x + w * 0.58)} ${f1(by - h)}z`,
            pal.ramp('terracotta')[1],
          )
        else if (roof < 0.6)
          out += fill(
            `M${f1(x - w * 0.4)} ${f1(by - h)}a${f1(w * 0.4)} ${f1(w * 0.36)} 0 0 1 ${f1(w * 0.8)} 0z`,
            pal.ramp('cenote')[1],
          )
        let win = ''
        for (let i = 0; i < 2; i++)
          for (let q = 0; q < (h > s * 1.1 ? 2 : 1); q++)
            win += box(x - w * 0.3 + i * w * 0.36, by - h * 0.72 + q * h * 0.4, w * 0.16, h * 0.2)
        out += fill(win, glowInk && r.chance(0.6) ? glowInk : mix(pal.dark, c[3], 0.3))
      }
      // a scatter of trees between rows
      let trees = ''
      for (let i = 0; i < 6; i++) {
        const u = r.range(-140, 600),
          ty = hill(u) + 62 + row * 74
        if (ty < 650)
          trees += r.chance(0.5)
            ? cypress(X(u), ty + 4, s * 1.5)
            : circle(X(u), ty - 6, s * 0.3) + circle(X(u) + s * 0.3, ty, s * 0.26)
      }
      out += fill(trees, mix(green.ink, green.deep, 0.5))
    }
    out +=
      dome(a, X(150), hill(150) + 92, 44, pal.ramp(r.pick(['aqua', 'cenote', 'maize'] as const)), pal.ramp('cream')) +
      belfry(a, X(225), hill(225) + 130, 50, 250, pal.ramp('cream'), pal.ramp('terracotta'))
    // quay and moored boats
    out +=
      fill(
        poly([
          [X(-250), 668],
          [X(680), 652],
          [X(680), 700],
          [X(-210), 690],
        ]),
        rock[1],
      ) +
      fill(
        poly([
          [X(-210), 690],
          [X(680), 700],
          [X(680), 720],
          [X(-200), 704],
        ]),
        rock[3],
      )
    for (let i = 0; i < 4; i++) {
      const c = pal.ramp(pal.accents[i % 3]!),
        x = X(-170 + i * 96),
        yy = 726 + (i % 2) * 16
      out +=
        fill(lens(x, yy + 8, 100, 8), pal.water[3], 0.6) +
        shape(a, `M${f1(x - 40)} ${f1(yy - 10)}q40 8 80 0q-6 20-20 22h-40q-16-4-20-22z`, c[1], [
          { ink: c[3], from: [0, yy - 10], to: [0, yy + 14], opacity: 0.8 },
        ]) +
        fill(`M${f1(x - 40)} ${f1(yy - 10)}q40 8 80 0l-3 6q-36 8-74 0z`, c[0])
    }
  } else {
    const rock = pal.ramp('stone'),
      tone: [string, string, string] = [
        mix(rock[0], pal.sky[2], 0.2),
        mix(rock[1], pal.ramp('terracotta')[1], 0.28),
        mix(rock[3], pal.ramp('terracotta')[2], 0.2),
      ]
    const stack = (tag: string, x: number, base: number, w: number, h: number, arch: boolean) => {
      const noise = makeNoise(a.r.fork(tag), 3),
        L: Pt[] = [],
        R: Pt[] = []
      for (let i = 0; i <= 9; i++) {
        const t = i / 9
        L.push([x - w * (0.52 - 0.3 * t ** 1.6) + noise(i * 0.9) * 18, base - h * t])
        R.push([x + w * (0.52 - 0.24 * t ** 1.8) + noise(i * 0.9 + 30) * 18, base - h * t * 0.94])
      }
      const holeD = arch
        ? `M${f1(x - w * 0.18)} ${f1(base + 4)}q${f1(-w * 0.02)} ${f1(-h * 0.42)} ${f1(w * 0.16)} ${f1(-h * 0.5)}q${f1(w * 0.2)} ${f1(h * 0.06)} ${f1(w * 0.2)} ${f1(h * 0.5)}z`
        : ''
      let cr = ''
      for (let i = 0; i < 10; i++) {
        const t = r.range(0.1, 0.9),
          yy = base - h * t
        cr += `M${f1(x - w * 0.4 + r.range(0, w * 0.5))} ${f1(yy)}l${f1(w * 0.14)} ${f1(-6)}l${f1(w * 0.12)} 7`
      }
      const id = a.id()
      return (
        `<g fill="${tone[1]}" fill-rule="evenodd"><path id="${id}" d="${poly([...L, ...R.reverse()])}${holeD}"/></g><use href="#${id}" fill-rule="evenodd" fill="${a.grain({ ink: tone[2], from: [x + a.light * w * 0.3, 0], to: [x - a.light * w * 0.55, 0], opacity: 0.9 })}"/><use href="#${id}" fill-rule="evenodd" fill="${a.grain({ ink: tone[0], from: [x, 0], to: [x + a.light * w * 0.6, 0], opacity: 0.8 })}"/>` +
        stroke(cr, tone[2], 3, 'opacity=".5"') +
        fill(lens(x, base + 2, w * 1.35, 8), mix(pal.sky[2], '#FFFFFF', 0.4), 0.8) +
        fill(
          `M${f1(x - w * 0.24)} ${f1(base - h - 2)}q${f1(w * 0.12)} ${f1(-20)} ${f1(w * 0.26)} ${f1(-8)}q${f1(w * 0.16)} ${f1(-4)} ${f1(w * 0.28)} ${f1(h * 0.06 + 14)}q${f1(-w * 0.3)} ${f1(4)} ${f1(-w * 0.54)} ${f1(-h * 0.06 - 6)}z`,
          leafInks(a, 0.7).ink,
        )
      )
    }
    out += stack('s1', 600 - side * 60, y + 90, 130, 210, false) + stack('s2', 600 + side * 70, 590, 300, 300, true)
    out +=
      cliff(a, 'n', { side: side as 1 | -1, reach: 420, top: 250, base: 760, depth: 0.8, lean: 120, stone: tone }) +
      fill(
        lens(600 + side * 400, 760, 520, 20) + lens(600 + side * 520, 768, 480, 14),
        mix(pal.sky[2], '#FFFFFF', 0.4),
        0.85,
      )
    const lx = 600 + side * 380,
      ly = 268,
      wl = pal.ramp('snow'),
      tc = pal.ramp('terracotta')
    out +=
      shape(
        a,
        poly([
          [lx - 24, ly + 20],
          [lx - 15, ly - 130],
          [lx + 15, ly - 130],
          [lx + 24, ly + 20],
        ]),
        wl[a.night ? 1 : 0],
        [{ ink: wl[3], from: [lx + a.light * 8, 0], to: [lx - a.light * 30, 0], opacity: 0.9 }],
      ) +
      fill(
        poly([
          [lx - 20, ly - 40],
          [lx + 20, ly - 40],
          [lx + 22, ly - 8],
          [lx - 22, ly - 8],
        ]) +
          poly([
            [lx - 16, ly - 110],
            [lx + 16, ly - 110],
            [lx + 18, ly - 78],
            [lx - 18, ly - 78],
          ]),
        tc[1],
      ) +
      fill(box(lx - 20, ly - 136, 40, 7), pal.dark) +
      fill(box(lx - 11, ly - 160, 22, 24), a.night || a.time === 'dusk' ? '#F7D98A' : wl[1]) +
      fill(`M${f1(lx - 15)} ${f1(ly - 160)}q15-22 30 0z`, tc[2])
  }
  // Near frame: pine or bougainvillea over a terrace.
  const fs = -side
  if (r.chance(0.5)) {
    const b = pal.ramp('rosa')
    out +=
      fill(
        poly([
          [600 + fs * 640, 720],
          [600 + fs * 250, 780],
          [600 + fs * 230, 830],
          [600 + fs * 640, 830],
        ]),
        mix(pal.dark, pal.ramp('stone')[3], 0.3),
      ) +
      blossom(a, 'b', {
        x: 600 + fs * 640 - (fs > 0 ? 290 : 0),
        y: 610,
        w: 290,
        h: 210,
        inks: [b[0], b[1]],
        leaf: mix(pal.dark, leafInks(a, 1).ink, 0.4),
        n: 70,
      })
  } else {
    const x = 600 + fs * 520,
      ink = mix(pal.dark, leafInks(a, 1).deep, 0.2),
      g = leafInks(a, 0.85)
    out +=
      shape(
        a,
        poly([
          [600 + fs * 660, 650],
          [600 + fs * 470, 700],
          [600 + fs * 300, 790],
          [600 + fs * 280, 830],
          [600 + fs * 660, 830],
        ]),
        ink,
      ) +
      stroke(
        `M${f1(x)} 800Q${f1(x + fs * 30)} 520 ${f1(x - fs * 60)} 250M${f1(x + fs * 12)} 520Q${f1(x + fs * 30)} 400 ${f1(x + fs * 90)} 330M${f1(x - fs * 8)} 420Q${f1(x - fs * 70)} 350 ${f1(x - fs * 170)} 330`,
        ink,
        17,
      )
    let cl = '',
      mk = ''
    for (const [dx, dy, s] of [
      [-60, 240, 1],
      [-170, 320, 0.8],
      [90, 320, 0.8],
      [10, 200, 0.9],
      [-130, 260, 0.6],
    ] as const)
      for (let i = 0; i < 6; i++) {
        const ex = x + fs * dx + (i - 2.5) * 32 * s,
          ey = dy - Math.sin((i / 5) * Math.PI) * 24 * s
        cl += ellipse(ex, ey, 40 * s, 19 * s)
        mk += `M${f1(ex - 24 * s)} ${f1(ey - 5)}q${f1(24 * s)} ${f1(-14 * s)} ${f1(48 * s)} 0q${f1(-24 * s)} ${f1(-5 * s)} ${f1(-48 * s)} 0z`
      }
    out += fill(cl, mix(g.ink, ink, 0.55)) + fill(mk, g.glint, 0.5)
  }
  return out + birds(a, sx + side * 40, sy - 60, r.int(4, 7))
}
