import { type Art, box, circle, f1, fill, poly, type Pt, shape, stroke } from '../press.ts'
import { mix, type Ramp } from '../palettes.ts'

/** Outline of a horseshoe arch, foot to foot; `w` is the clear width, `h` the height to the crown. */
export function horseshoe(x: number, y: number, w: number, h: number): string {
  const k = w * 0.58,
    spring = y - h + k * 1.18
  return `M${f1(x - w / 2)} ${f1(y)}V${f1(spring + k * 0.3)}L${f1(x - w / 2 - w * 0.02)} ${f1(spring + k * 0.28)}C${f1(x - w * 0.66)} ${f1(spring - k * 0.5)} ${f1(x - w * 0.3)} ${f1(y - h + k * 0.12)} ${f1(x)} ${f1(y - h)}C${f1(x + w * 0.3)} ${f1(y - h + k * 0.12)} ${f1(x + w * 0.66)} ${f1(spring - k * 0.5)} ${f1(x + w / 2 + w * 0.02)} ${f1(spring + k * 0.28)}L${f1(x + w / 2)} ${f1(spring + k * 0.3)}V${f1(y)}z`
}

/** An arch in its carved frame: plaster panel, band of dots, dark or lit opening. */
export function framedArch(a: Art, x: number, y: number, w: number, h: number, wall: Ramp, opening: string): string {
  const fw = w * 1.44,
    fh = h * 1.14,
    lace = mix(wall[0], '#FFFFFF', 0.25)
  let dots = ''
  const n = Math.round(fw / 17)
  for (let i = 0; i <= n; i++) dots += `M${f1(x - fw / 2 + (fw * i) / n)} ${f1(y - fh + 9)}h0`
  return (
    shape(a, box(x - fw / 2, y - fh, fw, fh), wall[1], [
      { ink: wall[2], from: [x + a.light * w * 0.2, 0], to: [x - a.light * w * 0.9, 0], opacity: 0.8 },
    ]) +
    stroke(dots, lace, 5) +
    stroke(box(x - fw / 2 + 7, y - fh + 19, fw - 14, fh - 19), lace, 2.4) +
    fill(horseshoe(x, y, w * 1.12, h * 1.05), lace) +
    fill(horseshoe(x, y, w, h), opening)
  )
}

/** Zellige: eight-pointed stars and crosses pressed as a pattern. */
export function zellige(
  a: Art,
  x: number,
  y: number,
  w: number,
  h: number,
  size: number,
  ground: string,
  inks: readonly [string, string, string],
): string {
  const id = a.id(),
    m = size / 2
  const star = (cx: number, cy: number, rad: number) => {
    const pts: Pt[] = []
    for (let i = 0; i < 16; i++) {
      const t = (i / 16) * Math.PI * 2,
        k = i % 2 ? rad * 0.765 : rad
      pts.push([cx + Math.cos(t) * k, cy + Math.sin(t) * k])
    }
    return 'M' + pts.map(([px, py]) => `${f1(px)} ${f1(py)}`).join('L') + 'z'
  }
  const corners = [
    [0, 0],
    [size, 0],
    [0, size],
    [size, size],
  ] as const
  a.define(
    `<pattern id="${id}" x="${f1(x)}" y="${f1(y)}" width="${size}" height="${size}" patternUnits="userSpaceOnUse">` +
      fill(box(0, 0, size, size), ground) +
      fill(star(m, m, m * 0.94), inks[0]) +
      fill(star(m, m, m * 0.62), ground) +
      fill(star(m, m, m * 0.46), inks[1]) +
      fill(corners.map(([cx, cy]) => circle(cx, cy, m * 0.3)).join(''), inks[2]) +
      stroke(
        `M${m} 0v${f1(m * 0.1)}M${m} ${size}v${f1(-m * 0.1)}M0 ${m}h${f1(m * 0.1)}M${size} ${m}h${f1(-m * 0.1)}`,
        inks[2],
        size * 0.05,
      ) +
      '</pattern>',
  )
  return fill(box(x, y, w, h), `url(#${id})`)
}

/** A pierced brass lamp on its chain; `s` is half its width. */
export function pierced(a: Art, x: number, y: number, s: number, top: number, metal: Ramp, glow: string): string {
  let holes = ''
  for (let row = 0; row < 4; row++)
    for (let i = -2; i <= 2; i++) {
      const k = 1 - Math.abs(row - 1.5) * 0.16
      holes += `M${f1(x + i * s * 0.34 * k)} ${f1(y - s * 0.4 + row * s * 0.42)}h0`
    }
  return (
    stroke(`M${f1(x)} ${f1(top)}V${f1(y - s * 1.5)}`, metal[3], Math.max(1.4, s * 0.07)) +
    `<circle cx="${f1(x)}" cy="${f1(y + s * 0.2)}" r="${f1(s * 2.3)}" fill="${glow}" opacity=".17"/>` +
    shape(
      a,
      `M${f1(x)} ${f1(y - s * 1.6)}q${f1(s * 0.24)} ${f1(s * 0.3)} ${f1(s * 0.3)} ${f1(s * 0.6)}q${f1(s * 0.8)} ${f1(s * 0.4)} ${f1(s * 0.7)} ${f1(s * 1.3)}q${f1(-s * 0.1)} ${f1(s * 0.8)} ${f1(-s)} ${f1(s * 1.5)}q${f1(-s * 0.9)} ${f1(-s * 0.7)} ${f1(-s)} ${f1(-s * 1.5)}q${f1(-s * 0.1)} ${f1(-s * 0.9)} ${f1(s * 0.7)} ${f1(-s * 1.3)}q${f1(s * 0.06)} ${f1(-s * 0.3)} ${f1(s * 0.3)} ${f1(-s * 0.6)}z`,
      metal[1],
      [{ ink: metal[3], from: [x + a.light * s * 0.3, 0], to: [x - a.light * s * 1.1, 0], opacity: 0.9 }],
    ) +
    stroke(holes, glow, Math.max(1.5, s * 0.17)) +
    stroke(
      poly(
        [
          [x - s * 0.72, y - s * 0.86],
          [x + s * 0.72, y - s * 0.86],
        ],
        false,
      ),
      metal[0],
      Math.max(1.2, s * 0.1),
    )
  )
}
