import { type Art, box, f1, fill, stroke } from '../press.ts'
import { palm } from './flora.ts'
import { ridge, volcano } from './relief.ts'
import { sky, stars, sun } from './sky.ts'

/** A window on the land outside, clipped to its frame. */
export function windowView(a: Art, x: number, y: number, w: number, h: number, arch: boolean): string {
  const clip = a.id(),
    d = arch
      ? `M${f1(x)} ${f1(y + h)}V${f1(y + w / 2)}a${f1(w / 2)} ${f1(w / 2)} 0 0 1 ${f1(w)} 0V${f1(y + h)}z`
      : box(x, y, w, h),
    wood = a.pal.ramp('wood'),
    r = a.r.fork('window')
  a.define(`<clipPath id="${clip}"><path d="${d}"/></clipPath>`)
  const view =
    sky(a, y + h * 0.8) +
    (a.night ? stars(a, 80, y + h) : '') +
    sun(a, x + w * (0.5 + a.light * 0.2), y + h * 0.36, w * 0.12, 'rings') +
    (r.chance(0.5)
      ? volcano(a, 'w', { x: x + w * 0.45, base: y + h * 0.86, h: h * 0.42, w: w * 0.55, depth: 0.4 })
      : ridge(a, 'w', { y: y + h * 0.68, amp: 34, depth: 0.35 })) +
    ridge(a, 'w2', { y: y + h * 0.86, amp: 20, depth: 0.6 }) +
    palm(a, 'w', {
      x: x + w * (0.5 - a.light * 0.32),
      y: y + h * 1.05,
      h: h * 0.66,
      lean: a.light * 14,
      ink: a.pal.land(0.9),
      rim: a.pal.land(0.5),
    })
  return (
    `<g clip-path="url(#${clip})">${view}</g>` +
    stroke(d, wood[2], 16) +
    stroke(d, wood[0], 4) +
    stroke(`M${f1(x + w / 2)} ${f1(y)}v${f1(h)}M${f1(x)} ${f1(y + h * 0.58)}h${f1(w)}`, wood[2], 7) +
    fill(box(x - 22, y + h - 4, w + 44, 20), wood[1])
  )
}
