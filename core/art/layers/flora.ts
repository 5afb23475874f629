import {
  type Art,
  circle,
  curve,
  ellipse,
  f1,
  fill,
  group,
  H,
  lerp,
  makeNoise,
  poly,
  type Pt,
  shape,
  stroke,
  W,
} from '../press.ts'
import { mix } from '../palettes.ts'

/** Jungle roof: scalloped crowns along a rolling line, with crescents of light on the near sides. */
export function canopy(
  a: Art,
  name: string,
  o: {
    y: number
    amp: number
    size: number
    ink: string
    glint: string
    deep: string
    marks?: number
    bow?: number
    floor?: number
  },
): string {
  const r = a.r.fork('canopy' + name),
    noise = makeNoise(r, 3)
  const top = (x: number) => o.y - o.amp * noise(x / 300) - (o.bow ?? 0) * ((x - W / 2) / (W / 2)) ** 2
  let x = -40,
    y = Math.round(top(x)),
    d = `M-40 ${y}`,
    marks = '',
    dark = ''
  const heads: Pt[] = []
  while (x < W + 40) {
    const c = Math.round(r.range(0.45, 1.25) * o.size),
      jump = r.chance(0.24) ? r.range(-0.9, 0.9) * o.size * 0.7 : 0,
      ny = Math.round(top(x + c) + jump),
      rad = Math.round(Math.hypot(c, ny - y) * 0.54)
    d += `a${rad} ${rad} 0 0 1 ${c} ${ny - y}`
    heads.push([x + c / 2, (y + ny) / 2])
    x += c
    y = ny
  }
  const n = o.marks ?? 46
  for (let i = 0; i < n; i++) {
    const [hx, hy] = r.pick(heads),
      s = o.size * r.range(0.16, 0.42),
      mx = hx + r.range(-0.5, 0.5) * o.size,
      my = hy + r.next() ** 1.5 * o.size * 2.4 + o.size * 0.1
    const mark = `M${f1(mx - s)} ${f1(my)}q${f1(s * 0.3)} ${f1(-s * 1.05)} ${f1(s)} ${f1(-s * 0.8)}q${f1(s * 0.8)} ${f1(s * 0.1)} ${f1(s)} ${f1(s * 0.8)}q${f1(-s * 0.6)} ${f1(-s * 0.55)} ${f1(-s)} ${f1(-s * 0.45)}q${f1(-s * 0.6)} ${f1(0)} ${f1(-s)} ${f1(s * 0.45)}z`
    if (i % 3) marks += mark
    else dark += mark
  }
  return (
    shape(a, `${d}V${o.floor ?? H + 10}H-40z`, o.ink, [
      { ink: o.glint, from: [0, o.y + o.size * 1.9], to: [0, o.y - o.amp - o.size], opacity: 0.55 },
      { ink: o.deep, from: [0, o.y + o.size * 0.6], to: [0, o.y + o.size * 3.6], opacity: 0.8 },
    ]) +
    fill(dark, o.deep, 0.7) +
    fill(marks, o.glint, 0.75)
  )
}

/** Canopy inks for a depth, far to near. */
export function leafInks(a: Art, depth: number): { ink: string; glint: string; deep: string } {
  const leaf = a.pal.ramp('leaf'),
    ink = mix(mix(leaf[1], a.pal.land(depth), 0.36), a.pal.haze, Math.max(0, 0.5 - depth * 0.7))
  return { ink, glint: mix(ink, a.pal.light, a.night ? 0.13 : 0.34), deep: mix(ink, a.pal.dark, 0.5) }
}

/** One feathered frond from the origin, rib bending under its weight. */
function frond(angle: number, len: number, fall: number, teeth: number, leaflet: number): string {
  const c = Math.cos(angle),
    s = Math.sin(angle)
  const rib = (t: number): Pt => [c * len * t, s * len * t * (1 - 0.25 * t) + fall * t * t]
  const up: Pt[] = [],
    down: Pt[] = []
  for (let i = 0; i <= 5; i++) {
    const t = i / 5,
      p = rib(t)
    up.push([p[0], p[1] - leaflet * 0.14 * Math.sin(Math.PI * t)])
  }
  for (let i = teeth; i >= 1; i--) {
    const t = i / (teeth + 0.4),
      p = rib(t),
      q = rib(t - 0.55 / teeth),
      l = leaflet * Math.sin(Math.PI * Math.min(1, t * 0.9 + 0.14)) ** 0.7
    down.push([p[0] + c * l * 0.45, p[1] + l], [q[0], q[1] + l * 0.28])
  }
  return poly([[0, 0], ...up.slice(1), ...down])
}

export function palm(
  a: Art,
  name: string,
  o: { x: number; y: number; h: number; lean: number; ink: string; rim?: string },
): string {
  const r = a.r.fork('palm' + name),
    tx = o.x + o.lean,
    ty = o.y - o.h,
    w = o.h * 0.028
  const mx = o.x + o.lean * 0.18,
    my = o.y - o.h * 0.55
  const trunk = `M${f1(o.x - w * 1.5)} ${f1(o.y)}Q${f1(mx - w)} ${f1(my)} ${f1(tx - w * 0.6)} ${f1(ty)}L${f1(tx + w * 0.6)} ${f1(ty)}Q${f1(mx + w)} ${f1(my)} ${f1(o.x + w * 1.5)} ${f1(o.y)}z`
  const n = r.int(9, 11),
    len = o.h * r.range(0.36, 0.44)
  let back = '',
    front = ''
  for (let i = 0; i < n; i++) {
    const t = i / (n - 1),
      angle = lerp(-Math.PI * 1.08, Math.PI * 0.08, t) + r.range(-0.1, 0.1)
    const d = frond(angle, len * r.range(0.85, 1.1), len * r.range(0.35, 0.62), 9, len * 0.25)
    if (i % 2) front += d
    else back += d
  }
  const rim = o.rim
    ? group(fill(back + front, o.rim), `translate(${f1(tx + a.light * 3)} ${f1(ty - 2.5)})`) +
      group(fill(trunk, o.rim), `translate(${a.light * 2.5} 0)`)
    : ''
  let bands = ''
  for (let i = 1; i < 12; i++) {
    const t = i / 12,
      bx = (1 - t) ** 2 * o.x + 2 * t * (1 - t) * mx + t * t * tx,
      by = (1 - t) ** 2 * o.y + 2 * t * (1 - t) * my + t * t * ty
    bands += `M${f1(bx - w * 0.7)} ${f1(by)}q${f1(w * 0.7)} ${f1(w * 0.5)} ${f1(w * 1.4)} 0`
  }
  return (
    rim +
    fill(trunk, o.ink) +
    (o.rim ? stroke(bands, o.rim, 1.3, 'opacity=".4"') : '') +
    group(
      fill(back + front, o.ink) + fill(circle(-w, w, w * 1.1) + circle(w * 0.8, w * 1.3, w * 1.2), o.ink),
      `translate(${f1(tx)} ${f1(ty)})`,
    )
  )
}

/** The ceiba: pale column on buttresses, umbrella of flat clouds of leaf. */
export function ceiba(
  a: Art,
  name: string,
  o: { x: number; y: number; h: number; ink: string; leaf: string; glint: string; trunkLit?: string },
): string {
  const r = a.r.fork('ceiba' + name),
    w = o.h * 0.055,
    ty = o.y - o.h * 0.62
  const trunk = `M${f1(o.x - w * 3)} ${f1(o.y)}Q${f1(o.x - w * 1.1)} ${f1(o.y - o.h * 0.08)} ${f1(o.x - w * 0.8)} ${f1(o.y - o.h * 0.25)}L${f1(o.x - w * 0.6)} ${f1(ty)}L${f1(o.x + w * 0.6)} ${f1(ty)}L${f1(o.x + w * 0.9)} ${f1(o.y - o.h * 0.25)}Q${f1(o.x + w * 1.2)} ${f1(o.y - o.h * 0.08)} ${f1(o.x + w * 3.2)} ${f1(o.y)}L${f1(o.x + w * 0.9)} ${f1(o.y - w * 0.7)}L${f1(o.x)} ${f1(o.y)}L${f1(o.x - w)} ${f1(o.y - w * 0.7)}z`
  let limbs = ''
  for (const side of [-1, 1])
    for (const k of [0.5, 0.85, 1.2])
      limbs += `M${f1(o.x)} ${f1(ty + w * (1.5 - k))}q${f1(side * w * 2)} ${f1(-o.h * 0.08)} ${f1(side * o.h * 0.3 * k)} ${f1(-o.h * 0.1 * (2 - k) - 10)}`
  let crown = '',
    marks = ''
  for (let k = 0; k < 13; k++) {
    const u = (k / 12) * 2 - 1,
      cx = o.x + u * o.h * 0.46 + r.range(-10, 10),
      cy = ty - o.h * (0.2 * (1 - u * u) + 0.09) + r.range(-0.03, 0.05) * o.h,
      rx = o.h * r.range(0.11, 0.17),
      ry = rx * r.range(0.42, 0.6)
    crown += ellipse(cx, cy, rx, ry)
    marks += `M${f1(cx - rx * 0.6)} ${f1(cy - ry * 0.35)}q${f1(rx * 0.6)} ${f1(-ry * 0.6)} ${f1(rx * 1.2)} 0q${f1(-rx * 0.6)} ${f1(-ry * 0.15)} ${f1(-rx * 1.2)} 0z`
  }
  return (
    shape(
      a,
      trunk,
      o.ink,
      o.trunkLit
        ? [{ ink: o.trunkLit, from: [o.x - a.light * w, 0], to: [o.x + a.light * w * 1.4, 0], opacity: 0.9 }]
        : [],
    ) +
    stroke(limbs, o.ink, w * 0.45) +
    shape(a, crown, o.leaf, [{ ink: o.glint, from: [0, ty], to: [0, ty - o.h * 0.42], opacity: 0.8 }]) +
    fill(marks, o.glint, 0.6)
  )
}

export function conifers(
  a: Art,
  name: string,
  o: { n: number; y: (x: number) => number; h: [number, number]; ink: string; from?: number; to?: number },
): string {
  const r = a.r.fork('conifers' + name)
  let d = ''
  for (let i = 0; i < o.n; i++) {
    const x = Math.round(lerp(o.from ?? -20, o.to ?? W + 20, (i + r.range(0, 0.9)) / o.n)),
      h = r.range(...o.h),
      w = h * r.range(0.15, 0.21),
      y = o.y(x) + h * 0.1,
      tiers = 5
    const pts: Pt[] = [[x, y - h]]
    for (let k = 1; k <= tiers; k++) {
      const t = k / tiers
      pts.push([x + w * t ** 0.8, y - h * (1 - t) - (k === tiers ? h * 0.05 : 0)])
      if (k < tiers) pts.push([x + w * t ** 0.8 * 0.5, y - h * (1 - t) - h * 0.035])
    }
    const left = pts
      .slice(1)
      .map(([px, py]): Pt => [2 * x - px, py])
      .reverse()
    d += poly([...pts, [x + 2, y - h * 0.05], [x + 2, y], [x - 2, y], [x - 2, y - h * 0.05], ...left])
  }
  return fill(d, o.ink)
}

export function cypress(x: number, y: number, h: number): string {
  return `M${f1(x)} ${f1(y - h)}q${f1(h * 0.13)} ${f1(h * 0.5)} ${f1(h * 0.06)} ${f1(h * 0.94)}l${f1(-h * 0.045)} 0l0 ${f1(h * 0.06)}l${f1(-h * 0.03)} 0l0 ${f1(-h * 0.06)}l${f1(-h * 0.045)} 0q${f1(-h * 0.07)} ${f1(-h * 0.44)} ${f1(h * 0.06)} ${f1(-h * 0.94)}z`
}

/** A gnarled little tree with a round head: olive, almond, shade tree. */
export function roundTree(
  a: Art,
  name: string,
  o: { x: number; y: number; h: number; trunk: string; leaf: string; glint: string },
): string {
  const r = a.r.fork('tree' + name),
    w = o.h * 0.07
  const trunk = `M${f1(o.x - w * 1.4)} ${f1(o.y)}q${f1(w)} ${f1(-o.h * 0.15)} ${f1(-w * 0.2)} ${f1(-o.h * 0.42)}l${f1(w * 1.4)} ${f1(-w)}q${f1(w * 0.6)} ${f1(o.h * 0.28)} ${f1(w * 1.8)} ${f1(o.h * 0.42 + w)}z`
  let crown = '',
    marks = ''
  for (let k = 0; k < 8; k++) {
    const t = (k / 8) * Math.PI * 2,
      cx = o.x + Math.cos(t) * o.h * 0.23 + r.range(-4, 4),
      cy = o.y - o.h * 0.66 + Math.sin(t) * o.h * 0.14,
      rad = o.h * r.range(0.13, 0.18)
    crown += circle(cx, cy, rad)
    if (k > 3)
      marks += `M${f1(cx - rad * 0.6)} ${f1(cy)}q${f1(rad * 0.3)} ${f1(-rad * 0.7)} ${f1(rad * 1.1)} ${f1(-rad * 0.5)}q${f1(-rad * 0.7)} 0 ${f1(-rad * 1.1)} ${f1(rad * 0.5)}z`
  }
  return (
    fill(trunk, o.trunk) +
    shape(a, crown + circle(o.x, o.y - o.h * 0.66, o.h * 0.2), o.leaf, [
      {
        ink: o.glint,
        from: [o.x - a.light * o.h * 0.35, o.y - o.h * 0.5],
        to: [o.x + a.light * o.h * 0.3, o.y - o.h * 1.05],
        opacity: 0.8,
      },
    ]) +
    fill(marks, o.glint, 0.7)
  )
}

/** Big leaves in a corner: the dark frame that pushes everything else back. */
export function leafFrame(
  a: Art,
  name: string,
  o: {
    x: number
    y: number
    reach: number
    from: number
    to: number
    ink: string
    vein: string
    kind?: 'banana' | 'fan' | 'fern' | 'monstera'
  },
): string {
  const r = a.r.fork('leaf' + name),
    kind = o.kind ?? r.pick(['banana', 'fern', 'monstera', 'fan'] as const)
  const n = kind === 'fern' ? r.int(6, 8) : kind === 'monstera' ? r.int(3, 4) : r.int(5, 6)
  let ink = '',
    veins = ''
  let out = ''
  for (let i = 0; i < n; i++) {
    const angle = lerp(o.from, o.to, n === 1 ? 0.5 : i / (n - 1)) + r.range(-0.08, 0.08),
      len = o.reach * r.range(0.72, 1.08),
      deg = (angle * 180) / Math.PI
    if (kind === 'fern' || kind === 'fan') {
      out += group(
        fill(
          frond(
            0,
            len,
            len * r.range(0.12, 0.26) * (Math.cos(angle) < 0 ? -1 : 1),
            kind === 'fern' ? 13 : 8,
            len * (kind === 'fern' ? 0.2 : 0.3),
          ),
          o.ink,
        ),
        `translate(${f1(o.x)} ${f1(o.y)}) rotate(${f1(deg)})${Math.cos(angle) < 0 ? ' scale(1 -1)' : ''}`,
      )
      continue
    }
    const c = Math.cos(angle),
      s = Math.sin(angle),
      on = (u: number, v: number): Pt => [o.x + c * u - s * v + 0, o.y + s * u + c * v + (0.16 * u * u) / len]
    const half = len * (kind === 'banana' ? r.range(0.12, 0.16) : 0.34),
      pts: Pt[] = []
    const m = kind === 'banana' ? 12 : 14
    for (const side of [1, -1])
      for (let k = side > 0 ? 0 : m; side > 0 ? k <= m : k >= 0; k -= -side) {
        const t = k / m,
          stem = kind === 'banana' ? 0.1 : 0.34,
          u = len * (stem + (1 - stem) * t),
          wv = half * Math.sin(Math.PI * t ** (kind === 'banana' ? 0.8 : 0.55)) ** (kind === 'banana' ? 0.75 : 0.6)
        const cut =
          kind === 'monstera' && k % 2 === 1 && t > 0.12 && t < 0.9
            ? 0.42
            : kind === 'banana' && r.chance(0.16)
              ? 0.66
              : 1
        pts.push(on(u, side * wv * cut))
      }
    ink += kind === 'banana' ? poly(pts) : curve(pts)
    const p = on(0, 0),
      q = on(len * 0.5, 0),
      e = on(len * 0.97, 0)
    veins += `M${f1(p[0])} ${f1(p[1])}Q${f1(q[0])} ${f1(q[1])} ${f1(e[0])} ${f1(e[1])}`
    for (let k = 1; k < 6; k++) {
      const t = k / 6.5,
        b = on(len * (0.34 + 0.6 * t), 0),
        f = on(len * (0.34 + 0.6 * t) + half * 0.55, half * 0.62 * Math.sin(Math.PI * t))
      veins += `M${f1(b[0])} ${f1(b[1])}L${f1(f[0])} ${f1(f[1])}`
    }
  }
  return out + (ink ? fill(ink, o.ink) + stroke(veins, o.vein, 2, 'opacity=".65"') : '')
}

export function agave(a: Art, x: number, y: number, s: number, ink: string, glint: string): string {
  const r = a.r.fork('agave' + Math.round(x))
  let d = '',
    g = ''
  for (let i = 0; i < 11; i++) {
    const t = lerp(-Math.PI * 0.97, -Math.PI * 0.03, i / 10) + r.range(-0.06, 0.06),
      l = s * r.range(0.8, 1.1) * (0.75 + 0.35 * Math.abs(Math.sin(t))),
      w = s * 0.11,
      nx = -Math.sin(t) * w,
      ny = Math.cos(t) * w,
      ex = x + Math.cos(t) * l,
      ey = y + Math.sin(t) * l
    d += `M${f1(x)} ${f1(y)}Q${f1(x + Math.cos(t) * l * 0.5 + nx)} ${f1(y + Math.sin(t) * l * 0.5 + ny)} ${f1(ex)} ${f1(ey)}Q${f1(x + Math.cos(t) * l * 0.5 - nx)} ${f1(y + Math.sin(t) * l * 0.5 - ny)} ${f1(x)} ${f1(y)}z`
    g += `M${f1(x)} ${f1(y)}Q${f1(x + Math.cos(t) * l * 0.5 + nx * a.light * 0.5)} ${f1(y + Math.sin(t) * l * 0.5 + ny * 0.5)} ${f1(ex)} ${f1(ey)}`
  }
  return fill(d, ink) + stroke(g, glint, s * 0.022, 'opacity=".7"')
}

export function saguaro(x: number, y: number, h: number): string {
  return `M${f1(x)} ${f1(y)}v${f1(-h)}M${f1(x)} ${f1(y - h * 0.36)}h${f1(-h * 0.2)}v${f1(-h * 0.3)}M${f1(x)} ${f1(y - h * 0.5)}h${f1(h * 0.18)}v${f1(-h * 0.26)}`
}

/** Hanging roots or lianas with a few leaves. */
export function lianas(
  a: Art,
  name: string,
  o: {
    n: number
    x0: number
    x1: number
    y: number
    len: [number, number]
    ink: string
    leaf?: string
    width?: number
  },
): string {
  const r = a.r.fork('lianas' + name)
  let d = '',
    leaves = ''
  for (let i = 0; i < o.n; i++) {
    const x = r.range(o.x0, o.x1),
      l = r.range(...o.len),
      sway = r.range(-16, 16)
    d += `M${f1(x)} ${f1(o.y)}q${f1(sway)} ${f1(l * 0.5)} ${f1(sway * 0.3)} ${f1(l)}`
    if (o.leaf)
      for (let k = 0; k < 5; k++) {
        const t = r.range(0.1, 1),
          lx = x + sway * 2 * t * (1 - t) + sway * 0.3 * t * t,
          s = r.range(4, 9),
          side = r.chance(0.5) ? 1 : -1
        leaves += `M${f1(lx)} ${f1(o.y + l * t)}q${f1(side * s * 1.6)} ${f1(-s * 0.4)} ${f1(side * s * 1.7)} ${f1(s)}q${f1(-side * s * 1.2)} ${f1(s * 0.2)} ${f1(-side * s * 1.7)} ${f1(-s)}z`
      }
  }
  return stroke(d, o.ink, o.width ?? 2.4) + (o.leaf ? fill(leaves, o.leaf) : '')
}

/** A trailing mass of blossom. */
export function blossom(
  a: Art,
  name: string,
  o: { x: number; y: number; w: number; h: number; inks: readonly [string, string]; leaf: string; n?: number },
): string {
  const r = a.r.fork('blossom' + name)
  const layer = (n: number, s: number, ink: string) =>
    [0.75, 1.15]
      .map((k) => {
        let d = ''
        for (let i = 0; i < n / 2; i++) {
          const u = r.next(),
            v = r.next() * (0.35 + 0.65 * Math.sin(Math.PI * u))
          d += `M${Math.round(o.x + u * o.w)} ${Math.round(o.y + v * o.h)}h0`
        }
        return stroke(d, ink, s * k * 2)
      })
      .join('')
  const n = o.n ?? 34,
    s = Math.sqrt(o.w * o.h) * 0.085
  return layer(n, s * 1.2, o.leaf) + layer(n, s * 0.9, o.inks[1]) + layer(Math.round(n * 0.8), s * 0.5, o.inks[0])
}
