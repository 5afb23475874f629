import { type Art, box, clamp, ellipse, f1, fill, lerp, poly, type Pt, shape, stroke } from '../press.ts'

export function lantern(a: Art, x: number, y: number, s: number, ink: string, glow: string): string {
  if (s < 15)
    return fill(ellipse(x, y, s * 0.72, s * 0.8), ink) + stroke(`M${f1(x)} ${f1(y + s * 0.25)}h0`, glow, s * 0.8)
  return (
    `<circle cx="${f1(x)}" cy="${f1(y)}" r="${f1(s * 1.7)}" fill="${glow}" opacity=".16"/>` +
    shape(
      a,
      `M${f1(x - s * 0.5)} ${f1(y - s * 0.72)}h${f1(s)}q${f1(s * 0.42)} ${f1(s * 0.72)} 0 ${f1(s * 1.44)}h${f1(-s)}q${f1(-s * 0.42)} ${f1(-s * 0.72)} 0 ${f1(-s * 1.44)}z`,
      ink,
      [{ ink: glow, from: [x, y - s], to: [x, y + s * 0.9], opacity: 0.75 }],
    ) +
    stroke(
      `M${f1(x - s * 0.62)} ${f1(y - s * 0.3)}q${f1(s * 0.62)} ${f1(s * 0.16)} ${f1(s * 1.24)} 0M${f1(x - s * 0.66)} ${f1(y + s * 0.1)}q${f1(s * 0.66)} ${f1(s * 0.16)} ${f1(s * 1.32)} 0`,
      glow,
      Math.max(1, s * 0.06),
      'opacity=".6"',
    ) +
    fill(
      box(x - s * 0.36, y - s * 0.86, s * 0.72, s * 0.17) + box(x - s * 0.36, y + s * 0.7, s * 0.72, s * 0.17),
      a.pal.dark,
    )
  )
}

/** A board of made-up glyphs, lit from inside. */
export function sign(
  a: Art,
  name: string,
  pts: readonly [Pt, Pt, Pt, Pt],
  ink: string,
  glyph: string,
  rows = 4,
): string {
  const r = a.r.fork('sign' + name),
    [p, q, s, t] = pts
  const on = (u: number, v: number): string => {
    const x = lerp(lerp(p[0], q[0], u), lerp(t[0], s[0], u), v),
      y = lerp(lerp(p[1], q[1], u), lerp(t[1], s[1], u), v)
    return `${f1(x)} ${f1(y)}`
  }
  let d = ''
  for (let k = 0; k < rows; k++) {
    const v0 = (k + 0.18) / rows,
      v1 = (k + 0.82) / rows,
      vm = (v0 + v1) / 2
    const strokes = [
      `M${on(0.24, v0)}L${on(0.78, v0)}`,
      `M${on(0.5, v0)}L${on(0.5, v1)}`,
      `M${on(0.24, vm)}L${on(0.78, vm)}`,
      `M${on(0.5, vm)}L${on(0.22, v1)}`,
      `M${on(0.5, vm)}L${on(0.8, v1)}`,
      `M${on(0.26, v0)}L${on(0.26, v1)}L${on(0.76, v1)}L${on(0.76, v0)}`,
      `M${on(0.3, v1)}L${on(0.74, v1)}`,
    ]
    for (const i of r.shuffle([0, 1, 2, 3, 4, 5, 6]).slice(0, 3)) d += strokes[i]
  }
  const w = Math.hypot(q[0] - p[0], q[1] - p[1])
  return fill(poly(pts as unknown as Pt[]), ink) + stroke(d, glyph, clamp(w * 0.1, 1.2, 5.5))
}
