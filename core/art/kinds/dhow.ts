import { type Art, H, W, box, circle, ellipse, f1, fill, lens, stroke } from '../press.ts'
import { mix } from '../palettes.ts'
import { dhowShip } from '../layers/boats.ts'
import { birds, clouds, mist, sky, stars, sun } from '../layers/sky.ts'
import { ridge } from '../layers/relief.ts'
import { reflect, ripples, sea } from '../layers/water.ts'

const flat = (svg: string) => svg.replace(/ id="[^"]*"/g, ' ').replace(/<use[^>]*>/g, '')

/** A gulf city on the horizon: towers, and water towers like beads on needles. */
function skyline(a: Art, y: number): string {
  const { pal } = a,
    r = a.r.fork('skyline'),
    far = mix(pal.land(0.3), pal.haze, 0.3),
    near = pal.land(0.5)
  let back = '',
    front = '',
    lights = ''
  for (let i = 0; i < 30; i++) {
    const x = i * 42 - 20 + r.range(-12, 12),
      h = r.range(16, 60) + 90 * Math.exp(-(((x - 600 - a.light * 180) / 190) ** 2)) * r.range(0.4, 1.2),
      w = r.range(18, 36)
    if (i % 2) back += box(x, y - h, w, h)
    else front += box(x, y - h * 0.7, w, h * 0.7)
    if (r.chance(0.6)) lights += `M${f1(x + 6)} ${f1(y - h * 0.4)}h0M${f1(x + 13)} ${f1(y - h * 0.5)}h0`
  }
  const bx = 600 - a.light * 250
  for (const [dx, h, balls] of [
    [0, 178, [0.52, 0.8]],
    [64, 142, [0.62]],
    [-48, 120, []],
  ] as const) {
    front += `M${bx + dx - 5} ${y}L${bx + dx - 1} ${y - h}h2L${bx + dx + 5} ${y}z`
    for (const b of balls) front += circle(bx + dx, y - h * b, b > 0.7 ? 13 : 23)
  }
  return fill(back, far) + fill(front, near) + (a.night || a.time === 'dusk' ? stroke(lights, '#F7C15A', 3.4) : '')
}

const PLANS = ['sail', 'fleet', 'moored'] as const

/** One of its plans: the one asked for, or the seed's choice. */
export function dhow(a: Art, asked?: (typeof PLANS)[number]): string {
  const { pal } = a,
    r = a.r.fork('dhow'),
    picked = r.pick(PLANS),
    plan = asked ?? picked,
    y = plan === 'moored' ? 470 : r.range(500, 540),
    side = r.chance(0.5) ? 1 : -1
  const sx = 600 + a.light * r.range(60, 240)
  let out =
    sky(a, y) +
    (a.night ? stars(a, 150, 420) : '') +
    sun(a, sx, y - r.range(110, 240), r.range(86, 140), plan === 'moored' ? 'disc' : undefined) +
    clouds(a, 60, 220, 2, 'stream')
  if (plan === 'moored') {
    const land = skyline(a, y)
    out += land + mist(a, y, 60, 0.5) + sea(a, { y, sunX: sx }) + reflect(a, land, y, 0.5, 0.3)
    const boats =
      dhowShip(a, 600 - side * 300, y + 60, 0.5, 'cream', { furled: true, crew: 0, flip: side > 0 }) +
      dhowShip(a, 600 + side * 60, y + 150, 1.05, 'cream', { furled: true, flip: side < 0 })
    out += reflect(a, flat(boats), y + 156, 0.4, 0.22) + boats
    // A jetty post, its rope and the lamp on it, dark against the water.
    const px = 600 + side * 430
    out +=
      stroke(`M${px} 820V560M${px + side * 90} 820V610`, mix(pal.dark, '#000000', 0.2), 34) +
      fill(ellipse(px, 556, 19, 7), pal.ramp('wood')[0]) +
      stroke(`M${px} 600Q${f1((px + 600) / 2 + side * 60)} 720 ${600 + side * 280} ${y + 130}`, pal.dark, 5) +
      fill(box(-10, 770, W + 20, 40), mix(pal.dark, pal.water[3], 0.4))
    return out + birds(a, 600 - side * 160, 180, 6, 1.1)
  }
  out +=
    ridge(a, 'shore', { y: y - 6, amp: 10, depth: 0.3, floor: y + 3, octaves: 2 }) +
    mist(a, y, 50, 0.4) +
    sea(a, { y, sunX: sx })
  if (plan === 'fleet') {
    const c = ['cream', 'sand', 'cream'] as const
    for (const [i, [dx, dy, s]] of (
      [
        [-390, 22, 0.36],
        [330, 60, 0.58],
        [-110, 168, 1.06],
      ] as const
    ).entries()) {
      const b = dhowShip(a, 600 + side * dx, y + dy, s, c[i]!, { flip: side < 0, crew: i + 1 })
      out += reflect(a, flat(b), y + dy + 8 * s, 0.35, 0.2) + b
    }
  } else {
    out += dhowShip(a, 600 - side * 400, y + 16, 0.26, 'sand', { flip: side < 0, crew: 0 })
    const b = dhowShip(
      a,
      600 - side * r.range(0, 50),
      y + 150,
      1.5,
      a.time === 'dawn' || a.time === 'day'
        ? r.pick(['terracotta', 'maize'] as const)
        : r.pick(['cream', 'sand', 'terracotta'] as const),
      {
        flip: side < 0,
        crew: 4,
      },
    )
    out += reflect(a, flat(b), y + 164, 0.3, 0.22) + b
  }
  let wake = ''
  for (let i = 0; i < 18; i++) wake += lens(600 - side * r.range(-120, 420), y + 168 + i * 4.4, r.range(60, 240), 3)
  out +=
    fill(wake, mix(pal.water[0], '#FFFFFF', 0.35), 0.6) +
    ripples(a, 600, 730, 260, 3, mix(pal.sky[2], '#FFFFFF', 0.3), 0.4)
  return (
    out +
    fill(box(-10, 770, W + 20, H - 760), a.grain({ ink: pal.dark, from: [0, 700], to: [0, 830], opacity: 0.8 })) +
    birds(a, 600 + side * 250, y - 290, 7, 1.1)
  )
}
