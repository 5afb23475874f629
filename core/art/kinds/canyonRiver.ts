import { type Art, type Pt, H, W, box, f1, fill, lens, lerp, makeNoise, poly, shape, stroke } from '../press.ts'
import { mix } from '../palettes.ts'
import { birds, clouds, mist, shafts, sky, stars, sun } from '../layers/sky.ts'
import { lancha } from '../layers/boats.ts'
import { ridge } from '../layers/relief.ts'
import { canopy, ceiba, leafFrame, leafInks, lianas } from '../layers/flora.ts'
import { person, soarer } from '../layers/figures.ts'
import { ripples, sea, swimmer } from '../layers/water.ts'

/** One plate of wall, from the sheet's edge to its face; strata follow the face. */
function wall(
  a: Art,
  name: string,
  side: -1 | 1,
  o: { reach: number; top: number; foot: number; ink: string; lit: string; deep: string; green: string; lean: number },
): string {
  const r = a.r.fork('wall' + name),
    noise = makeNoise(r, 4, 0.55),
    edge = 600 + side * 640,
    n = 16,
    face: Pt[] = []
  const at = (t: number) => edge - side * (o.reach + o.lean * (1 - t) + 34 * noise(t * 5))
  for (let i = 0; i <= n; i++) face.push([at(i / n), lerp(o.top, o.foot, i / n)])
  const crown: Pt[] = []
  for (let i = 0; i <= 6; i++)
    crown.push([lerp(edge, face[0]![0], i / 6), o.top + 26 * noise(i * 0.9 + 9) - 30 * (1 - i / 6)])
  const lit = side !== a.light
  let out = shape(a, poly([[edge, o.foot], ...crown, ...face]), o.ink, [
    { ink: lit ? o.lit : o.deep, from: [at(0.5) + side * 230, 0], to: [at(0.5) - side * 30, 0], opacity: 0.8 },
    { ink: o.deep, from: [0, lerp(o.top, o.foot, 0.5)], to: [0, o.foot + 60], opacity: 0.7 },
  ])
  let strata = '',
    cracks = '',
    tufts = ''
  for (let k = 1; k < 9; k++) {
    const t = k / 9 + r.range(-0.03, 0.03),
      x0 = at(t),
      y0 = lerp(o.top, o.foot, t),
      len = r.range(0.35, 0.95) * o.reach
    strata += `M${f1(x0)} ${f1(y0)}q${f1(side * len * 0.5)} ${f1(r.range(-10, 14))} ${f1(side * len)} ${f1(r.range(-8, 20))}`
  }
  for (let k = 0; k < 9; k++) {
    const u = r.range(0.08, 0.9),
      t = r.range(0.06, 0.7),
      x = at(t) + side * u * o.reach * 0.8,
      y = lerp(o.top, o.foot, t),
      l = r.range(40, 150)
    cracks += poly([
      [x, y],
      [x + 9, y + l * 0.5],
      [x + 2, y + l],
      [x - 7, y + l * 0.45],
    ])
  }
  for (let k = 0; k < 16; k++) {
    const t = r.next() ** 1.4,
      x = at(t) + side * r.range(0, o.reach * 0.7),
      y = lerp(o.top, o.foot, t),
      s = r.range(10, 24)
    tufts += `M${f1(x - s)} ${f1(y)}q${f1(s * 0.4)} ${f1(-s)} ${f1(s)} ${f1(-s * 0.6)}q${f1(s * 0.7)} ${f1(-s * 0.1)} ${f1(s)} ${f1(s * 0.6)}q${f1(-s * 0.5)} ${f1(s * 0.9)} ${f1(-s)} ${f1(s * 0.6)}q${f1(-s * 0.6)} ${f1(s * 0.2)} ${f1(-s)} ${f1(-s * 0.6)}z`
  }
  out +=
    stroke(strata, mix(o.ink, o.lit, 0.6), 3, 'opacity=".7"') + fill(cracks, o.deep, 0.6) + fill(tufts, o.green, 0.9)
  let head = `M${f1(edge)} ${f1(o.top - 20)}`
  for (const [x, y] of crown) head += `L${f1(x)} ${f1(y)}`
  let scallop = ''
  for (let i = 0; i < 14; i++) {
    const t = i / 13,
      x = lerp(edge, face[0]![0] + side * 8, t),
      y = o.top - 30 * (1 - t) + 26 * noise(t * 5.4 + 9)
    scallop += `M${f1(x - 26)} ${f1(y + 16)}a26 24 0 0 1 52 0z`
  }
  return out + stroke(head, o.green, 9) + fill(scallop, o.green)
}

/** Between the walls by boat. */
export function canyonBoat(a: Art): string {
  const { pal } = a,
    r = a.r.fork('boat'),
    y = 560,
    stone = pal.ramp(r.pick(['stone', 'terracotta', 'sand'] as const)),
    leaf = (t: number) => leafInks(a, t)
  let out =
    sky(a, y) +
    (a.night ? stars(a, 90, 300) : '') +
    sun(a, 600 + a.light * 20, r.range(150, 250), r.range(60, 90)) +
    clouds(a, 50, 200, 2) +
    ridge(a, 'f', { y: 430, amp: 60, depth: 0.22, floor: y + 6 }) +
    mist(a, y, 120, 0.6)
  const tone = (t: number) => ({
    ink: mix(mix(stone[1], stone[2], 0.4 + 0.5 * t), pal.haze, 0.62 * (1 - t)),
    lit: mix(mix(stone[0], pal.light, 0.2), pal.haze, 0.5 * (1 - t)),
    deep: mix(mix(stone[3], pal.dark, 0.55 * t), pal.haze, 0.5 * (1 - t)),
    green: mix(leaf(0.5 + t * 0.5).ink, pal.haze, 0.4 * (1 - t)),
  })
  out +=
    wall(a, 'a', 1, { reach: 430, top: 250, foot: y + 4, lean: -60, ...tone(0.2) }) +
    wall(a, 'b', -1, { reach: 450, top: 190, foot: y + 6, lean: -70, ...tone(0.36) }) +
    mist(a, y, 90, 0.45)
  out += wall(a, 'c', 1, { reach: 330, top: 100, foot: y + 26, lean: -60, ...tone(0.66) })
  out += sea(a, {
    y: y + 4,
    sunX: 600,
    inks: [
      mix(pal.sky[2], pal.water[1], 0.4),
      mix(pal.water[1], leaf(0.6).ink, 0.35),
      mix(pal.water[3], leaf(0.9).deep, 0.4),
    ],
  })
  out +=
    wall(a, 'c2', 1, { reach: 330, top: 100, foot: y + 26, lean: -60, ...tone(0.66) }) +
    wall(a, 'd', -1, { reach: 290, top: -30, foot: y + 66, lean: -50, ...tone(0.9) })
  out +=
    lancha(a, 600 + r.range(-20, 60), y + 120, 1.32, pal.accents[0]!, r.chance(0.5), 3) +
    ripples(a, 620, y + 150, 190, 3, mix(pal.sky[2], '#FFFFFF', 0.3), 0.5)
  out += wall(a, 'e', 1, { reach: 150, top: -40, foot: H + 20, lean: 30, ...tone(1.1) })
  return (
    out +
    lianas(a, 'l', {
      n: 8,
      x0: 0,
      x1: 230,
      y: -10,
      len: [60, 240],
      ink: mix(pal.dark, leaf(1).deep, 0.4),
      leaf: leaf(0.8).ink,
    }) +
    soarer(560, 210, 0.5, a.night ? pal.sky[2] : pal.dark, -8) +
    soarer(680, 280, 0.32, a.night ? pal.sky[2] : pal.dark, 10)
  )
}

/** From the rim, the river bending far below. */
export function canyonRim(a: Art): string {
  const { pal } = a,
    r = a.r.fork('rim'),
    stone = pal.ramp(r.pick(['terracotta', 'stone', 'sand'] as const)),
    side = r.chance(0.5) ? 1 : -1,
    X = (u: number) => 600 + side * u
  let out =
    sky(a, 330) +
    (a.night ? stars(a, 110, 280) : '') +
    sun(a, X(r.range(120, 280)), r.range(140, 220), r.range(62, 96)) +
    clouds(a, 50, 200, 3) +
    ridge(a, 'f', { y: 320, amp: 30, depth: 0.2 }) +
    ridge(a, 'g', { y: 356, amp: 22, depth: 0.32, octaves: 5 })
  const tone = (t: number, k: 0 | 1 | 2 | 3) => mix(stone[k], pal.haze, 0.5 * (1 - t))
  // Mesas step toward us on both flanks, the river between.
  out += shape(a, box(-10, 372, W + 20, 440), tone(0.5, 2), [
    { ink: tone(1, 3), from: [0, 400], to: [0, 780], opacity: 0.7 },
  ])
  const water = mix(pal.water[1], pal.ramp('aqua')[0], 0.4),
    d = `M${X(70)} 384Q${X(300)} 404 ${X(250)} 432Q${X(180)} 464 ${X(-60)} 470Q${X(-330)} 484 ${X(-250)} 552Q${X(-160)} 620 ${X(120)} 634Q${X(330)} 660 ${X(250)} 820H${X(20)}Q${X(140)} 716 ${X(-40)} 694Q${X(-420)} 672 ${X(-430)} 560Q${X(-430)} 450 ${X(-90)} 446Q${X(120)} 440 ${X(160)} 424Q${X(180)} 404 ${X(60)} 392z`
  out +=
    stroke(d, mix(leafInks(a, 0.6).ink, tone(0.7, 2), 0.2), 26) +
    shape(a, d, water, [{ ink: pal.water[2], from: [0, 480], to: [0, 820], opacity: 0.8 }])
  let glints = ''
  for (const [u, y, w] of [
    [200, 416, 60],
    [40, 456, 110],
    [-250, 476, 90],
    [-330, 556, 100],
    [-210, 630, 120],
    [60, 664, 150],
    [190, 730, 110],
  ] as const)
    glints += lens(X(u), y, w, 4)
  out += fill(glints, mix(water, '#FFFFFF', 0.55), 0.9)
  const mesa = (pts: [number, number][], drop: number, t: number) => {
    const p = pts.map(([u, y]): Pt => [X(u), y]),
      low = p.map(([x, y], i): Pt => [x + (i % 2 ? 7 : -7), y + drop]).reverse()
    let ledge = ''
    for (const q of [0.28, 0.55, 0.8]) ledge += 'M' + p.map(([x, y]) => `${f1(x)} ${f1(y + drop * q)}`).join('L')
    return (
      shape(a, poly([...p, ...low]), tone(t, 2), [
        {
          ink: tone(t, 3),
          from: [0, Math.min(...p.map((q) => q[1]))],
          to: [0, Math.max(...p.map((q) => q[1])) + drop + 20],
          opacity: 0.85,
        },
      ]) + stroke(ledge, tone(t, 1), 3, 'opacity=".7"')
    )
  }
  const top = (pts: [number, number][], t: number) => fill(poly(pts.map(([u, y]): Pt => [X(u), y])), tone(t, 0))
  const A: [number, number][] = [
      [320, 388],
      [420, 408],
      [560, 404],
      [700, 412],
    ],
    B: [number, number][] = [
      [-700, 410],
      [-520, 420],
      [-420, 404],
      [-300, 412],
      [-150, 402],
    ],
    C: [number, number][] = [
      [-50, 508],
      [120, 520],
      [300, 500],
      [460, 516],
      [720, 500],
    ],
    D: [number, number][] = [
      [-720, 590],
      [-560, 610],
      [-430, 640],
      [-350, 690],
      [-330, 830],
    ]
  out +=
    top([...B, [-200, 384], [-700, 380]], 0.45) +
    mesa(B, 44, 0.5) +
    top([...A, [700, 378], [380, 374]], 0.45) +
    mesa(A, 60, 0.55)
  out += top([...C, [720, 440], [330, 446], [100, 470]], 0.72) + mesa(C, 96, 0.78) + mist(a, 470, 60, 0.25)
  out += top([...D, [-720, 830]], 0.95)
  let brush = ''
  for (let i = 0; i < 40; i++) {
    const u = r.range(60, 640),
      yy = r.range(470, 506)
    brush += `M${f1(X(u))} ${f1(yy)}h0`
  }
  out += stroke(brush, leafInks(a, 0.6).ink, 11)
  // The ledge we stand on.
  const ink = mix(pal.dark, stone[3], 0.35),
    led: Pt[] = [
      [X(-700), 690],
      [X(-420), 676],
      [X(-250), 700],
      [X(-150), 690],
      [X(-60), 730],
      [X(20), 830],
      [X(-700), 830],
    ]
  out +=
    shape(a, poly(led), mix(stone[3], ink, 0.5), [{ ink, from: [0, 690], to: [0, 820], opacity: 0.9 }], stone[0], 3) +
    person(a, 'a', X(-250), 706, 1.62, { top: pal.accents[0]!, pack: pal.accents[1]!, hat: true, flip: side < 0 }) +
    person(a, 'b', X(-170), 700, 1.5, { top: pal.accents[2]!, bottom: 'plum', hat: r.chance(0.5), flip: side < 0 })
  return (
    out +
    leafFrame(a, 'l', {
      x: X(-640),
      y: 840,
      reach: 250,
      from: side > 0 ? -1.4 : -3,
      to: side > 0 ? -0.1 : -1.7,
      ink: mix(pal.dark, leafInks(a, 1).deep, 0.4),
      vein: leafInks(a, 0.9).ink,
    }) +
    soarer(X(140), 240, 0.9, mix(pal.dark, pal.sky[0], 0.15), -10)
  )
}

/** Water the colour of turquoise over travertine steps. */
export function cascades(a: Art): string {
  const { pal } = a,
    r = a.r.fork('cascades'),
    leaf = (t: number) => leafInks(a, t),
    aqua = pal.ramp('aqua'),
    foam = mix(pal.sky[2], '#FFFFFF', 0.6),
    rock = pal.ramp('sand')
  let out =
    sky(a, 300) +
    (a.night ? stars(a, 80, 240) : '') +
    sun(a, 600 + a.light * 160, 150, 72) +
    ridge(a, 'h', { y: 250, amp: 50, depth: 0.26 }) +
    canopy(a, 'a', { y: 270, amp: 30, size: 44, ...leaf(0.4), marks: 40 }) +
    mist(a, 330, 70, 0.5) +
    canopy(a, 'b', { y: 330, amp: 22, size: 56, ...leaf(0.66), marks: 44, bow: -10 })
  // Tiers of rounded bowls, each spilling into the next; the forest closes in on both sides.
  const tiers = [
    [366, 58, 322],
    [472, 82, 418],
    [610, 122, 548],
  ] as const
  for (const [k, [lip, drop, back]] of tiers.entries()) {
    const t = k / 2,
      n = Math.round(lerp(8, 5, t)),
      tint = (c: string) => mix(c, pal.haze, 0.32 * (1 - t)),
      rr = r.fork('tier' + k)
    const pool = mix(mix(aqua[0], '#BFEBDD', 0.3), aqua[1], t * 0.8)
    out += shape(a, box(-10, back, W + 20, lip - back + 40), tint(pool), [
      { ink: tint(mix(aqua[0], '#FFFFFF', 0.55)), from: [0, back - 20], to: [0, lip + 16], opacity: 0.6 },
    ])
    let skin = '',
      veil = '',
      lines = '',
      rim = '',
      froth = '',
      x = -60 - rr.range(0, 60)
    while (x < W + 20) {
      const w = ((W + 120) / n) * rr.range(0.7, 1.3),
        b = w * 0.13 + 8 * t,
        dy = rr.range(-9, 9) * (0.5 + t),
        y = lip + dy
      skin += `M${f1(x)} ${f1(y)}Q${f1(x + w / 2)} ${f1(y + b * 2)} ${f1(x + w)} ${f1(y)}L${f1(x + w)} ${f1(y + drop)}Q${f1(x + w / 2)} ${f1(y + drop + b * 2)} ${f1(x)} ${f1(y + drop)}z`
      const from = rr.range(0.03, 0.16),
        to = rr.range(0.82, 0.97),
        bow = (u: number) => y + 4 * b * u * (1 - u)
      veil += `M${f1(x + w * from)} ${f1(bow(from))}Q${f1(x + w / 2)} ${f1(y + b * 2.1)} ${f1(x + w * to)} ${f1(bow(to))}L${f1(x + w * to + 4)} ${f1(bow(to) + drop)}Q${f1(x + w / 2)} ${f1(y + drop + b * 2.2)} ${f1(x + w * from - 4)} ${f1(bow(from) + drop)}z`
      for (let q = 0; q < w / 15; q++) {
        const u = rr.range(from, to)
        lines += `M${f1(x + w * u)} ${f1(bow(u) + rr.range(4, drop * 0.4))}v${f1(drop * rr.range(0.25, 0.6))}`
      }
      rim += `M${f1(x + w * from)} ${f1(bow(from))}Q${f1(x + w / 2)} ${f1(y + b * 2.1)} ${f1(x + w * to)} ${f1(bow(to))}`
      for (let q = 0; q < 4; q++)
        froth += lens(x + w * rr.range(0.1, 0.9), y + drop + b + rr.range(-4, 8), w * rr.range(0.2, 0.5), 6 + 7 * t)
      x += w
    }
    out += shape(a, skin, tint(mix(rock[2], aqua[2], 0.35)), [
      { ink: tint(mix(rock[3], pal.dark, 0.3)), from: [0, lip], to: [0, lip + drop + 20], opacity: 0.8 },
    ])
    out +=
      shape(a, veil, tint(foam), [
        { ink: tint(aqua[0]), from: [0, lip + drop * 0.1], to: [0, lip + drop * 1.3], opacity: 0.85 },
      ]) +
      stroke(lines, tint(aqua[1]), 1.8 + 1.8 * t, 'opacity=".55"') +
      stroke(rim, tint(mix(foam, '#FFFFFF', 0.6)), 3 + 2 * t) +
      fill(froth, tint(mix(foam, '#FFFFFF', 0.6)), 0.95)
    const l = leaf(0.5 + t * 0.42),
      reach = lerp(350, 90, t)
    let bank = ''
    for (const s of [-1, 1]) {
      const edge = 600 + s * 660,
        tip = 600 + s * (640 - reach)
      bank += `M${edge} ${f1(lip - 90)}`
      for (let i = 0; i <= 6; i++) {
        const u = i / 6,
          bx = lerp(edge, tip, u),
          by = lerp(lip - 96 - 40 * t, lip + drop * 0.4, u ** 1.6) + rr.range(-10, 10)
        bank += i ? `Q${f1(bx + s * reach * 0.05)} ${f1(by - 44)} ${f1(bx)} ${f1(by)}` : `L${f1(bx)} ${f1(by)}`
      }
      bank += `Q${f1(tip - s * 10)} ${f1(lip + drop + 8)} ${f1(tip + s * 60)} ${f1(lip + drop + 24)}L${edge} ${f1(lip + drop + 60)}z`
    }
    out += shape(a, bank, l.ink, [
      { ink: l.deep, from: [0, lip - 20], to: [0, lip + drop + 50], opacity: 0.85 },
      { ink: l.glint, from: [0, lip], to: [0, lip - 160], opacity: 0.6 },
    ])
  }
  out +=
    shape(a, box(-10, 726, W + 20, 90), aqua[1], [{ ink: pal.water[3], from: [0, 740], to: [0, 830], opacity: 0.8 }]) +
    fill(
      [0, 1, 2, 3, 4, 5, 6, 7]
        .map((i) => lens(80 + i * 150 + r.range(-30, 30), 748 + r.range(-8, 30), r.range(80, 180), 6))
        .join(''),
      mix(aqua[0], '#FFFFFF', 0.5),
      0.7,
    )
  out += shafts(a, 600 + a.light * 160, 150, 560, 440, 5, pal.sun, 0.14, -a.light * 60)
  const side = -a.light,
    dark = mix(pal.dark, leaf(1).deep, 0.4)
  out += swimmer(a, 600 + side * 180, 588, 1, false) + swimmer(a, 600 + side * 300, 600, 1.1, true)
  out += ceiba(a, 'c', {
    x: 600 + a.light * 500,
    y: 820,
    h: 700,
    ink: dark,
    leaf: mix(leaf(1).ink, pal.dark, 0.3),
    glint: leaf(0.9).ink,
    trunkLit: mix(dark, rock[1], 0.35),
  })
  return (
    out +
    leafFrame(a, 'l', { x: -40, y: 840, reach: 330, from: -1.5, to: -0.15, ink: dark, vein: leaf(0.9).ink }) +
    leafFrame(a, 'r', { x: 1240, y: 840, reach: 300, from: -3, to: -1.6, ink: dark, vein: leaf(0.9).ink }) +
    birds(a, 600 - a.light * 190, 150, 5)
  )
}

export const canyonRiver = (a: Art): string => a.r.fork('canyon').pick([canyonBoat, canyonBoat, canyonRim, cascades])(a)
