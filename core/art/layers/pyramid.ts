import { type Art, box, f1, fill, lerp, makeNoise, poly, type Pt, shape, stroke } from '../press.ts'
import { mix } from '../palettes.ts'

/** A stepped pyramid, corner toward us: `turn` 0..1 is how much of the width is the lit face. */
export function pyramid(
  a: Art,
  name: string,
  o: {
    x: number
    base: number
    w: number
    h: number
    tiers: number
    turn: number
    style: 'chichen' | 'tikal' | 'round'
    overgrown?: boolean
  },
): string {
  const { pal } = a,
    r = a.r.fork('pyramid' + name),
    stone = pal.ramp('stone')
  const lit = stone[0],
    plain = mix(stone[1], stone[2], 0.35),
    dark = mix(stone[2], stone[3], 0.55),
    leftLit = a.light < 0
  const share = leftLit ? o.turn : 1 - o.turn,
    topW = o.w * (o.style === 'tikal' ? 0.2 : 0.27),
    bodyH = o.h * (o.style === 'tikal' ? 0.68 : 0.78)
  const half = (t: number) => lerp(o.w / 2, topW / 2, t),
    yAt = (t: number) => o.base - bodyH * t
  const faces = ['', '']
  let ledges = '',
    shades = '',
    texture = ''
  const kink = 0.07
  const corner = (t: number) => o.x - half(t) + 2 * half(t) * share
  const y2 = (t: number, side: number) => yAt(t) - half(t) * kink * 2 * (side < 0 ? share : 1 - share) * 0.9
  for (let i = 0; i < o.tiers; i++) {
    const t0 = i / o.tiers,
      t1 = (i + 1) / o.tiers,
      slope = 0.28,
      hb = half(t0),
      ht = lerp(half(t0), half(t1), slope),
      cb = corner(t0),
      ct = lerp(corner(t0), corner(t1), slope)
    const yb = yAt(t0),
      yt = yAt(t1),
      lb = y2(t0, -1),
      lt = y2(t1, -1) + (half(t1) - ht) * 0.02,
      rb = y2(t0, 1),
      rt = y2(t1, 1)
    const L: Pt[] = [
        [o.x - hb, lb],
        [cb, yb + hb * 0.02],
        [ct, yt + 1],
        [o.x - ht, lt + 1],
      ],
      R: Pt[] = [
        [o.x + hb, rb],
        [cb, yb + hb * 0.02],
        [ct, yt + 1],
        [o.x + ht, rt + 1],
      ]
    faces[0] += poly(L)
    faces[1] += poly(R)
    ledges += poly([
      [o.x - ht, lt],
      [ct, yt],
      [o.x + ht, rt],
      [o.x + ht, rt + 3.4],
      [ct, yt + 4.4],
      [o.x - ht, lt + 3.4],
    ])
    shades += poly([
      [o.x - hb, lb],
      [cb, yb],
      [o.x + hb, rb],
      [o.x + hb - 3, rb - (yb - yt) * 0.24],
      [lerp(cb, ct, 0.3), yb - (yb - yt) * 0.24],
      [o.x - hb + 3, lb - (yb - yt) * 0.24],
    ])
    for (let k = 0; k < 5; k++) {
      const u = r.next(),
        bx = lerp(o.x - hb, o.x + hb, u),
        by = lerp(yb, yt, r.range(0.3, 0.8)) - hb * kink * 0.7
      texture += box(bx, by, r.range(5, 16), r.range(2, 4))
    }
  }
  const faceInk: [string, string] = leftLit ? [lit, dark] : [dark, lit]
  let out = ''
  for (const k of [0, 1]) {
    const isLit = faceInk[k] === lit
    out += shape(a, faces[k]!, faceInk[k]!, [
      isLit
        ? { ink: plain, from: [0, o.base - bodyH * 0.8], to: [0, o.base + 20], opacity: 0.8 }
        : { ink: stone[3], from: [0, o.base - bodyH], to: [0, o.base + 60], opacity: 0.8 },
    ])
  }
  out += fill(shades, stone[3], 0.32) + fill(texture, stone[3], 0.28) + fill(ledges, mix(lit, pal.light, 0.4), 0.8)
  // The stair climbs the lit face; a narrower one the dark face when it shows.
  const stair = (side: -1 | 1, faceShare: number, bright: string, line: string) => {
    if (faceShare < 0.22) return ''
    const at = (t: number, u: number): Pt => {
      const edge = o.x + side * half(t),
        c = corner(t)
      return [lerp(c, edge, u), lerp(yAt(t), y2(t, side), u)]
    }
    const u0 = 0.5 - (0.13 / faceShare) * 0.62,
      u1 = 0.5 + (0.13 / faceShare) * 0.62
    const pts: Pt[] = [at(0, u0), at(1, 0.5 - (0.5 - u0) * 1.5), at(1, 0.5 + (u1 - 0.5) * 1.5), at(0, u1)]
    let steps = ''
    const n = o.tiers * 3
    for (let i = 1; i < n; i++) {
      const t = i / n,
        k = 1 + t * 0.5,
        p = at(t, 0.5 - (0.5 - u0) * k),
        q = at(t, 0.5 + (u1 - 0.5) * k)
      steps += `M${f1(p[0])} ${f1(p[1])}L${f1(q[0])} ${f1(q[1])}`
    }
    return (
      fill(poly(pts), bright) +
      stroke(steps, line, 1.8, 'opacity=".55"') +
      stroke(
        `M${pts[0]!.map(f1).join(' ')}L${pts[1]!.map(f1).join(' ')}M${pts[3]!.map(f1).join(' ')}L${pts[2]!.map(f1).join(' ')}`,
        side === (leftLit ? -1 : 1) ? mix(lit, '#FFFFFF', 0.35) : plain,
        5,
      )
    )
  }
  const litSide = leftLit ? -1 : 1
  out +=
    stair(litSide as -1 | 1, o.turn, mix(lit, '#FFFFFF', 0.18), stone[2]) +
    stair(-litSide as -1 | 1, 1 - o.turn, mix(dark, plain, 0.35), stone[3])
  // Temple on the summit.
  const ty = yAt(1),
    tw = topW * 0.8,
    th = o.h - bodyH,
    tl = o.x - tw / 2,
    cx = tl + tw * share,
    body = th * (o.style === 'tikal' ? 0.42 : 0.78)
  const lift = tw * kink * 0.5
  const wall = (x0: number, x1: number, ya: number, yb: number, h: number) =>
    poly([
      [x0, ya],
      [x1, yb],
      [x1, yb - h],
      [x0, ya - h],
    ])
  out +=
    fill(wall(tl, cx, ty - lift * share, ty + 2, body), faceInk[0]) +
    fill(wall(cx, tl + tw, ty + 2, ty - lift * (1 - share), body), faceInk[1])
  out += fill(
    poly([
      [tl - 5, ty - lift * share - body],
      [cx, ty + 2 - body],
      [tl + tw + 5, ty - lift * (1 - share) - body],
      [tl + tw + 5, ty - lift * (1 - share) - body - th * 0.1],
      [cx, ty - body - th * 0.1],
      [tl - 5, ty - lift * share - body - th * 0.1],
    ]),
    mix(lit, plain, 0.4),
  )
  const doors = o.style === 'chichen' ? 3 : 1,
    fx0 = leftLit ? tl : cx,
    fx1 = leftLit ? cx : tl + tw,
    fw = fx1 - fx0
  if (o.turn > 0.3)
    for (let i = 0; i < doors; i++) {
      const dw = fw / (doors * 2.2),
        dx = fx0 + (fw * (i + 0.5)) / doors - dw / 2
      out += fill(box(dx, ty - body * 0.7, dw, body * 0.7), pal.dark, 0.88)
    }
  if (o.style === 'tikal') {
    const combBase = ty - body - th * 0.1,
      cw = tw * 0.62
    out += shape(
      a,
      poly([
        [o.x - cw / 2, combBase],
        [o.x - cw * 0.4, combBase - th * 0.5],
        [o.x - cw * 0.26, combBase - th * 0.56],
        [o.x + cw * 0.26, combBase - th * 0.56],
        [o.x + cw * 0.4, combBase - th * 0.5],
        [o.x + cw / 2, combBase],
      ]),
      plain,
      [{ ink: stone[3], from: [o.x + a.light * cw * 0.2, 0], to: [o.x - a.light * cw * 0.7, 0], opacity: 0.9 }],
    )
    let holes = ''
    for (let i = 0; i < 3; i++)
      for (let k = 0; k < 2; k++)
        holes += box(o.x - cw * 0.24 + i * cw * 0.19, combBase - th * (0.18 + k * 0.17), cw * 0.09, th * 0.09)
    out += fill(holes, stone[3], 0.8)
  }
  if (o.overgrown) {
    let g = ''
    const noise = makeNoise(r, 2)
    for (let i = 0; i < 26; i++) {
      const k = Math.floor(o.tiers * r.next() ** 1.7 * 0.92),
        t = k / o.tiers,
        u = r.chance(0.5) ? -1 : 1,
        v = u * (1 - 0.5 * r.next() ** 2),
        x = o.x + half(t) * v,
        y = yAt(t) - half(t) * kink * Math.abs(v) * 1.1,
        s = r.range(9, 20) * (1.1 - t * 0.4)
      g += `M${f1(x - s)} ${f1(y + 2)}q${f1(s * 0.3)} ${f1(-s * 0.8)} ${f1(s * 0.7)} ${f1(-s * 0.4)}q${f1(s * 0.5)} ${f1(-s * 0.7 + noise(i) * 3)} ${f1(s * 0.8)} ${f1(-s * 0.05)}q${f1(s * 0.4)} ${f1(0)} ${f1(s * 0.5)} ${f1(s * 0.45)}z`
    }
    out += fill(g, pal.ramp('leaf')[2], 0.9)
  }
  return out
}
