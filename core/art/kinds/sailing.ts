import {
  type Art,
  type Pt,
  H,
  W,
  circle,
  curve,
  ellipse,
  f1,
  fill,
  lens,
  makeNoise,
  poly,
  shape,
  stroke,
} from '../press.ts'
import { mix } from '../palettes.ts'
import { sailboat, sloop } from '../layers/boats.ts'
import { birds, clouds, mist, sky, stars, sun } from '../layers/sky.ts'
import { ridge, volcano } from '../layers/relief.ts'
import { sea } from '../layers/water.ts'

function swell(a: Art, tag: string, y: number, amp: number, ink: string, glint: string): string {
  const noise = makeNoise(a.r.fork('swell' + tag), 2),
    pts: Pt[] = []
  for (let x = -40; x <= W + 60; x += 60) pts.push([x, y - amp * noise(x / 230)])
  return shape(a, `${curve(pts, false)}V${H + 10}H-40z`, ink, [
    { ink: glint, from: [0, y + amp + 34], to: [0, y - amp - 8], opacity: 0.65 },
    { ink: a.pal.water[3], from: [0, y + 40], to: [0, y + 240], opacity: 0.7 },
  ])
}

function foam(a: Art, x: number, y: number, w: number): string {
  const r = a.r.fork('foam' + Math.round(x))
  let d = ''
  for (let i = 0; i < 16; i++)
    d += lens(x + r.range(-0.5, 0.5) * w, y + r.range(-4, 14), r.range(0.1, 0.4) * w, r.range(3, 9))
  return fill(d, mix(a.pal.sky[2], '#FFFFFF', 0.6), 0.9)
}

/** A low volcanic island, wide shouldered, as seen from the gulf. */
function island(a: Art, x: number, y: number, s: number, depth: number): string {
  const ink = a.pal.land(depth),
    d = `M${f1(x - 420 * s)} ${f1(y)}Q${f1(x - 180 * s)} ${f1(y - 30 * s)} ${f1(x - 70 * s)} ${f1(y - 108 * s)}q${f1(24 * s)} ${f1(-20 * s)} ${f1(44 * s)} ${f1(-8 * s)}q${f1(24 * s)} ${f1(16 * s)} ${f1(52 * s)} ${f1(-2 * s)}q${f1(20 * s)} ${f1(-4 * s)} ${f1(40 * s)} ${f1(14 * s)}Q${f1(x + 190 * s)} ${f1(y - 26 * s)} ${f1(x + 430 * s)} ${f1(y)}z`
  return shape(a, d, ink, [
    {
      ink: mix(ink, a.pal.dark, 0.4),
      from: [x + a.light * 40 * s, y - 60],
      to: [x - a.light * 330 * s, y],
      opacity: 0.8,
    },
  ])
}

/** From the helm: foredeck, mast and forestay, the island ahead. */
function fromDeck(a: Art): string {
  const { pal } = a,
    r = a.r.fork('deck'),
    y = 430,
    wood = pal.ramp('sand'),
    white = pal.ramp('snow'),
    lean = a.light * 4
  const sx = 600 + a.light * r.range(200, 320)
  let out =
    sky(a, y) + (a.night ? stars(a) : '') + sun(a, sx, y - r.range(90, 200), r.range(56, 84)) + clouds(a, 60, 280, 3)
  out +=
    ridge(a, 'far', { y: y - 14, amp: 20, depth: 0.22, floor: y + 3 }) +
    island(a, 600 - a.light * 160, y + 2, 1.05, 0.5) +
    mist(a, y, 40, 0.4) +
    sea(a, { y, sunX: sx })
  out +=
    sailboat(a, 600 + a.light * 330, y + 30, 0.8, 'cream') + sailboat(a, 600 - a.light * 420, y + 52, 1.1, 'rosa', true)
  let body = shape(a, 'M600 430C760 520 960 700 1040 840H160C240 700 440 520 600 430z', wood[0], [
    { ink: wood[2], from: [600 + a.light * 100, 0], to: [600 - a.light * 480, 0], opacity: 0.8 },
  ])
  let planks = ''
  for (const k of [-0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8])
    planks += `M600 440Q${f1(600 + k * 250)} 540 ${f1(600 + k * 430)} 830`
  body +=
    stroke(planks, wood[3], 2, 'opacity=".6"') +
    stroke('M600 430C760 520 960 700 1040 840M600 430C440 520 240 700 160 840', white[0], 16)
  let posts = '',
    wire = ''
  for (const k of [-1, 1]) {
    const at: Pt[] = [
      [600 + k * 44, 462],
      [600 + k * 150, 530],
      [600 + k * 280, 640],
      [600 + k * 390, 770],
    ]
    at.forEach(([px, py], i) => {
      posts += `M${px} ${py}v${-52 - i * 26}`
    })
    wire += `M600 400${at.map(([px, py], i) => `L${px} ${py - 52 - i * 26}`).join('')}M600 416${at.map(([px, py], i) => `L${px} ${py - 28 - i * 13}`).join('')}`
  }
  body += stroke(posts, mix(pal.dark, white[2], 0.4), 5) + stroke(wire, mix(pal.dark, white[2], 0.2), 2.2)
  body +=
    shape(a, 'M452 700Q600 640 748 700L790 790H410z', white[0], [
      { ink: white[2], from: [600 + a.light * 40, 0], to: [600 - a.light * 220, 0], opacity: 0.8 },
    ]) +
    fill('M480 716Q600 672 720 716L730 736Q600 700 470 736z', mix(pal.dark, pal.water[2], 0.4)) +
    fill(
      poly([
        [540, 560],
        [660, 560],
        [684, 610],
        [516, 610],
      ]),
      white[1],
    ) +
    stroke(
      poly([
        [540, 560],
        [660, 560],
        [684, 610],
        [516, 610],
      ]),
      white[3],
      3,
    )
  body +=
    shape(a, 'M612-40H1300Q960 260 690 560Q640 300 612-40z', pal.ramp('cream')[0], [
      { ink: pal.ramp('cream')[2], from: [960, 0], to: [620, 200], opacity: 0.9 },
    ]) +
    stroke(
      'M1180-30Q900 260 690 560M1000-30Q800 240 676 480M820-30Q720 200 656 380',
      pal.ramp('cream')[2],
      3,
      'opacity=".8"',
    )
  body +=
    stroke('M600 840V-40', mix(pal.dark, white[1], 0.35), 24) +
    stroke(`M${600 + a.light * 8} 840V-40`, white[1], 5) +
    stroke('M600 432L600-40', white[3], 3)
  body +=
    stroke('M560 640q-30 30-10 66q30 20 60-6', pal.ramp('terracotta')[1], 8) +
    fill(circle(600, 700, 30), mix(pal.dark, white[2], 0.5)) +
    fill(ellipse(600, 694, 24, 12), white[2])
  return out + `<g transform="rotate(${lean} 600 640)">${body}</g>` + birds(a, 360, 180, 5)
}

const PLANS = ['heel', 'regatta', 'deck'] as const

/** One of its plans: the one asked for, or the seed's choice. */
export function sailing(a: Art, asked?: (typeof PLANS)[number]): string {
  const { pal } = a,
    r = a.r.fork('sailing'),
    picked = r.pick(PLANS),
    plan = asked ?? picked
  if (plan === 'deck') return fromDeck(a)
  const y = r.range(410, 450),
    side = r.chance(0.5) ? 1 : -1,
    sx = 600 + a.light * r.range(140, 300),
    flip = side < 0,
    heel = side * r.range(7, 12)
  let out =
    sky(a, y) +
    (a.night ? stars(a) : '') +
    sun(a, sx, y - r.range(90, 220), r.range(64, 100)) +
    clouds(a, 50, 260, r.int(2, 4))
  out += r.chance(0.3)
    ? volcano(a, 'v', { x: 600 - a.light * 260, base: y, h: 190, w: 360, depth: 0.34 })
    : island(a, 600 - a.light * r.range(120, 300), y + 3, 0.9, 0.34)
  out +=
    ridge(a, 'shore', { y: y - 4, amp: 14, depth: 0.46, floor: y + 3 }) + mist(a, y, 40, 0.45) + sea(a, { y, sunX: sx })
  out +=
    sailboat(a, 600 + side * 420, y + 18, 0.6, 'cream', flip) +
    sailboat(a, 600 - side * 450, y + 30, 0.8, pal.accents[2]!, flip)
  out += swell(a, 'a', y + 110, 14, mix(pal.water[2], pal.water[1], 0.3), mix(pal.sky[2], pal.water[1], 0.35))
  if (plan === 'regatta') {
    const sails = r.shuffle(['terracotta', 'maize', 'rosa', 'jade'] as const)
    out +=
      foam(a, 600 + side * 300, y + 112, 150) +
      sloop(a, 600 + side * 300, y + 104, 0.62, { sail: 'snow', hull: 'snow', heel, flip, kite: sails[0]! })
    out +=
      foam(a, 600 - side * 330, y + 146, 180) +
      sloop(a, 600 - side * 330, y + 140, 0.78, {
        sail: 'cream',
        hull: 'cenote',
        heel: heel * 0.8,
        flip,
        kite: sails[1]!,
      })
    out += swell(a, 'm', y + 190, 14, mix(pal.water[2], pal.water[3], 0.3), mix(pal.water[1], pal.sky[2], 0.25))
    out +=
      foam(a, 600, 690, 330) +
      sloop(a, 600, 680, 1.16, { sail: 'snow', hull: 'snow', heel: heel * 0.9, flip, kite: sails[2]!, crew: 4 })
  } else
    out +=
      foam(a, 600 - side * 30, 684, 420) +
      sloop(a, 600 - side * 20, 672, 1.42, {
        sail: r.pick(['cream', 'snow'] as const),
        hull: r.pick(['cenote', 'snow', 'terracotta'] as const),
        heel,
        flip,
        crew: 4,
      }) +
      foam(a, 600 + side * 190, 690, 160)
  out +=
    swell(a, 'b', 726, 13, mix(pal.water[2], pal.water[3], 0.5), mix(pal.water[1], pal.sky[2], 0.2)) +
    foam(a, 600 - side * 260, 718, 260) +
    swell(a, 'c', 776, 10, pal.water[3], pal.water[2])
  return out + birds(a, 600 - side * 300, 190, r.int(4, 7), 1.1)
}
