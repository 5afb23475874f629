import { type Art, at, box, circle, f1, fill, group, H, lens, lerp, stroke, W } from '../press.ts'
import { mix } from '../palettes.ts'

/** Open water from the horizon down: a blend, brush-mark ripples that grow toward us, and the sun's broken path. */
export function sea(
  a: Art,
  o: { y: number; sunX?: number; calm?: number; floor?: number; inks?: readonly [string, string, string] },
): string {
  const { pal } = a,
    r = a.r.fork('sea'),
    floor = o.floor ?? H
  const [far, mid, near] = o.inks ?? [mix(pal.sky[2], pal.water[1], a.night ? 0.7 : 0.45), pal.water[2], pal.water[3]]
  const id = a.id()
  a.define(
    `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${far}"/><stop offset=".4" stop-color="${mid}"/><stop offset="1" stop-color="${near}"/></linearGradient>`,
  )
  let out =
    fill(box(0, o.y, W, floor - o.y), `url(#${id})`) +
    fill(box(0, o.y, W, floor - o.y), a.grain({ ink: near, from: [0, o.y + 20], to: [0, floor + 10], opacity: 0.6 }))
  let lights = '',
    darks = ''
  const n = Math.round(70 * (o.calm ?? 1))
  for (let i = 0; i < n; i++) {
    const t = r.next(),
      y = o.y + 4 + (floor - o.y) * t ** 1.7,
      k = 0.25 + t,
      mark = lens(r.range(-40, W + 40), y, r.range(30, 130) * k, r.range(1.2, 4.4) * k)
    if (r.chance(0.55)) darks += mark
    else lights += mark
  }
  out += fill(darks, near, 0.5) + fill(lights, mix(far, '#FFFFFF', a.night ? 0.12 : 0.3), 0.6)
  if (o.sunX !== undefined) {
    let path = ''
    for (let i = 0; i < 46; i++) {
      const t = i / 46,
        y = o.y + 4 + (floor - o.y) * 0.92 * t ** 1.35,
        w = lerp(26, 150, t) * r.range(0.35, 1)
      path += lens(o.sunX + r.range(-1, 1) * lerp(26, 120, t), y, w, lerp(1.6, 6.5, t))
    }
    out += fill(path, mix(pal.sun, pal.sky[2], 0.25), a.night ? 0.7 : 0.85)
  }
  return out
}

/** Mirror of what stands on the shore, pressed flat and dimmed. */
export function reflect(a: Art, body: string, y: number, squash = 0.6, opacity = 0.35): string {
  const id = a.id()
  a.define(`<clipPath id="${id}"><path d="${box(0, y, W, H - y)}"/></clipPath>`)
  return `<g clip-path="url(#${id})"><g opacity="${opacity}" transform="translate(0 ${f1(y * (1 + squash))}) scale(1 ${-squash})">${body}</g></g>`
}

export function ripples(a: Art, x: number, y: number, w: number, n: number, ink: string, opacity = 0.7): string {
  let d = ''
  const r = a.r.fork('ripples' + Math.round(x + y))
  for (let i = 0; i < n; i++) {
    const t = i / n,
      rx = w * (0.3 + t * 0.8),
      ry = rx * 0.18
    d += `M${f1(x - rx)} ${f1(y)}a${f1(rx)} ${f1(ry)} 0 0 0 ${f1(2 * rx * r.range(0.7, 1))} ${f1(ry * 0.5)}M${f1(x + rx * 0.9)} ${f1(y - ry * 0.4)}a${f1(rx)} ${f1(ry)} 0 0 0 ${f1(-rx * r.range(0.6, 1.3))} ${f1(-ry * 0.6)}`
  }
  return stroke(d, ink, Math.max(1.6, w * 0.03), `opacity="${opacity}"`)
}

export function swimmer(a: Art, x: number, y: number, s: number, flip: boolean): string {
  const skin = a.pal.ramp('skin'),
    r = a.r.fork('swim' + Math.round(x))
  return (
    ripples(a, x, y + 2 * s, 40 * s, 3, mix(a.pal.water[0], '#FFFFFF', 0.3)) +
    group(
      fill(
        r.chance(0.5)
          ? 'M-22 2q4-14 22-14q20 0 24 14zM16-8q16-22 34-20q6 2 0 8q-14 4-24 20z'
          : 'M-24 2q6-14 24-14q18 0 24 14z',
        skin[1],
      ) +
        fill(circle(0, -20, 10), skin[1]) +
        fill('M-11-20q0-12 11-12q11 0 11 12q-4-6-11-6t-11 6z', a.pal.dark),
      at(x, y, s, flip),
    )
  )
}
