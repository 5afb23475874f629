import { type Art, box, curve, fill, H, lens, makeNoise, type Pt, shape, W } from '../press.ts'
import { mix, type Pigment } from '../palettes.ts'
import { angelfish, bubbles, coral, diver, fish, turtle } from '../layers/seaLife.ts'
import { shafts } from '../layers/sky.ts'

type Hero = 'turtle' | 'diver' | 'school' | 'angels'

/** The reef with the animal asked for, or with the seed's choice. */
export function reef(a: Art, asked?: Hero): string {
  const { pal } = a,
    r = a.r.fork('reef')
  const top = mix('#8EDCCB', pal.sky[2], a.night ? 0.1 : a.time === 'day' ? 0.15 : 0.42),
    mid = mix('#1C93A0', pal.sky[1], a.time === 'day' ? 0.06 : 0.22),
    deep = mix('#0B3F5E', pal.sky[0], 0.2)
  const [c0, c1, c2] = a.night
    ? [mix('#4FB3B0', deep, 0.4), mix('#1B7F96', deep, 0.5), mix(deep, '#03101F', 0.35)]
    : [top, mid, deep]
  const id = a.id()
  a.define(
    `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${c0}"/><stop offset=".5" stop-color="${c1}"/><stop offset="1" stop-color="${c2}"/></linearGradient>`,
  )
  let out =
    fill(box(0, 0, W, H), `url(#${id})`) +
    fill(box(0, 0, W, H), a.grain({ ink: c2, from: [0, 240], to: [0, 820], opacity: 0.7 }))
  // Surface seen from below.
  let skin = ''
  for (let i = 0; i < 34; i++) skin += lens(r.range(-40, W + 40), r.next() ** 2 * 130, r.range(60, 240), r.range(3, 10))
  out += fill(skin, mix(c0, '#FFFFFF', 0.55), 0.55)
  const sx = r.range(380, 820)
  out += shafts(a, sx, -30, 1150, 720, 8, mix(c0, '#FFFFFF', 0.5), 0.22, a.light * -120)
  // Far reef walls step down into value.
  const far = (t: number) => mix(c1, c2, t)
  out += ridge2(a, 'r0', 560, 90, far(0.25)) + ridge2(a, 'r1', 630, 80, far(0.6))
  const school = (
    n: number,
    x: number,
    y: number,
    w: number,
    h: number,
    s: number,
    ink: string,
    flip: boolean,
    belly?: string,
  ) => {
    let d = '',
      e = ''
    for (let i = 0; i < n; i++) {
      const t = ((i + 0.5) / n) * Math.PI * 7.6,
        q = Math.sqrt((i + 0.5) / n),
        fx = x + Math.cos(t) * w * q,
        fy = y + Math.sin(t) * h * q,
        k = s * r.range(0.8, 1.2)
      d += fish(fx, fy, k, flip)
      e += lens(fx, fy + k * 0.14, k * 1.3, k * 0.12)
    }
    return fill(d, ink) + (belly ? fill(e, belly, 0.8) : '')
  }
  out += school(26, 600 + r.range(-220, 220), r.range(200, 270), 250, 80, 11, far(0.5), r.chance(0.5))
  const picked = r.pick(['turtle', 'diver', 'school', 'angels'] as const),
    hero: Hero = asked ?? picked,
    flip = r.chance(0.5),
    gold = pal.ramp('maize'),
    hx = 600 + r.range(-70, 70),
    hy = r.range(330, 400)
  if (hero !== 'angels')
    out += school(
      hero === 'school' ? 34 : 16,
      hero === 'school' ? hx : hx + (flip ? 260 : -260),
      hero === 'school' ? hy : hy + 60,
      hero === 'school' ? 270 : 130,
      hero === 'school' ? 130 : 70,
      hero === 'school' ? 26 : 18,
      mix(gold[0], c1, a.night ? 0.35 : 0.05),
      flip,
      '#FBF3DC',
    )
  if (hero === 'turtle') out += turtle(a, hx, hy, 1.45, flip, r.range(-24, -8))
  if (hero === 'diver')
    out +=
      diver(hx, hy, 1.75, flip, mix(pal.dark, c2, 0.2), '#F2B632') +
      bubbles(a, hx + (flip ? -120 : 120), hy - 30, 260, 12, '#E9F6EE')
  if (hero === 'angels') {
    out +=
      angelfish(a, hx, hy, 1.5, pal.accents[0]!, flip) +
      angelfish(a, hx + (flip ? 240 : -240), hy + 90, 0.95, 'maize', flip) +
      angelfish(a, hx + (flip ? 170 : -170), hy - 120, 0.7, 'maize', flip)
  }
  // Near reef: big shapes in signature inks, dark mass below.
  const dark = mix(pal.dark, c2, 0.5)
  const inks = r.shuffle(['terracotta', 'rosa', 'maize', 'plum', 'aqua', 'cream'] as Pigment[])
  const soak = (p: Pigment, t: number, k: 0 | 1 | 2) => mix(pal.ramp(p)[k], c2, t)
  const put = (n: number, y: number, size: [number, number], dim: number, edge: number) => {
    for (let i = 0; i < n; i++) {
      const u = ((i + r.range(0.1, 0.9)) / n) * 2 - 1,
        x = 600 + 640 * Math.sign(u) * Math.abs(u) ** edge,
        rise = 120 * Math.abs(u) ** 2
      out += coral(
        a,
        'k' + n + i,
        x,
        y - rise,
        r.range(...size) * (0.7 + 0.5 * Math.abs(u)),
        soak(inks[i % inks.length]!, dim, 1),
        soak(inks[i % inks.length]!, dim * 0.6, 0),
      )
    }
  }
  put(8, 720, [90, 150], 0.55, 0.9)
  out += ridge2(a, 'r2', 715, 40, mix(dark, c2, 0.5), 100)
  put(9, 790, [130, 220], 0.14, 0.7)
  out += ridge2(a, 'r3', 785, 26, dark, 60)
  return (
    out +
    coral(a, 'w1', 40, 800, 260, dark, mix(dark, c1, 0.3), 'weed') +
    coral(a, 'w2', 1160, 800, 260, dark, mix(dark, c1, 0.3), r.pick(['weed', 'fan'] as const)) +
    bubbles(a, 200, 640, 330, 9, '#E9F6EE')
  )
}

function ridge2(a: Art, name: string, y: number, amp: number, ink: string, bow = 0): string {
  const noise = makeNoise(a.r.fork(name), 4, 0.6),
    pts: Pt[] = []
  for (let x = -30; x <= W + 40; x += 32) pts.push([x, y - amp * noise(x / 180) - bow * ((x - 600) / 600) ** 2])
  return shape(a, `${curve(pts, false)}V${H + 10}H-30z`, ink, [
    { ink: mix(ink, a.pal.dark, 0.5), from: [0, y], to: [0, y + 260], opacity: 0.6 },
  ])
}
