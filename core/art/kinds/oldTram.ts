import { type Art, H, W, at, box, circle, ellipse, f1, fill, group, lens, lerp, poly, shape, stroke } from '../press.ts'
import { type Pigment, mix } from '../palettes.ts'
import { birds, clouds, mist, sky, stars, sun } from '../layers/sky.ts'
import { ridge } from '../layers/relief.ts'
import { facades, street } from '../layers/street.ts'
import { type Eye, project } from '../layers/perspective.ts'
import { dome } from '../layers/landmarks.ts'
import { blossom, leafInks } from '../layers/flora.ts'
import { person } from '../layers/figures.ts'
import { sailboat } from '../layers/boats.ts'
import { sea } from '../layers/water.ts'

const GLASS_LIT = '#FBDD9A'

/** The car head on, wheels at the origin, 240 wide and 360 tall. */
function tramFront(a: Art, x: number, y: number, s: number, coat: Pigment): string {
  const { pal } = a,
    c = pal.ramp(coat),
    cream = pal.ramp('cream'),
    dark = mix(pal.dark, '#000000', 0.1),
    lit = a.night || a.time === 'dusk',
    glass = lit ? GLASS_LIT : mix(pal.dark, pal.water[1], 0.35)
  const g = (ink: string) => [{ ink, from: [a.light * 40, 0] as const, to: [-a.light * 150, 0] as const, opacity: 0.9 }]
  return group(
    fill(ellipse(0, 4, 150, 16), pal.dark, 0.5) +
      fill(box(-96, -34, 192, 34), dark) +
      shape(a, 'M-118-44Q-124-140-118-176H118Q124-140 118-44Q116-26 96-24H-96Q-116-26-118-44z', c[1], g(c[3])) +
      shape(a, 'M-118-176L-112-296Q-60-312 0-312Q60-312 112-296L118-176z', cream[0], g(cream[2])) +
      fill('M-100-182L-96-282h50l-2 100zM-40-182v-106h80v106zM48-182l-2-100h50l4 100z', glass) +
      stroke('M-96-236h48M48-236h48M-40-244h80', cream[1], 4) +
      fill('M-30-182q0-42 14-48q-8-22 16-22q24 0 16 22q14 6 14 48z', mix(dark, pal.ramp('cenote')[2], 0.3)) +
      shape(a, 'M-128-292Q-70-338 0-338Q70-338 128-292Q64-308 0-308Q-64-308-128-292z', cream[1], g(c[3])) +
      fill(box(-58, -334, 116, 24), dark) +
      stroke('M-44-322h18M-16-322h12M6-322h30', '#FBE3A0', 7) +
      fill(circle(0, -122, 26), dark) +
      fill(circle(0, -122, 20), lit ? '#FFF1CC' : cream[0]) +
      (lit ? `<circle cx="0" cy="-122" r="74" fill="#FBE3A0" opacity=".25"/>` : '') +
      stroke('M-118-170H118M-112-60H112', cream[0], 5) +
      fill(box(-70, -92, 36, 22) + box(34, -92, 36, 22), cream[1]) +
      stroke('M-64-84h24M40-84h24', dark, 4) +
      fill('M-104-24h208l-16 22h-176z', mix(dark, c[3], 0.25)) +
      stroke('M0-338L26-430', dark, 5),
    at(x, y, s),
  )
}

/** The car from the side on its slope, rails at the origin, 420 long. */
function tramSide(a: Art, x: number, y: number, s: number, coat: Pigment, turn: number, flip: boolean): string {
  const { pal } = a,
    c = pal.ramp(coat),
    cream = pal.ramp('cream'),
    dark = mix(pal.dark, '#000000', 0.1),
    lit = a.night || a.time === 'dusk',
    glass = lit ? GLASS_LIT : mix(pal.dark, pal.water[1], 0.35)
  let panes = '',
    heads = '',
    wheels = ''
  for (let i = 0; i < 6; i++) {
    panes += box(-178 + i * 60, -186, 52, 72)
    if (i % 2 === 0 || i === 3)
      heads += circle(-152 + i * 60, -140, 12) + `M${-172 + i * 60}-114q2-18 20-18q18 0 20 18z`
  }
  for (const wx of [-84, 84]) wheels += circle(wx, -14, 22)
  return group(
    fill(wheels + box(-130, -36, 260, 18), dark) +
      stroke(circle(-84, -14, 12) + circle(84, -14, 12), mix(dark, cream[2], 0.4), 4) +
      shape(a, 'M-206-50Q-214-80-208-112H208Q214-80 206-50L196-32H-196z', c[1], [
        { ink: c[3], from: [0, -90], to: [0, -24], opacity: 0.8 },
      ]) +
      shape(a, 'M-208-112L-196-206H196L208-112z', cream[0], [
        { ink: cream[2], from: [0, -190], to: [0, -104], opacity: 0.6 },
      ]) +
      fill(panes, glass) +
      fill(heads, mix(dark, pal.ramp('plum')[2], 0.3)) +
      stroke('M-178-152H182', cream[1], 3.4) +
      shape(a, 'M-222-202Q-190-236-120-240H120Q190-236 222-202z', cream[1], [
        { ink: cream[3], from: [0, -230], to: [0, -196], opacity: 0.8 },
      ]) +
      fill(box(-150, -258, 300, 20), cream[1]) +
      stroke('M-206-82H206', cream[0], 5) +
      fill(box(-50, -104, 100, 16), cream[0]) +
      stroke('M20-258L-70-342', dark, 5),
    at(x, y, s, flip, turn),
  )
}

export function tramStreet(a: Art): string {
  const { pal } = a,
    r = a.r.fork('front'),
    eye: Eye = { vx: 600 + r.range(-40, 40), vy: r.range(470, 500), f: 640, height: 1.75 },
    gy = eye.vy + (eye.height * eye.f) / 34
  let out =
    sky(a, 480) +
    (a.night ? stars(a, 110, 400) : '') +
    sun(a, eye.vx + a.light * r.range(40, 130), r.range(130, 220), r.range(60, 92)) +
    clouds(a, 50, 260, 3) +
    ridge(a, 'h', { y: 470, amp: 30, depth: 0.26 })
  out += dome(a, eye.vx - a.light * 30, gy - 40, 80, pal.ramp('cream'), pal.ramp('cream'))
  const cols = r.shuffle<Pigment>(['rosa', 'cream', 'aqua', 'maize', 'sand', 'snow', 'terracotta'])
  out += street(a, eye, 4.1, 2.2, 36, a.light)
  const litSide = -a.light as -1 | 1
  out +=
    facades(a, eye, a.light, { x: 4.1, z0: 2.6, z1: 30, colours: cols.slice(3), lit: false }) +
    facades(a, eye, litSide, { x: 4.1, z0: 2.6, z1: 30, colours: cols, lit: true })
  // Rails and wires to the vanishing point.
  let rails = '',
    wires = ''
  for (const rx of [-0.75, 0.75]) {
    const p = project(eye, rx, 0, 1.9),
      q = project(eye, rx, 0, 34)
    rails += `M${f1(p[0])} ${f1(p[1])}L${f1(q[0])} ${f1(q[1])}`
  }
  for (const [z, hgt] of [
    [4, 6.2],
    [6, 6],
    [9, 6],
    [14, 6],
  ] as const) {
    const p = project(eye, -4, hgt, z),
      q = project(eye, 4, hgt, z),
      m = project(eye, 0, hgt - 0.7, z)
    wires += `M${f1(p[0])} ${f1(p[1])}L${f1(m[0])} ${f1(m[1])}L${f1(q[0])} ${f1(q[1])}`
  }
  const w0 = project(eye, 0, 5.3, 2.2),
    w1 = project(eye, 0, 5.3, 34)
  out +=
    stroke(rails, mix(pal.ramp('stone')[0], '#FFFFFF', 0.3), 5) +
    stroke(wires + `M${f1(w0[0])} ${f1(w0[1])}L${f1(w1[0])} ${f1(w1[1])}`, mix(pal.dark, pal.haze, 0.15), 2.2)
  for (const [x, z, i] of [
    [2.7, 11, 0],
    [-2.8, 8.6, 1],
  ] as const) {
    const p = project(eye, x, 0, z)
    out += person(a, 's' + i, p[0], p[1], (1.7 * eye.f) / z / 100, {
      top: pal.accents[i]!,
      skirt: i === 1,
      hat: i === 0,
      bottom: 'plum',
    })
  }
  const p = project(eye, 0, 0, r.range(4.9, 5.6))
  out += tramFront(a, p[0], p[1], 1.16, 'maize')
  if (r.chance(0.6)) {
    const q = project(eye, litSide * 4, 6.4, 6)
    out += blossom(a, 'b', {
      x: q[0] - (litSide > 0 ? 30 : 130),
      y: q[1],
      w: 170,
      h: 230,
      inks: [pal.ramp('rosa')[0], pal.ramp('rosa')[1]],
      leaf: leafInks(a, 0.85).deep,
      n: 60,
    })
  }
  return out
}

export function tramHill(a: Art): string {
  const { pal } = a,
    r = a.r.fork('climb'),
    side = r.chance(0.5) ? 1 : -1,
    y = 330,
    lit = a.night || a.time === 'dusk'
  let out =
    sky(a, y) +
    (a.night ? stars(a, 120, 300) : '') +
    sun(a, 600 - side * r.range(100, 260), r.range(130, 210), r.range(58, 90)) +
    clouds(a, 40, 190, 3) +
    ridge(a, 'far', { y: y - 10, amp: 22, depth: 0.24, floor: y + 4 })
  out +=
    sea(a, { y, sunX: 600 - side * 180, floor: 520 }) +
    sailboat(a, 600 - side * 300, y + 40, 0.6, 'cream') +
    sailboat(a, 600 - side * 80, y + 22, 0.4, 'cream', true)
  // Roofs tumble to the river.
  const cols: readonly Pigment[] = ['cream', 'rosa', 'snow', 'maize', 'aqua', 'sand'],
    roof = pal.ramp('terracotta')
  for (let row = 0; row < 4; row++) {
    const base = 440 + row * 62,
      tone = (ink: string) => mix(ink, pal.haze, 0.4 - row * 0.11)
    for (let i = 0; i < 13; i++) {
      const u = (i + r.range(0.1, 0.9)) / 13,
        x = u * W,
        h = 62 + 30 * row * 0.5 + r.range(-10, 24),
        w = r.range(70, 116),
        yy = base + side * (u - 0.5) * -90,
        c = pal.ramp(r.pick(cols))
      let wins = ''
      for (let k = 0; k < 3; k++)
        wins +=
          box(x - w / 2 + 12 + (k * (w - 24)) / 3 + 4, yy - h + 20, 10, 16) +
          (row > 1 ? box(x - w / 2 + 12 + (k * (w - 24)) / 3 + 4, yy - h + 52, 10, 16) : '')
      out +=
        fill(box(x - w / 2, yy - h, w, h + 120), tone(a.light > 0 === (i % 2 === 0) ? c[0] : mix(c[1], c[2], 0.2))) +
        fill(
          poly([
            [x - w / 2 - 5, yy - h + 3],
            [x - w / 2 + 12, yy - h - 19],
            [x + w / 2 - 12, yy - h - 19],
            [x + w / 2 + 5, yy - h + 3],
          ]),
          tone(roof[i % 3 === 0 ? 2 : 1]),
        ) +
        fill(wins, lit && i % 2 ? '#F7C15A' : tone(mix(pal.dark, c[3], 0.3)))
    }
    if (row === 1)
      out += dome(
        a,
        600 - side * 230,
        base + 10,
        62,
        pal.ramp('cream').map(tone) as never,
        pal.ramp('snow').map(tone) as never,
      )
    out += mist(a, base + 30, 40, 0.22)
  }
  // The steep street, cut across the sheet.
  const yl = side > 0 ? 800 : 610,
    yr = side > 0 ? 610 : 800,
    turn = (Math.atan2(yr - yl, W) * 180) / Math.PI,
    on = (x: number) => lerp(yl, yr, x / W)
  const stone = pal.ramp('stone')
  out += shape(
    a,
    poly([
      [-20, on(-20) - 66],
      [W + 20, on(W + 20) - 66],
      [W + 20, H + 20],
      [-20, H + 20],
    ]),
    stone[1],
    [{ ink: mix(stone[3], pal.dark, 0.3), from: [0, 640], to: [0, 860], opacity: 0.8 }],
  )
  let rail = ''
  for (let i = 0; i < 30; i++) {
    const x = i * 42
    rail += `M${x} ${f1(on(x) - 66)}v-58`
  }
  out +=
    stroke(rail, mix(pal.dark, stone[3], 0.2), 4) +
    stroke(`M-20 ${f1(on(-20) - 122)}L${W + 20} ${f1(on(W + 20) - 122)}`, mix(pal.dark, stone[3], 0.2), 6)
  let setts = ''
  for (let i = 0; i < 46; i++) {
    const x = r.range(0, W)
    setts += lens(x, on(x) + r.range(-40, 90), r.range(26, 70), 3)
  }
  out +=
    fill(setts, stone[3], 0.5) +
    stroke(
      `M-20 ${f1(on(-20) - 6)}L${W + 20} ${f1(on(W + 20) - 6)}M-20 ${f1(on(-20) + 30)}L${W + 20} ${f1(on(W + 20) + 30)}`,
      mix(stone[0], '#FFFFFF', 0.3),
      5,
    )
  out += stroke(`M-20 ${f1(on(-20) - 372)}L${W + 20} ${f1(on(W + 20) - 372)}`, pal.dark, 2.4)
  const lamp = (x: number) =>
    stroke(`M${x} ${f1(on(x) - 60)}v-250q0-34 30-34`, pal.dark, 7) +
    fill(`M${x + 16} ${f1(on(x) - 344)}h30l-6 34h-18z`, lit ? '#FBE3A0' : mix(pal.dark, pal.sky[2], 0.4)) +
    (lit ? `<circle cx="${x + 31}" cy="${f1(on(x) - 322)}" r="58" fill="#FBE3A0" opacity=".2"/>` : '')
  out +=
    lamp(600 + side * 330) +
    tramSide(a, 600 - side * 50, on(600 - side * 50) + 14, 1.22, 'maize', turn, side < 0) +
    lamp(600 - side * 420)
  return (
    out +
    person(a, 'p', 600 + side * 330, on(600 + side * 330) + 52, 1.5, {
      top: pal.accents[0]!,
      skirt: true,
      bottom: 'cenote',
      flip: side > 0,
    }) +
    birds(a, 600 + side * 220, 150, 6)
  )
}

export const oldTram = (a: Art): string => a.r.fork('tram').pick([tramStreet, tramHill])(a)
