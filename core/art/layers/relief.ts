import { type Art, curve, f1, fill, H, lerp, makeNoise, poly, type Pt, shape, stroke, W } from '../press.ts'
import { mix } from '../palettes.ts'

/** A rolling range in one ink, stippled darker where it faces away from the light. */
export function ridge(
  a: Art,
  name: string,
  o: {
    y: number
    amp: number
    step?: number
    freq?: number
    depth: number
    octaves?: number
    soft?: boolean
    bow?: number
    floor?: number
  },
): string {
  const r = a.r.fork('ridge' + name),
    noise = makeNoise(r, o.octaves ?? 4, 0.5),
    { pal } = a
  const pts: Pt[] = [],
    step = o.step ?? 20,
    freq = o.freq ?? 1 / 260
  for (let x = -20; x <= W + 20 + step; x += step)
    pts.push([x, o.y - o.amp * noise(x * freq) - (o.bow ?? 0) * (1 - ((x - W / 2) / (W / 2)) ** 2)])
  const floor = o.floor ?? H + 10
  const d = `${o.soft ? curve(pts, false) : poly(pts, false)}V${floor}H-20z`
  const ink = pal.land(o.depth)
  return shape(a, d, ink, [
    { ink: mix(ink, pal.dark, 0.3), from: [0, o.y + o.amp + 90], to: [0, o.y - o.amp * 0.9], opacity: 0.75 },
    { ink: mix(ink, pal.haze, 0.55), from: [0, o.y + 10], to: [0, Math.min(floor, o.y + 210)], opacity: 0.7 },
  ])
}

export interface Peak {
  x: number
  h: number
  slope: number
}

/** Cut-paper mountains: each peak has a lit plane, a shaded plane along a zigzag spine, and snow if asked. */
export function peaks(
  a: Art,
  name: string,
  o: { base: number; list: readonly Peak[]; depth: number; snow?: number; floor?: number },
): string {
  const { pal } = a,
    r = a.r.fork('peaks' + name),
    ink = pal.land(o.depth),
    floor = o.floor ?? o.base + 40
  const shade = mix(ink, pal.dark, 0.32),
    lit = mix(ink, pal.light, a.night ? 0.14 : 0.3)
  let out = ''
  for (const p of [...o.list].sort((q, s) => s.h - q.h)) {
    const noise = makeNoise(r, 4, 0.55),
      half = p.h / p.slope,
      n = 22,
      left: Pt[] = [],
      right: Pt[] = []
    const flank = (side: number, t: number): Pt => [
      p.x + side * half * (t + 0.035 * noise(t * 9 + side * 5)),
      o.base - p.h * (1 - t) ** 1.12 + (t > 0 && t < 1 ? p.h * 0.03 * noise(t * 14 + side) : 0),
    ]
    for (let i = 0; i <= n; i++) {
      left.push(flank(-1, i / n))
      right.push(flank(1, i / n))
    }
    const outline = [...[...left].reverse(), ...right.slice(1)]
    const d = `${poly(outline, false)}V${floor}H${f1(p.x - half)}z`
    // The spine wanders down from the summit; everything on its dark side is shade.
    const spine: Pt[] = [],
      m = 11
    for (let i = 0; i <= m; i++) {
      const t = i / m
      spine.push([
        p.x + a.light * half * (0.1 * t + (i ? (i % 2 ? 0.1 : -0.07) * (0.25 + t) : 0)) + r.range(-6, 6) * t,
        o.base - p.h * (1 - t) ** 1.1 + (t ? r.range(-5, 5) : 0),
      ])
    }
    const darkSide = a.light > 0 ? left : right
    const d2 = `${poly([...spine, ...[...darkSide].reverse()])}`
    out += shape(a, d, lit, [
      { ink: mix(ink, pal.haze, 0.35), from: [0, o.base - p.h * 0.75], to: [0, o.base + 10], opacity: 0.9 },
    ])
    out += shape(a, d2, ink, [
      { ink: shade, from: [0, o.base - p.h * 0.15], to: [0, o.base - p.h * 1.05], opacity: 0.9 },
    ])
    // Ribs: slim gullies on both planes.
    let ribs = ''
    for (let k = 0; k < 9; k++) {
      const t = r.range(0.1, 0.62),
        side = r.chance(0.5) ? 1 : -1,
        u = r.range(0.12, 0.85),
        len = p.h * r.range(0.1, 0.26)
      const x = p.x + side * half * t * u,
        y = o.base - p.h * (1 - t) ** 1.12 + 6
      ribs += poly([
        [x, y],
        [x + side * len * 0.42 + 8, y + len],
        [x + side * len * 0.2 - 5, y + len * 0.72],
      ])
    }
    out += fill(ribs, shade, 0.55)
    if (o.snow) {
      const cap: Pt[] = [],
        to = o.snow
      const k = Math.round(n * to)
      for (let i = k; i >= 0; i--) cap.push(left[i]!)
      for (let i = 1; i <= k; i++) cap.push(right[i]!)
      const [sx, sy] = cap[0]!,
        [ex, ey] = cap[cap.length - 1]!,
        teeth = 9
      for (let i = 1; i < teeth; i++) {
        const t = i / teeth
        cap.push([lerp(ex, sx, t), lerp(ey, sy, t) + (i % 2 ? -1 : 1) * p.h * to * r.range(0.12, 0.34)])
      }
      const snow = pal.ramp('snow')
      out += fill(poly(cap), mix(snow[a.night ? 1 : 0], pal.sky[2], 0.12))
      const sh: Pt[] = []
      const side = a.light > 0 ? left : right
      for (let i = 0; i <= k; i++) sh.push(side[i]!)
      sh.push(
        [lerp(side[k]![0], p.x, 0.45), side[k]![1] - p.h * to * 0.22],
        [p.x - a.light * half * to * 0.14, side[k]![1] + p.h * to * 0.1],
        [p.x + a.light * 3, side[k]![1] - p.h * to * 0.5],
      )
      out += fill(poly(sh), mix(snow[2], pal.sky[0], 0.35), 0.9)
    }
  }
  return out
}

/** A stratovolcano: concave flanks, gullies fanning from the crater, snow fingers. */
export function volcano(
  a: Art,
  name: string,
  o: { x: number; base: number; h: number; w: number; depth: number; snow?: boolean; floor?: number },
): string {
  const { pal } = a,
    r = a.r.fork('volcano' + name),
    noise = makeNoise(r, 3)
  const ink = pal.land(o.depth),
    shade = mix(ink, pal.dark, 0.42),
    lit = mix(ink, pal.light, a.night ? 0.12 : 0.34),
    rim = o.w * 0.075
  const top = o.base - o.h
  const flank = (side: number, t: number): Pt => [
    o.x + side * (rim + (o.w - rim) * (0.34 * t + 0.66 * t ** 2.3)) + noise(t * 8 + side * 3) * 7 * t,
    top + o.h * t + (t === 0 ? noise(side) * 6 : 0),
  ]
  const left: Pt[] = [],
    right: Pt[] = []
  for (let i = 0; i <= 20; i++) {
    left.push(flank(-1, i / 20))
    right.push(flank(1, i / 20))
  }
  const d = `${poly([...[...left].reverse(), [o.x - rim * 0.4, top + 12], [o.x + rim * 0.3, top + 8], ...right], false)}V${o.floor ?? o.base + 30}H${f1(left[20]![0])}z`
  let out = shape(a, d, lit, [
    { ink: mix(ink, pal.haze, 0.3), from: [0, top + o.h * 0.35], to: [0, o.base + 10], opacity: 0.9 },
  ])
  const dark = a.light > 0 ? -1 : 1,
    spine: Pt[] = []
  for (let i = 0; i <= 10; i++) {
    const t = i / 10
    spine.push([
      o.x - dark * o.w * 0.12 * t + (i ? (i % 2 ? 1 : -1) * o.w * 0.05 * (0.2 + t) : -dark * rim * 0.2) * -dark,
      top + 10 + (o.h - 10) * t,
    ])
  }
  out += shape(a, poly([...spine, ...[...(dark < 0 ? left : right)].reverse()]), ink, [
    { ink: shade, from: [0, o.base + 20], to: [0, top - 40], opacity: 0.95 },
  ])
  // Gullies: tapering wedges that follow the flank.
  let g1 = '',
    g2 = ''
  for (let k = 0; k < 17; k++) {
    const u = ((k + r.range(0.2, 0.8)) / 17) * 2 - 1,
      t0 = r.range(0.08, 0.42),
      t1 = Math.min(0.97, t0 + r.range(0.2, 0.5))
    const on = (t: number): Pt => [o.x + (flank(u < 0 ? -1 : 1, t)[0] - o.x) * Math.abs(u) * 0.94, flank(1, t)[1]]
    const p = on(t0),
      q = on((t0 + t1) / 2),
      e = on(t1),
      w = r.range(5, 12) * (o.w / 420)
    const wedge = `M${f1(p[0])} ${f1(p[1])}Q${f1(q[0])} ${f1(q[1])} ${f1(e[0])} ${f1(e[1])}L${f1(e[0] + w * 1.6)} ${f1(e[1] - 4)}Q${f1(q[0] + w)} ${f1(q[1])} ${f1(p[0])} ${f1(p[1])}z`
    if (u * dark > -0.15) g1 += wedge
    else g2 += wedge
  }
  out += fill(g1, shade, 0.62) + fill(g2, ink, 0.75)
  if (o.snow) {
    const to = 0.3,
      k = 6,
      cap: Pt[] = [
        ...left.slice(0, k + 1).reverse(),
        [o.x - rim * 0.4, top + 12],
        [o.x + rim * 0.3, top + 8],
        ...right.slice(0, k + 1),
      ]
    const [sx, sy] = cap[0]!,
      [ex] = cap[cap.length - 1]!
    for (let i = 1; i < 12; i++) {
      const t = i / 12
      cap.push([lerp(ex, sx, t), sy + (i % 2 ? -1 : 1) * o.h * to * r.range(0.12, 0.42)])
    }
    const snow = pal.ramp('snow')
    out += shape(a, poly(cap), mix(snow[a.night ? 1 : 0], pal.sky[2], 0.1), [
      {
        ink: mix(snow[2], pal.sky[0], 0.4),
        from: [o.x - dark * rim * 1.6, 0],
        to: [o.x + dark * o.w * 0.3, 0],
        opacity: 0.95,
      },
    ])
  }
  return out
}

/** Dunes: one crest, a lit windward face, a slip face in shade along an S. */
export function dunes(
  a: Art,
  name: string,
  o: { y: number; amp: number; depth: number; peak: number; sand?: string },
): string {
  const { pal } = a,
    r = a.r.fork('dunes' + name),
    sand = pal.ramp('sand'),
    noise = makeNoise(r, 2)
  const lit = mix(
      mix(a.night ? mix(sand[0], '#5F93AC', 0.66) : sand[0], pal.haze, (1 - o.depth) * 0.6),
      pal.sky[a.night ? 1 : 2],
      a.night ? 0.3 : 0.12,
    ),
    shade = mix(
      mix(mix(sand[1], a.night ? '#2B4A66' : '#B4532E', 0.62), pal.sky[0], a.night ? 0.3 : 0.16),
      mix(pal.haze, pal.dark, o.depth > 0.6 ? 0.75 : 0),
      o.depth > 0.6 ? (o.depth - 0.6) * 0.55 : (0.6 - o.depth) * 0.9,
    )
  const crest = (x: number) => {
    const u = (x - o.peak) / (x < o.peak ? 620 : 480)
    return o.y - o.amp * Math.exp(-u * u * 1.6) - 14 * noise(x / 300)
  }
  const pts: Pt[] = []
  for (let x = -40; x <= W + 60; x += 38) pts.push([x, crest(x)])
  let out = shape(a, `${curve(pts, false)}V${H + 10}H-40z`, lit, [
    { ink: mix(lit, shade, 0.55), from: [0, o.y + 20], to: [0, o.y + 260], opacity: 0.7 },
  ])
  const side = a.light > 0 ? -1 : 1,
    spread = r.range(120, 260),
    s: Pt[] = [[o.peak, crest(o.peak)]]
  const drop = H + 20 - crest(o.peak)
  for (let i = 1; i <= 8; i++) {
    const t = i / 8
    s.push([o.peak - side * (spread * 0.5 * t - 46 * Math.sin(t * Math.PI * 1.6)), crest(o.peak) + drop * t])
  }
  const back: Pt[] = []
  for (let x = side > 0 ? W + 60 : -60; side > 0 ? x > o.peak : x < o.peak; x -= side * 38) back.push([x, crest(x) + 1])
  out += shape(
    a,
    `${curve(s, false)}L${side > 0 ? W + 60 : -60} ${H + 10}${poly(back, false).replace('M', 'L')}z`,
    shade,
    [
      { ink: mix(shade, pal.dark, 0.35), from: [0, o.y + o.amp + 140], to: [0, o.y - o.amp - 20], opacity: 0.7 },
      { ink: mix(shade, lit, 0.55), from: [0, o.y + 40], to: [0, o.y + 300], opacity: 0.9 },
    ],
  )
  let rip = ''
  for (let i = 0; i < 16; i++) {
    const x = o.peak - side * r.range(140, 640),
      y = crest(x) + r.range(26, 210),
      w = r.range(50, 150)
    rip += `M${f1(x)} ${f1(y)}q${f1(w / 2)} ${f1(-7)} ${f1(w)} ${f1(3)}`
  }
  return out + stroke(rip, mix(lit, shade, 0.5), 2, 'opacity=".55"')
}

/** Terraced or furrowed hill: contour rows of a crop that run with the slope. */
export function rows(
  a: Art,
  name: string,
  o: {
    y: number
    amp: number
    depth: number
    crop: readonly [string, string, string]
    n: number
    gap: number
    bush?: boolean
    peak?: number
    width?: number
  },
): string {
  const r = a.r.fork('rows' + name),
    noise = makeNoise(r, 2),
    peak = o.peak ?? W / 2,
    width = o.width ?? 560
  const crest = (x: number) => o.y - o.amp * Math.exp(-(((x - peak) / width) ** 2)) - 10 * noise(x / 260)
  const pts: Pt[] = []
  for (let x = -40; x <= W + 60; x += 40) pts.push([x, crest(x)])
  let out = shape(a, `${curve(pts, false)}V${H + 10}H-40z`, o.crop[1], [
    { ink: o.crop[2], from: [0, o.y - o.amp + 60], to: [0, o.y + 240], opacity: 0.7 },
  ])
  for (let i = 0; i < o.n; i++) {
    const line: Pt[] = [],
      t = (i + 1) / o.n,
      sink = o.gap * (i + 1) * (0.7 + 0.6 * t)
    for (let x = -40; x <= W + 60; x += 60) line.push([x, crest(x) + sink + (x - peak) * 0.02 * i * (i % 2 ? 1 : 1)])
    const w = o.gap * (0.34 + 0.34 * t)
    out += stroke(curve(line, false), o.crop[2], w, o.bush ? `stroke-dasharray="${f1(w * 0.2)} ${f1(w * 1.15)}"` : '')
    const up: Pt[] = line.map(([x, y]) => [x + a.light * w * 0.12, y - w * 0.24])
    out += stroke(
      curve(up, false),
      o.crop[0],
      w * 0.52,
      o.bush ? `stroke-dasharray="${f1(w * 0.1)} ${f1(w * 1.25)}"` : '',
    )
  }
  return out
}

/** A headland seen from the side, cut into strata. */
export function cliff(
  a: Art,
  name: string,
  o: {
    side: -1 | 1
    reach: number
    top: number
    base: number
    depth: number
    lean?: number
    stone?: readonly [string, string, string]
  },
): string {
  const { pal } = a,
    r = a.r.fork('cliff' + name),
    noise = makeNoise(r, 4),
    ink = pal.land(o.depth)
  const [lit, plain, shade] = o.stone ?? [mix(ink, pal.light, a.night ? 0.1 : 0.3), ink, mix(ink, pal.dark, 0.4)]
  const edge = o.side < 0 ? 0 : W,
    dir = -o.side,
    toe = edge + dir * o.reach
  const face: Pt[] = [],
    n = 15
  for (let i = 0; i <= n; i++) {
    const t = i / n
    face.push([
      toe - dir * (o.lean ?? 90) * (1 - t) ** 1.5 + noise(t * 7) * 22 + (i % 3 === 0 ? -dir * 12 : 0),
      lerp(o.top + 26, o.base, t),
    ])
  }
  const crown: Pt[] = []
  for (let i = 0; i <= 9; i++) {
    const t = i / 9
    crown.push([lerp(edge - dir * 30, face[0]![0], t), o.top + noise(t * 4 + 20) * 22 + 30 * t ** 3])
  }
  let out = shape(a, poly([[edge - dir * 30, o.base], ...crown, ...face]), plain, [
    { ink: shade, from: [toe, 0], to: [edge + dir * o.reach * 0.25, 0], opacity: 0.75 },
    { ink: mix(plain, pal.haze, 0.4), from: [0, o.base - 130], to: [0, o.base + 20], opacity: 0.6 },
  ])
  let ribs = ''
  for (let k = 0; k < 15; k++) {
    const t = r.range(0.03, 0.7),
      u = r.next() ** 0.7,
      fx = lerp(edge, face[Math.round(t * n)]![0], u),
      y = lerp(o.top + 34, o.base, t),
      l = (o.base - o.top) * r.range(0.12, 0.34),
      w = r.range(10, 34)
    const seg = poly([
      [fx, y],
      [fx + w * 0.7, y + 8],
      [fx + w * 0.5 + dir * l * 0.12, Math.min(o.base, y + l)],
      [fx - w * 0.3 + dir * l * 0.1, Math.min(o.base, y + l * 0.82)],
    ])
    if (k % 2) ribs += seg
  }
  out +=
    fill(ribs, mix(plain, shade, 0.55), 0.7) +
    fill(poly([...crown, ...crown.map(([x, y]): Pt => [x, y + 9]).reverse()]), mix(lit, pal.light, 0.3), 0.8)
  return out
}
