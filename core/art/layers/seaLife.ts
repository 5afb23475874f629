import { type Art, at, circle, curve, ellipse, f1, fill, group, lerp, type Pt, shape, stroke } from '../press.ts'
import { mix, type Pigment } from '../palettes.ts'

/** The fluke, water sheeting off it; tail root at the origin. */
export function whaleTail(a: Art, x: number, y: number, s: number, turn = 0): string {
  const body = mix(a.pal.dark, a.pal.ramp('cenote')[1], a.night ? 0.25 : 0.4),
    shade = mix(a.pal.dark, '#000000', 0.2),
    r = a.r.fork('tail'),
    glint = mix(body, a.pal.sky[2], 0.5)
  const half =
    'C16-60 17-112 26-150C60-168 120-182 168-228C190-250 200-274 204-296C160-282 108-278 66-256C38-242 14-226 0-206'
  const mirror =
    'C-14-226-38-242-66-256C-108-278-160-282-204-296C-200-274-190-250-168-228C-120-182-60-168-26-150C-17-112-16-60-44 6z'
  let drips = ''
  for (let i = 0; i < 26; i++) {
    const u = r.range(-1, 1),
      dx = u * 170,
      top = -190 - Math.abs(u) * 60 + (1 - Math.abs(u)) * 60
    drips += `M${f1(dx)} ${f1(top + r.range(0, 30))}v${f1(r.range(10, 70))}`
  }
  return group(
    shape(
      a,
      `M44 6${half}${mirror}`.replace('M44 6C16', 'M44 6C16'),
      body,
      [{ ink: shade, from: [a.light * 60, 0], to: [-a.light * 200, 0], opacity: 0.9 }],
      mix(a.pal.sky[2], a.pal.sun, 0.5),
      4,
    ) +
      fill(
        `M0-206C${a.light * 14}-226 ${a.light * 38}-242 ${a.light * 66}-256C${a.light * 108}-278 ${a.light * 160}-282 ${a.light * 204}-296C${a.light * 150}-268 ${a.light * 90}-246 ${a.light * 40}-214C${a.light * 24}-200 ${a.light * 10}-170 ${a.light * 6}-120z`,
        glint,
        0.55,
      ) +
      stroke(drips, mix(a.pal.sky[2], '#FFFFFF', 0.4), 2.6, 'opacity=".7"') +
      fill(
        'M-150 4q20-26 60-20q20-24 50-14q36-16 66 0q40-12 58 12q40-6 66 22q-60 16-150 16t-150-16z',
        mix(a.pal.sky[2], '#FFFFFF', 0.5),
        0.85,
      ) +
      fill('M-120 10q40-16 90-10q60-14 100 2q40-4 60 8q-60 12-130 12t-120-12z', a.pal.water[2], 0.9),
    `${at(x, y, s)} rotate(${turn})`,
  )
}

/** A breaching humpback, pleated throat to the light. */
export function breach(a: Art, x: number, y: number, s: number, flip: boolean): string {
  const body = mix(a.pal.dark, a.pal.ramp('cenote')[1], a.night ? 0.25 : 0.4),
    shade = mix(a.pal.dark, '#000000', 0.2),
    belly = mix(a.pal.ramp('snow')[1], a.pal.sky[2], 0.2),
    r = a.r.fork('breach')
  let spray = ''
  for (let i = 0; i < 60; i++) {
    const u = r.range(-1, 1)
    spray += `M${f1(u * 190)} ${f1(-(r.next() ** 2) * 130 * (1.2 - Math.abs(u)))}h0`
  }
  return group(
    shape(
      a,
      'M-92 10C-96-90-60-200 20-300C52-340 96-372 128-380C146-382 152-366 148-348C142-300 120-230 104-160C92-104 88-50 96 10z',
      body,
      [{ ink: shade, from: [40, 0], to: [-110, 0], opacity: 0.9 }],
      mix(a.pal.sky[2], a.pal.sun, 0.5),
      4,
    ) +
      shape(
        a,
        'M148-350C142-300 120-230 104-160C92-104 88-50 96 10H30C28-70 44-160 84-250C102-292 126-330 148-350z',
        belly,
        [{ ink: mix(belly, body, 0.6), from: [60, -340], to: [60, 20], opacity: 0.8 }],
      ) +
      stroke(
        'M132-322C100-250 70-150 60 4M140-310C116-240 88-150 80 4M120-318C80-240 52-150 44 4',
        body,
        2.6,
        'opacity=".75"',
      ) +
      fill(
        'M-40-110C-100-120-170-170-206-236C-160-226-90-200-30-172zM60-110C90-96 140-96 190-130C170-84 120-50 66-60z',
        shade,
      ) +
      fill(circle(92, -292, 5), belly) +
      stroke(spray, mix(a.pal.sky[2], '#FFFFFF', 0.6), 5, 'opacity=".85"') +
      fill(
        'M-210 8q30-34 70-24q20-34 56-22q34-30 78-6q50-20 76 10q46-16 62 14q50-4 70 28q-90 18-210 18t-202-18z',
        mix(a.pal.sky[2], '#FFFFFF', 0.5),
        0.9,
      ) +
      fill('M-160 16q60-18 120-12q70-14 120 2q60-6 90 10q-80 12-170 12t-160-12z', a.pal.water[2], 0.9),
    at(x, y, s, flip),
  )
}

export function coral(
  a: Art,
  name: string,
  x: number,
  y: number,
  s: number,
  ink: string,
  glint: string,
  kind?: 'branch' | 'fan' | 'brain' | 'tube' | 'weed',
): string {
  const r = a.r.fork('coral' + name),
    k = kind ?? r.pick(['branch', 'branch', 'fan', 'brain', 'tube', 'weed'] as const)
  if (k === 'branch') {
    const byDepth: string[] = ['', '', '', '']
    const grow = (px: number, py: number, ang: number, len: number, lvl: number) => {
      const ex = px + Math.cos(ang) * len,
        ey = py + Math.sin(ang) * len
      byDepth[lvl]! +=
        `M${f1(px)} ${f1(py)}Q${f1(px + Math.cos(ang - 0.3) * len * 0.6)} ${f1(py + Math.sin(ang - 0.3) * len * 0.6)} ${f1(ex)} ${f1(ey)}`
      if (lvl < 3)
        for (const t of lvl === 0 ? [-0.62, -0.05, 0.58] : [-0.45, 0.42])
          grow(ex, ey, ang + t + r.range(-0.16, 0.16), len * r.range(0.62, 0.82), lvl + 1)
    }
    grow(x, y, -Math.PI / 2 + r.range(-0.12, 0.12), s * 0.38, 0)
    return (
      byDepth.map((d, i) => stroke(d, ink, s * [0.14, 0.105, 0.08, 0.06][i]!)).join('') +
      group(
        stroke(byDepth[3]! + byDepth[2]!, glint, s * 0.02),
        `translate(${f1(a.light * s * 0.015)} ${f1(-s * 0.012)})`,
        'opacity=".8"',
      )
    )
  }
  if (k === 'fan') {
    let ribs = ''
    const pts: Pt[] = [[x, y]]
    for (let i = 0; i <= 16; i++) {
      const t = lerp(-2.75, -0.4, i / 16),
        l = s * r.range(0.82, 1.02)
      pts.push([x + Math.cos(t) * l, y + Math.sin(t) * l])
      ribs += `M${f1(x)} ${f1(y)}L${f1(x + Math.cos(t) * l * 0.95)} ${f1(y + Math.sin(t) * l * 0.95)}`
    }
    for (const q of [0.4, 0.62, 0.82])
      ribs += `M${f1(x + Math.cos(-2.7) * s * q)} ${f1(y + Math.sin(-2.7) * s * q)}A${f1(s * q)} ${f1(s * q)} 0 0 1 ${f1(x + Math.cos(-0.45) * s * q)} ${f1(y + Math.sin(-0.45) * s * q)}`
    return fill(curve(pts), ink) + stroke(ribs, glint, Math.max(1.2, s * 0.014), 'opacity=".75"')
  }
  if (k === 'brain') {
    let g = ''
    for (let i = 1; i < 5; i++) {
      const q = s * 0.62 * (i / 5)
      g += `M${f1(x - q)} ${f1(y - 4)}q${f1(q * 0.1)} ${f1(-q * 0.95)} ${f1(q)} ${f1(-q * 0.9)}t${f1(q)} ${f1(q * 0.9)}`
    }
    return (
      shape(a, `M${f1(x - s * 0.66)} ${f1(y)}a${f1(s * 0.66)} ${f1(s * 0.56)} 0 0 1 ${f1(s * 1.32)} 0z`, ink, [
        { ink: glint, from: [x, y], to: [x + a.light * s * 0.4, y - s * 0.7], opacity: 0.7 },
      ]) + stroke(g, glint, s * 0.028, 'opacity=".55"')
    )
  }
  if (k === 'tube') {
    let d = '',
      mouths = ''
    for (let i = 0; i < 5; i++) {
      const w = s * r.range(0.07, 0.1),
        px = x + (i - 2) * s * 0.17,
        h = s * r.range(0.5, 1) * (1 - Math.abs(i - 2) * 0.14),
        lean = (i - 2) * s * 0.06
      d += `M${f1(px - w * 0.7)} ${f1(y)}L${f1(px - w + lean)} ${f1(y - h)}h${f1(2 * w)}L${f1(px + w * 0.7)} ${f1(y)}z`
      mouths += ellipse(px + lean, y - h, w, w * 0.42)
    }
    return (
      shape(a, d, ink, [{ ink: glint, from: [x, y - s * 0.2], to: [x, y - s], opacity: 0.7 }]) +
      fill(mouths, mix(ink, a.pal.dark, 0.55))
    )
  }
  let d = ''
  for (let i = 0; i < 7; i++) {
    const px = x + (i - 3) * s * 0.1,
      h = s * r.range(0.7, 1.35),
      w = s * 0.1 * (r.chance(0.5) ? 1 : -1)
    d += `M${f1(px)} ${f1(y)}q${f1(w * 1.4)} ${f1(-h * 0.25)} 0 ${f1(-h * 0.5)}t${f1(w * 0.5)} ${f1(-h * 0.5)}q${f1(w)} ${f1(h * 0.3)} ${f1(-w * 0.1 + 6)} ${f1(h * 0.5)}t${f1(4)} ${f1(h * 0.5)}z`
  }
  return fill(d, ink)
}

export function fish(x: number, y: number, s: number, flip: boolean): string {
  const k = flip ? -s : s,
    v = (n: number) => f1(n * k),
    u = (n: number) => f1(n * s)
  return `M${f1(x + k)} ${f1(y)}q${v(-0.55)} ${u(-0.62)} ${v(-1.25)} ${u(-0.4)}q${v(-0.3)} ${u(0.12)} ${v(-0.5)} ${u(0.28)}l${v(-0.5)} ${u(-0.38)}q${v(0.12)} ${u(0.5)} 0 ${u(1)}l${v(0.5)} ${u(-0.38)}q${v(0.2)} ${u(0.16)} ${v(0.5)} ${u(0.28)}q${v(0.7)} ${u(0.22)} ${v(1.25)} ${u(-0.4)}z`
}

/** Disc-shaped reef fish with bars; a close-up accent. */
export function angelfish(a: Art, x: number, y: number, s: number, pig: Pigment, flip: boolean): string {
  const c = a.pal.ramp(pig)
  return group(
    shape(
      a,
      'M60 4Q30-44-14-40Q-40-78-76-84Q-56-52-54-26L-92-32Q-78 0-92 34L-54 28Q-56 54-76 86Q-40 78-14 44Q30 44 60 4z',
      c[0],
      [{ ink: c[2], from: [0, -20], to: [0, 80], opacity: 0.9 }],
    ) +
      fill('M18-34q-12 38 0 72q-10 6-18 6q-10-40 0-80zM-32-42q-10 44 0 88l-12 10q-12-50 0-108z', a.pal.dark, 0.85) +
      fill(circle(38, -6, 5), a.pal.dark) +
      fill(circle(39, -7, 1.6), '#FBF8F3'),
    at(x, y, s, flip),
  )
}

export function turtle(a: Art, x: number, y: number, s: number, flip: boolean, turn = -14): string {
  const skin = a.pal.ramp('leaf'),
    shell = a.pal.ramp('wood'),
    glint = a.pal.ramp('maize')
  return group(
    group(
      fill(
        'M46-20Q96-96 150-104Q160-98 150-84Q118-40 74 4zM-50-12Q-92-50-128-46Q-132-34-114-24Q-88-2-54 8zM40 26Q62 76 104 98Q112 90 104 74Q86 36 62 14zM-56 18Q-86 40-112 42Q-112 28-94 18z',
        skin[2],
      ) +
        fill('M84-14Q112-30 134-16Q142 0 128 10Q106 18 82 10z', skin[1]) +
        shape(
          a,
          'M-84 4Q-60-50 10-50Q76-46 92-2Q70 38 6 40Q-56 38-84 4z',
          shell[1],
          [{ ink: shell[3], from: [0, -30], to: [0, 50], opacity: 0.9 }],
          glint[0],
          3,
        ) +
        stroke(
          'M-50-20L-24-4L-46 22M-24-4L16-6L36-34M16-6L38 22M-8-48L-24-4M-4 40L16-6M36-34L70-24M38 22L68 18M72 0L38 22M72 0L36-34',
          glint[0],
          2.6,
          'opacity=".7"',
        ) +
        fill(circle(122, -8, 3), a.pal.dark),
      `rotate(${turn})`,
    ),
    at(x, y, s, flip),
  )
}

export function diver(x: number, y: number, s: number, flip: boolean, suit: string, tank: string): string {
  return group(
    fill('M-18-10Q10-22 44-16Q56-12 50 0Q20 12-16 8Q-60 14-100 4L-150 20Q-160 14-146 4L-108-8Q-60-8-18-10z', suit) +
      fill('M-20-8Q-60 0-96-22L-140-34Q-152-30-138-20L-100-8Q-60 8-20 4z', suit) +
      fill(circle(62, -14, 14), suit) +
      fill('M66-20q12 0 11 8q-2 6-10 4z', tank) +
      fill('M-14-26q30-12 52-6q6 8-2 12q-24-2-48 4q-8-4-2-10z', tank) +
      stroke('M40 2q18 18 40 18', suit, 8) +
      stroke('M40-26q14-8 24 2', tank, 3),
    at(x, y, s, flip),
  )
}

export function bubbles(a: Art, x: number, y: number, h: number, n: number, ink: string): string {
  const r = a.r.fork('bubbles' + Math.round(x))
  let d = ''
  for (let i = 0; i < n; i++) {
    const t = i / n
    d += circle(x + r.range(-14, 14) * (0.4 + t), y - h * t, r.range(2, 7) * (0.5 + t))
  }
  return stroke(d, ink, 1.8, 'opacity=".8"')
}
