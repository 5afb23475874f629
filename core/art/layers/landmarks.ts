import { type Art, box, circle, f1, fill, shape, stroke } from '../press.ts'
import type { Ramp } from '../palettes.ts'

/** A frontal baroque tower with bells, from the ground line. */
export function belfry(a: Art, x: number, y: number, w: number, h: number, c: Ramp, ink2: Ramp): string {
  const dark = a.pal.dark,
    L = x - w / 2
  const arch = (cx: number, by: number, aw: number, ah: number) =>
    `M${f1(cx - aw / 2)} ${f1(by)}v${f1(-ah)}a${f1(aw / 2)} ${f1(aw / 2)} 0 0 1 ${f1(aw)} 0v${f1(ah)}z`
  const g = (d: string, ink = c[0]) =>
    shape(a, d, ink, [{ ink: c[2], from: [x + a.light * w * 0.3, 0], to: [x - a.light * w * 0.62, 0], opacity: 0.9 }])
  return (
    g(box(L, y - h * 0.5, w, h * 0.5)) +
    fill(box(L - 6, y - h * 0.53, w + 12, h * 0.035), c[1]) +
    g(box(L + w * 0.08, y - h * 0.74, w * 0.84, h * 0.21)) +
    fill(
      arch(x - w * 0.19, y - h * 0.56, w * 0.2, h * 0.1) + arch(x + w * 0.19, y - h * 0.56, w * 0.2, h * 0.1),
      dark,
      0.85,
    ) +
    fill(box(L + w * 0.02, y - h * 0.765, w * 0.96, h * 0.03), c[1]) +
    g(box(L + w * 0.22, y - h * 0.88, w * 0.56, h * 0.12)) +
    fill(arch(x, y - h * 0.78, w * 0.22, h * 0.05), dark, 0.85) +
    shape(
      a,
      `M${f1(x - w * 0.32)} ${f1(y - h * 0.88)}q0 ${f1(-h * 0.1)} ${f1(w * 0.32)} ${f1(-h * 0.11)}q${f1(w * 0.32)} ${f1(h * 0.01)} ${f1(w * 0.32)} ${f1(h * 0.11)}z`,
      ink2[1],
      [{ ink: ink2[3], from: [x + a.light * w * 0.2, 0], to: [x - a.light * w * 0.4, 0], opacity: 0.9 }],
    ) +
    stroke(
      `M${f1(x)} ${f1(y - h * 0.985)}v${f1(-h * 0.06)}m${f1(-h * 0.016)} ${f1(h * 0.018)}h${f1(h * 0.032)}`,
      dark,
      2.4,
    )
  )
}

export function dome(a: Art, x: number, y: number, rad: number, c: Ramp, wall: Ramp): string {
  const m = (d: string, ink: string, sh: string) =>
    shape(a, d, ink, [{ ink: sh, from: [x + a.light * rad * 0.3, 0], to: [x - a.light * rad, 0], opacity: 0.9 }])
  return (
    m(box(x - rad * 0.92, y - rad * 0.42, rad * 1.84, rad * 0.42), wall[0], wall[2]) +
    m(`M${f1(x - rad)} ${f1(y - rad * 0.42)}a${f1(rad)} ${f1(rad * 1.05)} 0 0 1 ${f1(2 * rad)} 0z`, c[1], c[3]) +
    stroke(
      `M${f1(x)} ${f1(y - rad * 1.46)}Q${f1(x - rad * 0.6)} ${f1(y - rad * 1.2)} ${f1(x - rad * 0.56)} ${f1(y - rad * 0.44)}M${f1(x)} ${f1(y - rad * 1.46)}Q${f1(x + rad * 0.6)} ${f1(y - rad * 1.2)} ${f1(x + rad * 0.56)} ${f1(y - rad * 0.44)}M${f1(x)} ${f1(y - rad * 1.46)}V${f1(y - rad * 0.44)}`,
      c[0],
      2,
      'opacity=".7"',
    ) +
    m(box(x - rad * 0.16, y - rad * 1.72, rad * 0.32, rad * 0.3), wall[0], wall[2]) +
    fill(
      `M${f1(x - rad * 0.22)} ${f1(y - rad * 1.7)}q${f1(rad * 0.22)} ${f1(-rad * 0.32)} ${f1(rad * 0.44)} 0z`,
      c[2],
    ) +
    stroke(`M${f1(x)} ${f1(y - rad * 1.84)}v${f1(-rad * 0.24)}`, a.pal.dark, 2.2)
  )
}

/** The arch that spans a street, clock tower on top. */
export function streetArch(a: Art, x: number, y: number, w: number, h: number, c: Ramp): string {
  const L = x - w / 2,
    top = y - h,
    op = w * 0.3
  return (
    shape(
      a,
      `M${f1(L)} ${f1(y)}V${f1(top)}H${f1(L + w)}V${f1(y)}H${f1(x + op)}V${f1(y - h * 0.5)}a${f1(op)} ${f1(op * 0.92)} 0 0 0 ${f1(-2 * op)} 0V${f1(y)}z`,
      c[0],
      [{ ink: c[2], from: [x + a.light * w * 0.2, 0], to: [x - a.light * w * 0.6, 0], opacity: 0.85 }],
    ) +
    fill(box(L - 5, top - 5, w + 10, 9), a.pal.ramp('cream')[0]) +
    stroke(
      `M${f1(x - op)} ${f1(y)}V${f1(y - h * 0.5)}a${f1(op)} ${f1(op * 0.92)} 0 0 1 ${f1(2 * op)} 0V${f1(y)}`,
      a.pal.ramp('cream')[0],
      5,
    ) +
    shape(a, box(x - w * 0.13, top - h * 0.36, w * 0.26, h * 0.36), c[0], [
      { ink: c[2], from: [x, 0], to: [x - a.light * w * 0.14, 0], opacity: 0.85 },
    ]) +
    fill(circle(x, top - h * 0.2, w * 0.075), a.pal.ramp('cream')[0]) +
    stroke(
      `M${f1(x)} ${f1(top - h * 0.2)}v${f1(-w * 0.05)}M${f1(x)} ${f1(top - h * 0.2)}h${f1(w * 0.035)}`,
      a.pal.dark,
      2,
    ) +
    fill(
      `M${f1(x - w * 0.16)} ${f1(top - h * 0.36)}q${f1(w * 0.02)} ${f1(-h * 0.14)} ${f1(w * 0.16)} ${f1(-h * 0.16)}q${f1(w * 0.14)} ${f1(h * 0.02)} ${f1(w * 0.16)} ${f1(h * 0.16)}z`,
      a.pal.ramp('terracotta')[1],
    )
  )
}
