import { type Art, W, box, ellipse, f1, fill, lens, poly, shape, stroke } from '../press.ts'
import { type Pigment, mix } from '../palettes.ts'
import { fishingBoat, sailboat } from '../layers/boats.ts'
import { belfry } from '../layers/landmarks.ts'
import { birds, clouds, mist, sky, stars, sun } from '../layers/sky.ts'
import { ridge } from '../layers/relief.ts'
import { reflect, sea } from '../layers/water.ts'
import { person } from '../layers/figures.ts'

const flat = (svg: string) => svg.replace(/ id="[^"]*"/g, ' ').replace(/<use[^>]*>/g, '')

/** Tall narrow fronts along the quay, gable and flat by turns. */
function fronts(a: Art, y: number, x0: number, x1: number, low: number, high: number): string {
  const { pal } = a,
    r = a.r.fork('fronts' + Math.round(x0)),
    cols = r.shuffle<Pigment>(['maize', 'terracotta', 'rosa', 'cream', 'aqua', 'sand', 'jade', 'snow']),
    lit = a.night || a.time === 'dusk'
  let out = '',
    x = x0,
    k = 0
  while (x < x1) {
    const w = r.range(70, 120),
      h = r.range(low, high),
      c = pal.ramp(cols[k % cols.length]!),
      top = y - h,
      roof = pal.ramp('terracotta')
    out += shape(a, box(x, top, w + 1, h), mix(c[0], c[1], 0.4), [
      { ink: c[2], from: [0, top + h * 0.3], to: [0, y + 40], opacity: 0.6 },
    ])
    out += r.chance(0.6)
      ? fill(
          poly([
            [x - 5, top + 2],
            [x + w / 2, top - w * 0.36],
            [x + w + 6, top + 2],
          ]),
          roof[a.light > 0 ? 1 : 2],
        ) +
        fill(
          poly([
            [x + w / 2, top - w * 0.36],
            [x + w + 6, top + 2],
            [x + w / 2 + (a.light > 0 ? -8 : 8), top + 2],
          ]),
          roof[2],
        )
      : fill(box(x - 4, top - 8, w + 8, 13), pal.ramp('cream')[1])
    const cols2 = w > 92 ? 3 : 2,
      rows = Math.max(2, Math.floor(h / 56))
    let panes = '',
      glow = '',
      trims = '',
      shutters = ''
    for (let f = 0; f < rows; f++)
      for (let i = 0; i < cols2; i++) {
        const wx = x + (w * (i + 0.5)) / cols2,
          wy = top + 18 + (f * (h - 26)) / rows,
          d = box(wx - 8, wy, 16, 26)
        trims += box(wx - 11, wy - 4, 22, 33)
        if (lit && r.chance(0.55)) glow += d
        else panes += d
        shutters += box(wx - 17, wy, 6, 26) + box(wx + 11, wy, 6, 26)
      }
    out +=
      fill(shutters, pal.ramp(pal.accents[k % 3]!)[2]) +
      fill(trims, pal.ramp('cream')[0]) +
      fill(panes, mix(pal.dark, c[3], 0.3)) +
      fill(glow, '#F7C15A')
    x += w
    k++
  }
  return out
}

function lighthouse(a: Art, x: number, y: number, h: number): string {
  const c = a.pal.ramp('snow'),
    red = a.pal.ramp('terracotta'),
    w = h * 0.13,
    lit = a.night || a.time === 'dusk' || a.time === 'dawn'
  const at = (t: number) => w * (1 - 0.36 * t)
  const band = (t0: number, t1: number) =>
    poly([
      [x - at(t0), y - h * t0],
      [x + at(t0), y - h * t0],
      [x + at(t1), y - h * t1],
      [x - at(t1), y - h * t1],
    ])
  const g = (ink: string) => ({
    ink,
    from: [x + a.light * w * 0.3, 0] as const,
    to: [x - a.light * w * 1.2, 0] as const,
    opacity: 0.9,
  })
  return (
    (lit
      ? fill(
          poly([
            [x, y - h * 0.88],
            [x - 900, y - h * 1.12],
            [x - 900, y - h * 0.8],
          ]) +
            poly([
              [x, y - h * 0.88],
              [x + 900, y - h * 1.12],
              [x + 900, y - h * 0.8],
            ]),
          '#FBE3A0',
          0.22,
        )
      : '') +
    shape(a, band(0, 0.8), c[0], [g(c[2])]) +
    shape(a, band(0.12, 0.3) + band(0.46, 0.64), red[1], [g(red[3])]) +
    fill(box(x - w * 0.86, y - h * 0.82, w * 1.72, h * 0.03), a.pal.dark) +
    fill(box(x - w * 0.42, y - h * 0.94, w * 0.84, h * 0.12), lit ? '#FBE3A0' : mix(a.pal.water[0], c[0], 0.5)) +
    stroke(
      `M${f1(x - w * 0.2)} ${f1(y - h * 0.94)}v${f1(h * 0.12)}M${f1(x + w * 0.2)} ${f1(y - h * 0.94)}v${f1(h * 0.12)}`,
      a.pal.dark,
      2.4,
    ) +
    fill(`M${f1(x - w * 0.54)} ${f1(y - h * 0.94)}q${f1(w * 0.54)} ${f1(-h * 0.11)} ${f1(w * 1.08)} 0z`, red[2]) +
    fill(
      `M${f1(x - w * 0.22)} ${f1(y)}v${f1(-h * 0.07)}a${f1(w * 0.22)} ${f1(w * 0.22)} 0 0 1 ${f1(w * 0.44)} 0v${f1(h * 0.07)}z`,
      a.pal.dark,
    )
  )
}

const PLANS = ['quay', 'pier', 'masts'] as const

/** One of its plans: the one asked for, or the seed's choice. */
export function harbour(a: Art, asked?: (typeof PLANS)[number]): string {
  const { pal } = a,
    r = a.r.fork('harbour'),
    picked = r.pick(PLANS),
    plan = asked ?? picked,
    side = r.chance(0.5) ? 1 : -1,
    y = plan === 'quay' ? 500 : 460
  const sx = 600 + a.light * r.range(120, 300)
  let out =
    sky(a, y) +
    (a.night ? stars(a) : '') +
    sun(a, sx, r.range(140, 250), r.range(60, 92)) +
    clouds(a, 50, 240, r.int(2, 4))
  out +=
    ridge(a, 'far', { y: y - 120, amp: 60, depth: 0.2, floor: y }) +
    ridge(a, 'mid', { y: y - 70, amp: 40, depth: 0.34, floor: y })
  if (plan === 'quay') {
    let land =
      belfry(a, 600 - a.light * r.range(120, 240), y - 20, 88, 420, pal.ramp('cream'), pal.ramp('terracotta')) +
      fronts(a, y - 14, -30, W + 20, 150, 250) +
      shape(a, box(-10, y - 16, W + 20, 20), pal.ramp('stone')[1], [
        { ink: pal.ramp('stone')[3], from: [0, y - 20], to: [0, y + 12], opacity: 0.8 },
      ])
    let awn = ''
    for (let i = 0; i < 6; i++) {
      const x = 90 + i * 190 + r.range(-20, 20)
      awn +=
        fill(`M${f1(x)} ${y - 62}h74l12 24h-98z`, pal.ramp(pal.accents[i % 3]!)[1]) +
        fill(box(x - 6, y - 38, 86, 24), pal.dark, 0.5)
    }
    land += awn
    out += land + sea(a, { y: y + 3, sunX: sx, calm: 0.8 }) + reflect(a, flat(land), y + 3, 0.7, 0.32)
    let cuts = ''
    for (let i = 0; i < 44; i++) {
      const t = r.next()
      cuts += lens(r.range(0, W), y + 12 + 260 * t, r.range(60, 240) * (0.4 + t), 2 + 3.4 * t)
    }
    out += fill(cuts, mix(pal.sky[2], pal.water[1], 0.5), 0.55)
    const inks = r.shuffle<Pigment>(['terracotta', 'cenote', 'jade', 'maize', 'rosa'])
    out +=
      fishingBoat(a, 600 - side * 380, y + 70, 0.7, inks[0]!, inks[1]!, side > 0) +
      fishingBoat(a, 600 + side * 330, y + 96, 0.86, inks[2]!, inks[3]!, side > 0) +
      fishingBoat(a, 600 - side * 60, y + 190, 1.5, inks[1]!, inks[4]!, side < 0)
  } else if (plan === 'pier') {
    out += sea(a, { y, sunX: sx }) + sailboat(a, 600 - side * 130, y + 14, 0.7, 'cream', side > 0)
    out += shape(
      a,
      poly(
        side > 0
          ? [
              [1220, y + 200],
              [1220, y + 40],
              [760, y + 10],
              [690, y + 26],
              [700, y + 62],
              [880, y + 110],
            ]
          : [
              [-20, y + 200],
              [-20, y + 40],
              [440, y + 10],
              [510, y + 26],
              [500, y + 62],
              [320, y + 110],
            ],
      ),
      pal.ramp('stone')[1],
      [{ ink: pal.ramp('stone')[3], from: [0, y + 30], to: [0, y + 210], opacity: 0.9 }],
    )
    let rocks = ''
    for (let i = 0; i < 26; i++) {
      const t = i / 26,
        x = 600 + side * (90 + 520 * t),
        yy = y + 48 + 100 * t + r.range(-6, 10),
        s = r.range(16, 30) * (0.7 + t)
      rocks += poly([
        [x - s, yy + s * 0.5],
        [x - s * 0.7, yy - s * 0.4],
        [x + s * 0.2, yy - s * 0.7],
        [x + s, yy],
        [x + s * 0.6, yy + s * 0.6],
      ])
    }
    out += shape(a, rocks, mix(pal.ramp('stone')[3], pal.dark, 0.3), [
      { ink: pal.ramp('stone')[1], from: [0, y + 130], to: [0, y], opacity: 0.5 },
    ])
    out +=
      lighthouse(a, 600 + side * 170, y + 26, 390) +
      person(a, 'w', 600 + side * 330, y + 44, 0.62, { top: pal.accents[0]!, hat: true }) +
      person(a, 'w2', 600 + side * 366, y + 48, 0.66, { top: pal.accents[1]!, skirt: true })
    out += fishingBoat(a, 600 - side * 220, y + 210, 1.5, pal.accents[0]!, pal.accents[1]!, side < 0)
  } else {
    const land =
      fronts(a, y - 6, side > 0 ? -30 : 640, side > 0 ? 560 : W + 20, 70, 130) +
      fill(box(-10, y - 8, W + 20, 12), pal.ramp('stone')[2])
    out +=
      ridge(a, 'near', { y: y - 40, amp: 26, depth: 0.5, floor: y }) +
      land +
      sea(a, { y, sunX: sx, calm: 0.7 }) +
      reflect(a, flat(land), y, 0.6, 0.3)
    // Yachts at their moorings, sails stowed under coloured covers.
    for (let row = 0; row < 3; row++) {
      const n = 6 - row,
        base = y + 26 + row * 84,
        s = 0.5 + row * 0.34,
        dim = 0.4 - row * 0.19,
        bow = row % 2 ? -side : side
      let masts = '',
        hulls = '',
        rig = '',
        refl = '',
        covers = '',
        cabins = ''
      for (let i = 0; i < n; i++) {
        const x = (W * (i + 0.5)) / n + r.range(-30, 30),
          h = r.range(250, 310) * s,
          u = (v: number) => f1(x + bow * v * s),
          v = (w: number) => f1(base + w * s)
        masts += `M${u(8)} ${v(-20)}V${f1(base - h)}M${u(-8)} ${f1(base - h * 0.6)}L${u(24)} ${f1(base - h * 0.6)}`
        rig += `M${u(8)} ${f1(base - h)}L${u(98)} ${v(-30)}M${u(8)} ${f1(base - h)}L${u(-96)} ${v(-28)}M${u(24)} ${f1(base - h * 0.6)}L${u(8)} ${f1(base - h * 0.97)}`
        covers += `M${u(4)} ${v(-52)}L${u(-76)} ${v(-46)}`
        cabins += `M${u(-52)} ${v(-26)}L${u(-40)} ${v(-40)}L${u(34)} ${v(-40)}L${u(54)} ${v(-26)}z`
        hulls += `M${u(-98)} ${v(-26)}Q${u(10)} ${v(-18)} ${u(106)} ${v(-34)}Q${u(86)} ${v(6)} ${u(58)} ${v(10)}L${u(-70)} ${v(10)}Q${u(-92)} ${v(4)} ${u(-98)} ${v(-26)}z`
        for (let k = 0; k < 5; k++)
          refl += lens(x + r.range(-10, 10), base + (20 + k * 12) * s, (150 - k * 24) * s, 3.4 * s)
      }
      const c = pal.ramp('snow').map((q) => mix(q, pal.haze, dim)),
        ink = mix(pal.dark, pal.haze, dim),
        cover = pal.ramp(pal.accents[row]!)
      out +=
        fill(refl, c[1]!, 0.5) +
        stroke(rig, ink, 1.3) +
        stroke(masts, ink, 2.6 + row * 1.8) +
        fill(cabins, c[1]!) +
        stroke(covers, mix(cover[1], pal.haze, dim), 13 * s) +
        shape(a, hulls, c[0]!, [{ ink: c[2]!, from: [0, base - 24 * s], to: [0, base + 14 * s], opacity: 0.9 }]) +
        stroke(
          hulls.replace(
            /M([-\d.]+) ([-\d.]+)Q([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)[^z]*z/g,
            (_, x0: string, y0: string, x1: string, y1: string, x2: string, y2: string) =>
              `M${x0} ${f1(Number(y0) + 8 * s)}Q${x1} ${f1(Number(y1) + 8 * s)} ${x2} ${f1(Number(y2) + 8 * s)}`,
          ),
          mix(cover[1], pal.haze, dim),
          4 * s,
        )
    }
    out +=
      shape(
        a,
        poly([
          [460, 830],
          [540, 690],
          [660, 690],
          [740, 830],
        ]),
        pal.ramp('wood')[1],
        [{ ink: pal.ramp('wood')[3], from: [0, 690], to: [0, 850], opacity: 0.8 }],
      ) +
      stroke(
        [0, 1, 2, 3, 4].map((i) => `M${532 - i * 16} ${706 + i * 26}H${668 + i * 16}`).join(''),
        pal.ramp('wood')[3],
        3,
      ) +
      person(a, 'p', 588, 770, 1.4, { top: pal.accents[0]!, hat: true, pack: 'maize' }) +
      person(a, 'q', 636, 776, 1.3, { top: pal.accents[1]!, skirt: true, bottom: 'plum' })
  }
  // Bollard and rope press the rest back.
  const bx = 600 - side * 450,
    ink = mix(pal.dark, '#000000', 0.15)
  if (plan !== 'masts')
    out +=
      fill(box(-10, 768, W + 20, 50), mix(pal.dark, pal.ramp('stone')[3], 0.35)) +
      fill(`M${bx - 42} 780l10-86h64l10 86z`, ink) +
      fill(ellipse(bx, 690, 52, 17), mix(ink, pal.haze, 0.16)) +
      stroke(`M${bx + 30} 726Q${600 - side * 200} 800 ${600 - side * 130} ${y + 220}`, pal.ramp('sand')[2], 7)
  return (
    out +
    mist(a, y, 30, 0.2) +
    birds(
      a,
      600 + side * 240,
      190,
      7,
      1.2,
      mix(pal.ramp('snow')[a.night ? 2 : 0], pal.dark, a.time === 'day' ? 0.6 : 0.2),
    )
  )
}
