import { type Art, f1, lerp, type Pt, stroke } from '../press.ts'

/** Strings of cut-paper flags between two points, sagging. */
export function papelPicado(
  a: Art,
  name: string,
  p: Pt,
  q: Pt,
  o: { n: number; size: number; sag: number; inks: readonly string[] },
): string {
  const r = a.r.fork('papel' + name)
  const at = (t: number): Pt => [lerp(p[0], q[0], t), lerp(p[1], q[1], t) + o.sag * 4 * t * (1 - t)]
  const by = new Map<string, string>()
  for (let i = 0; i < o.n; i++) {
    const t0 = (i + 0.08) / o.n,
      t1 = (i + 0.92) / o.n,
      [x0, y0] = at(t0),
      [x1, y1] = at(t1),
      w = x1 - x0,
      h = o.size,
      sway = r.range(-0.1, 0.14) * h,
      ink = o.inks[i % o.inks.length]!
    const bx = (u: number, v: number): string =>
      `${Math.round(x0 + w * u + sway * v)} ${Math.round(lerp(y0, y1, u) + h * v)}`
    let d = `M${bx(0, 0)}L${bx(1, 0)}L${bx(1, 0.82)}L${bx(0.83, 1)}L${bx(0.67, 0.82)}L${bx(0.5, 1)}L${bx(0.33, 0.82)}L${bx(0.17, 1)}L${bx(0, 0.82)}z`
    if (h > 34) {
      const hole = (u: number, v: number, s: number) =>
        `M${bx(u, v - s)}L${bx(u - s, v)}L${bx(u, v + s)}L${bx(u + s, v)}z`
      d +=
        hole(0.5, 0.42, 0.17) +
        (h > 70 ? hole(0.2, 0.22, 0.08) + hole(0.8, 0.22, 0.08) + hole(0.2, 0.62, 0.08) + hole(0.8, 0.62, 0.08) : '')
    }
    by.set(ink, (by.get(ink) ?? '') + d)
  }
  const m = at(0.5)
  return (
    stroke(
      `M${f1(p[0])} ${f1(p[1])}Q${f1(m[0])} ${f1(2 * m[1] - (p[1] + q[1]) / 2)} ${f1(q[0])} ${f1(q[1])}`,
      a.pal.dark,
      1.6,
    ) + [...by].map(([ink, d]) => `<path fill="${ink}" fill-rule="evenodd" d="${d}"/>`).join('')
  )
}
