import { type Art, H, W, at, box, circle, ellipse, f1, fill, group, lerp, shape, stroke } from '../press.ts'
import { type Pigment, mix } from '../palettes.ts'
import { clouds, mist, sky, stars, sun } from '../layers/sky.ts'
import { ridge, volcano } from '../layers/relief.ts'
import { agave, canopy, leafInks, roundTree } from '../layers/flora.ts'
import { OLLA, vessel } from '../layers/still.ts'

const DYES: readonly Pigment[] = ['terracotta', 'rosa', 'maize', 'jade', 'cenote', 'plum', 'cream']

/** Woven bands between two edges; each band has its own figure, counted in threads. */
function cloth(a: Art, name: string, x: number, y: number, w: number, h: number, bands: number): string {
  const r = a.r.fork('cloth' + name),
    ground = a.pal.ramp(r.pick(['terracotta', 'cenote', 'plum', 'rosa'] as const))
  let out = shape(a, box(x, y, w, h), ground[1], [
    {
      ink: ground[3],
      from: [x + w * (a.light > 0 ? 0.6 : 0.4), 0],
      to: [a.light > 0 ? x - w * 0.1 : x + w * 1.1, 0],
      opacity: 0.7,
    },
  ])
  const bh = h / bands,
    n = Math.max(6, Math.round(w / 46)),
    cw = w / n
  for (let k = 0; k < bands; k++) {
    const y0 = y + k * bh,
      m = y0 + bh / 2,
      c = a.pal.ramp(DYES[(k * 3 + r.int(0, 1)) % DYES.length]!),
      c2 = a.pal.ramp(DYES[(k * 5 + 2) % DYES.length]!),
      figure = r.pick(['diamond', 'zig', 'bird', 'stripe'] as const)
    let d = '',
      e = ''
    if (figure === 'stripe') {
      out +=
        fill(box(x, y0 + bh * 0.2, w, bh * 0.16) + box(x, y0 + bh * 0.64, w, bh * 0.16), c[0]) +
        fill(box(x, y0 + bh * 0.42, w, bh * 0.14), c2[0])
      continue
    }
    for (let i = 0; i < n; i++) {
      const cx = x + (i + 0.5) * cw
      if (figure === 'diamond') {
        d += `M${f1(cx)} ${f1(m - bh * 0.4)}l${f1(cw * 0.46)} ${f1(bh * 0.4)}l${f1(-cw * 0.46)} ${f1(bh * 0.4)}l${f1(-cw * 0.46)} ${f1(-bh * 0.4)}z`
        e += `M${f1(cx)} ${f1(m - bh * 0.18)}l${f1(cw * 0.2)} ${f1(bh * 0.18)}l${f1(-cw * 0.2)} ${f1(bh * 0.18)}l${f1(-cw * 0.2)} ${f1(-bh * 0.18)}z`
      }
      if (figure === 'bird') {
        const u = bh * 0.1
        d +=
          box(cx - 3 * u, m - u, 4 * u, 2 * u) +
          box(cx + u, m - 3 * u, u * 1.6, 3 * u) +
          box(cx + 2.4 * u, m - 3 * u, u, u) +
          box(cx - 4 * u, m - 2 * u, u * 1.4, 1.4 * u) +
          box(cx - 1.6 * u, m + u, u * 0.8, 2 * u) +
          box(cx, m + u, u * 0.8, 2 * u)
        e += box(cx - 2 * u, m - 2.6 * u, 2 * u, u)
      }
      if (figure === 'zig')
        d += `${i ? 'L' : 'M'}${f1(cx - cw / 2)} ${f1(m + bh * 0.26)}L${f1(cx)} ${f1(m - bh * 0.26)}${i === n - 1 ? `L${f1(cx + cw / 2)} ${f1(m + bh * 0.26)}` : ''}`
    }
    out +=
      figure === 'zig'
        ? stroke(d, c[0], bh * 0.24, 'stroke-linejoin="miter" stroke-linecap="butt"') +
          stroke(d, c2[1], bh * 0.08, 'stroke-linejoin="miter" stroke-linecap="butt"')
        : fill(d, c[0]) + fill(e, c2[1])
    out += fill(box(x, y0 - 2, w, 4), ground[3], 0.6)
  }
  return out
}

/** The cloth growing on the loom, close enough to count threads. */
export function weavingLoom(a: Art): string {
  const { pal } = a,
    r = a.r.fork('loom'),
    wall = pal.ramp(r.pick(['cream', 'jade', 'sand', 'aqua'] as const)),
    wood = pal.ramp('wood'),
    skin = pal.ramp('skin'),
    sleeve = pal.ramp(pal.accents[1]!),
    warp = pal.ramp('cream')[0]
  let out =
    fill(box(0, 0, W, H), mix(wall[1], wall[2], 0.3)) +
    fill(
      box(0, 0, W, H),
      a.grain({ ink: wall[3], from: [600 + a.light * 240, 0], to: [600 - a.light * 700, 0], opacity: 0.85 }),
    )
  out +=
    shape(a, box(150, -20, 46, 850) + box(1004, -20, 46, 850), wood[1], [
      { ink: wood[3], from: [600 + a.light * 430, 0], to: [600 - a.light * 480, 0], opacity: 0.5 },
    ]) + shape(a, box(90, 46, 1020, 42), wood[0], [{ ink: wood[2], from: [0, 50], to: [0, 96], opacity: 0.9 }])
  let threads = '',
    behind = ''
  for (let i = 0; i <= 66; i++) {
    const x = 236 + (i * 728) / 66
    if (i % 2) threads += `M${f1(x)} 84V470`
    else behind += `M${f1(x)} 84V470`
  }
  out +=
    fill(box(232, 84, 736, 386), mix(pal.dark, wall[3], 0.4), 0.35) +
    stroke(behind, mix(warp, wall[2], 0.4), 4.4) +
    fill(box(190, 236, 820, 30), wood[2]) +
    stroke(threads, warp, 4.4) +
    fill(box(190, 330, 820, 22), wood[1]) +
    fill(box(190, 352, 820, 6), wood[3])
  out += cloth(a, 'main', 226, 452, 748, 378, 7) + fill(box(226, 446, 748, 11), pal.ramp('maize')[0])
  // Shuttle and hands at the fell of the cloth.
  const sx = 600 + a.light * 60
  out +=
    shape(a, `M${sx - 170} 420q170-34 340 0q-170 34-340 0z`, wood[0], [
      { ink: wood[3], from: [0, 414], to: [0, 440], opacity: 0.9 },
    ]) +
    fill(ellipse(sx, 420, 74, 10), pal.ramp('terracotta')[1]) +
    stroke(`M${sx - 60} 416h120M${sx - 56} 424h112`, pal.ramp('terracotta')[0], 2.4)
  const hand = (k: number, x: number, y: number) =>
    group(
      shape(a, 'M40 20Q150 60 240 220L420 150Q280-30 84-44z', sleeve[1], [
        { ink: sleeve[3], from: [100, 40], to: [300, 200], opacity: 0.8 },
      ]) +
        stroke('M70-44L44 22', pal.ramp('maize')[0], 9) +
        stroke('M72-44L58-8', pal.ramp('cream')[0], 4) +
        fill('M62-36Q10-56-40-34Q-66-22-60-8Q-40-12-22-12Q-52 2-58 18Q-50 30-32 20Q-2 32 44 18z', skin[1]) +
        stroke('M-40-26Q-10-30 12-18M-44 10Q-16 0 10 6', skin[2], 4),
      at(x, y, 1.12, k < 0),
    )
  out += hand(1, sx + 214, 428) + hand(-1, sx - 220, 440)
  for (const [i, x] of [64, 1118].entries())
    for (let k = 0; k < 3; k++) {
      const c = pal.ramp(DYES[(i * 3 + k + 1) % 7]!)
      out +=
        shape(a, `M${x - 34} ${240 + k * 170}q34-14 68 0v96q-34 14-68 0z`, c[1], [
          { ink: c[3], from: [x + a.light * 8, 0], to: [x - a.light * 40, 0], opacity: 0.9 },
        ]) +
        stroke([0, 1, 2, 3, 4, 5].map((q) => `M${x - 32} ${254 + k * 170 + q * 15}q32 12 64-4`).join(''), c[0], 2.4) +
        fill(box(x - 40, 228 + k * 170, 80, 12) + box(x - 40, 338 + k * 170, 80, 12), wood[2])
    }
  return out
}

/** Dyed skeins drying on a line before the volcano. */
export function weavingSkeins(a: Art): string {
  const { pal } = a,
    r = a.r.fork('skeins'),
    wood = pal.ramp('wood'),
    near = leafInks(a, 0.9)
  let out =
    sky(a, 500) +
    (a.night ? stars(a, 100, 400) : '') +
    sun(a, 600 + a.light * r.range(160, 320), r.range(130, 200), r.range(58, 84)) +
    clouds(a, 50, 240, 3) +
    volcano(a, 'v', { x: 600 - a.light * r.range(80, 220), base: 540, h: 330, w: 420, depth: 0.38 }) +
    ridge(a, 'h', { y: 520, amp: 30, depth: 0.5 }) +
    mist(a, 540, 70, 0.5) +
    canopy(a, 'c', { y: 570, amp: 16, size: 38, ...leafInks(a, 0.6), marks: 34 })
  const earth = mix(pal.ramp('sand')[1], pal.ramp('terracotta')[1], 0.25)
  out += shape(a, box(-10, 640, W + 20, 180), earth, [
    { ink: mix(earth, pal.dark, 0.6), from: [0, 650], to: [0, 850], opacity: 0.8 },
  ])
  const bar = (y: number, s: number, tone: number, shift: number) => {
    let o =
      stroke(
        `M40 ${y + 380 * s}L70 ${y - 30}M1160 ${y + 380 * s}L1130 ${y - 30}`,
        mix(wood[3], pal.haze, tone),
        20 * s,
      ) + stroke(`M-20 ${y + 6}Q600 ${y + 26} 1220 ${y}`, mix(wood[1], pal.haze, tone), 15 * s)
    const n = Math.round(13 / s),
      inks = r.shuffle(DYES)
    for (let i = 0; i < n; i++) {
      const x = 110 + (i * 980) / (n - 1),
        len = r.range(250, 340) * s,
        w = 46 * s,
        c = pal.ramp(inks[(i + shift) % 7]!).map((q) => mix(q, pal.haze, tone)),
        yy = y + 12 * Math.sin((Math.PI * x) / W)
      let lines = ''
      for (let q = -2; q <= 2; q++)
        lines += `M${f1(x + q * w * 0.3)} ${f1(yy)}Q${f1(x + q * w * 0.46)} ${f1(yy + len * 0.6)} ${f1(x + q * w * 0.2)} ${f1(yy + len * 0.97)}`
      o +=
        shape(
          a,
          `M${f1(x - w * 0.8)} ${f1(yy + 4)}Q${f1(x)} ${f1(yy - 26 * s)} ${f1(x + w * 0.8)} ${f1(yy + 4)}Q${f1(x + w * 1.1)} ${f1(yy + len * 0.6)} ${f1(x + w * 0.56)} ${f1(yy + len)}Q${f1(x)} ${f1(yy + len + 22 * s)} ${f1(x - w * 0.56)} ${f1(yy + len)}Q${f1(x - w * 1.1)} ${f1(yy + len * 0.6)} ${f1(x - w * 0.8)} ${f1(yy + 4)}z`,
          c[1]!,
          [{ ink: c[3]!, from: [x + a.light * w * 0.2, 0], to: [x - a.light * w * 1.1, 0], opacity: 0.9 }],
        ) + stroke(lines, c[0]!, 2.6 * s, 'opacity=".8"')
    }
    return o
  }
  out += bar(330, 0.72, 0.26, 2) + bar(250, 1.12, 0, 0)
  const inks = r.shuffle<Pigment>(['terracotta', 'cenote', 'maize', 'rosa'])
  for (const [i, x] of [190, 470, 745, 1010].entries()) {
    const c = pal.ramp(inks[i]!)
    out +=
      vessel(
        a,
        x,
        796,
        150,
        [
          [0.3, 0],
          [0.5, 0.1],
          [0.56, 0.5],
          [0.5, 0.86],
        ],
        pal.ramp('terracotta'),
        'lines',
        pal.ramp('cream')[0],
      ) +
      fill(ellipse(x, 796 - 129, 70, 14), c[1]) +
      stroke(`M${x - 40} 666q40 12 76-2`, c[0], 4)
  }
  return out + agave(a, 40, 800, 130, near.deep, near.glint) + agave(a, 1170, 806, 120, near.deep, near.glint)
}

/** A weaver on her mat, backstrap loom tied to a tree. */
export function weavingBackstrap(a: Art): string {
  const { pal } = a,
    r = a.r.fork('backstrap'),
    side = a.light,
    skin = pal.ramp('skin'),
    dark = mix(pal.dark, '#000000', 0.1),
    blouse = pal.ramp(pal.accents[0]!),
    skirt = pal.ramp(r.pick(['cenote', 'plum'] as const)),
    wood = pal.ramp('wood'),
    near = leafInks(a, 0.9)
  let out =
    sky(a, 470) +
    sun(a, 600 + side * 60, 250, 130, 'disc') +
    clouds(a, 50, 200, 2, 'stream') +
    ridge(a, 'a', { y: 440, amp: 50, depth: 0.24 }) +
    ridge(a, 'b', { y: 500, amp: 40, depth: 0.42, soft: true }) +
    mist(a, 540, 80, 0.5) +
    canopy(a, 'c', { y: 560, amp: 16, size: 40, ...leafInks(a, 0.6), marks: 30 })
  const earth = mix(pal.ramp('sand')[1], near.ink, 0.18)
  out += shape(a, box(-10, 620, W + 20, 200), earth, [
    { ink: mix(earth, pal.dark, 0.6), from: [0, 640], to: [0, 850], opacity: 0.8 },
  ])
  const X = (u: number) => 600 + side * u
  out += roundTree(a, 't', { x: X(400), y: 690, h: 620, trunk: wood[3], leaf: near.ink, glint: near.glint })
  out +=
    fill(ellipse(X(-200), 742, 300, 34), pal.ramp('sand')[0]) +
    stroke(ellipse(X(-200), 742, 280, 29), pal.ramp('terracotta')[1], 5)
  // Warp from trunk to waist, cloth nearest her; drawn in a slanted frame.
  const q0: [number, number] = [X(-120), 618],
    q1: [number, number] = [X(372), 388]
  const on = (t: number, off: number): string =>
    `${f1(lerp(q0[0], q1[0], t) + side * off * 0.38)} ${f1(lerp(q0[1], q1[1], t) + off * 0.86)}`
  let warp = ''
  for (let i = 0; i <= 13; i++) warp += `M${on(0.34, -58 + i * 9)}L${on(0.94, -50 + i * 7.7)}`
  out +=
    stroke(`M${on(0.94, -50)}L${X(404)} 330M${on(0.94, 50)}L${X(404)} 336`, dark, 4) +
    fill(`M${on(0.34, -58)}L${on(0.94, -50)}L${on(0.94, 50)}L${on(0.34, 59)}z`, pal.ramp('cream')[2], 0.55) +
    stroke(warp, pal.ramp('cream')[0], 4.6)
  const dyes = r.shuffle(DYES)
  for (let i = 0; i < 8; i++)
    out += fill(
      `M${on(i * 0.043, -60)}L${on((i + 1) * 0.043 + 0.002, -60)}L${on((i + 1) * 0.043 + 0.002, 62)}L${on(i * 0.043, 62)}z`,
      pal.ramp(dyes[i % 7]!)[i % 2 ? 0 : 1],
    )
  let zig = ''
  for (let i = 0; i <= 10; i++) zig += `${i ? 'L' : 'M'}${on(i % 2 ? 0.1 : 0.15, -60 + i * 12)}`
  let zig2 = ''
  for (let i = 0; i <= 10; i++) zig2 += `${i ? 'L' : 'M'}${on(i % 2 ? 0.22 : 0.27, -60 + i * 12)}`
  out += stroke(zig, pal.ramp('cream')[0], 6) + stroke(zig2, pal.ramp('maize')[0], 6)
  for (const t of [0, 0.36, 0.5, 0.58, 0.94])
    out += stroke(`M${on(t, -86)}L${on(t, 88)}`, t === 0.5 ? wood[0] : wood[2], t === 0.36 ? 15 : 10)
  // She kneels, braid down her back.
  out += group(
    shape(a, 'M-150 120Q-170 40-90 10Q-20-20 44 10Q110 40 132 96Q140 120 110 124H-130z', skirt[1], [
      { ink: skirt[3], from: [0, 30], to: [0, 130], opacity: 0.9 },
    ]) +
      stroke('M-126 96Q0 70 120 100M-110 64Q0 36 96 66', skirt[0], 4, 'opacity=".8"') +
      shape(a, 'M-84 26Q-110-100-66-154Q-30-186 24-164Q62-140 56-70L50 20Q-10 44-84 26z', blouse[1], [
        { ink: blouse[3], from: [10, -80], to: [-110, -60], opacity: 0.9 },
      ]) +
      fill('M-60-156Q-20-124 34-160L44-138Q-10-96-76-134z', pal.ramp('maize')[0]) +
      stroke('M-70-132Q-10-96 44-134', pal.ramp('jade')[1], 6) +
      stroke('M-88 12Q-20 34 54 8', pal.ramp('terracotta')[1], 22) +
      stroke('M30-110Q70-40 120-26L160-34', blouse[2], 40) +
      stroke('M122-26L178-40', skin[1], 26) +
      fill(box(-18, -196, 32, 44), skin[2]) +
      fill(ellipse(4, -222, 36, 44), skin[1]) +
      fill('M-44-204Q-56-278 4-282Q46-280 42-240Q20-262-2-246Q-12-200-30-184Q-40-190-44-204z', dark) +
      stroke('M-34-196Q-76-150-80-80Q-84-30-92 10', dark, 22) +
      stroke('M-88 10l-4 36', pal.ramp('rosa')[0], 14) +
      stroke('M-46-246Q0-300 44-254', pal.ramp('rosa')[1], 12),
    at(X(-210), 632, 1.14, side < 0),
  )
  out += vessel(a, X(-440), 770, 130, OLLA, pal.ramp('terracotta'), 'zigzag', pal.ramp('cream')[0])
  for (let i = 0; i < 4; i++) {
    const c = pal.ramp(DYES[i + 1]!)
    out +=
      shape(a, circle(X(120 + i * 62), 756 + (i % 2) * 14, 34), c[1], [
        { ink: c[3], from: [X(120 + i * 62), 750], to: [X(120 + i * 62) - a.light * 38, 780], opacity: 0.9 },
      ]) +
      stroke(
        `M${X(120 + i * 62) - 26} ${746 + (i % 2) * 14}q26-12 52 4M${X(120 + i * 62) - 28} ${764 + (i % 2) * 14}q28-10 54 4`,
        c[0],
        3,
      )
  }
  return out
}

export const weaving = (a: Art): string => a.r.fork('weaving').pick([weavingLoom, weavingSkeins, weavingBackstrap])(a)
