import { type Art, H, W, at, box, circle, ellipse, f1, fill, group, lerp, poly, shape, stroke } from '../press.ts'
import { type Pigment, type Ramp, mix } from '../palettes.ts'
import { ridge } from '../layers/relief.ts'
import { canopy, leafInks } from '../layers/flora.ts'
import { sky, stars, sun } from '../layers/sky.ts'
import { framedArch, pierced, zellige } from '../layers/arches.ts'
import { BOWL, vessel } from '../layers/still.ts'

const steam = (x: number, y: number, h: number) =>
  `M${f1(x)} ${f1(y)}q${f1(-h * 0.2)} ${f1(-h * 0.28)} 0 ${f1(-h * 0.5)}t0 ${f1(-h * 0.5)}M${f1(x + 26)} ${f1(y - 8)}q${f1(-h * 0.18)} ${f1(-h * 0.24)} ${f1(h * 0.02)} ${f1(-h * 0.44)}t0 ${f1(-h * 0.4)}`

function garden(a: Art, y: number): string {
  const far = leafInks(a, 0.4),
    near = leafInks(a, 0.75)
  return (
    sky(a, y) +
    (a.night ? stars(a, 80, y) : '') +
    sun(a, 600 + a.light * 130, 250, 54, 'disc') +
    ridge(a, 'g', { y: y - 90, amp: 40, depth: 0.32 }) +
    canopy(a, 'g', { y: y - 40, amp: 20, size: 40, ...far, marks: 26 }) +
    canopy(a, 'h', { y: y + 6, amp: 14, size: 46, ink: near.ink, glint: near.glint, deep: near.deep, marks: 26 })
  )
}

/** Paper screens, the round window, kettle and bowl. */
export function tatamiRoom(a: Art): string {
  const { pal } = a,
    r = a.r.fork('tatami'),
    paper = pal.ramp('cream'),
    wood = pal.ramp('wood'),
    straw = mix(pal.ramp('sand')[0], pal.ramp('leaf')[0], 0.22),
    dark = mix(pal.dark, wood[3], 0.4)
  const wallInk = mix(paper[a.night ? 2 : 1], pal.ramp(r.pick(['sand', 'jade', 'rosa'] as const))[1], 0.3),
    clip = a.id()
  let out =
    fill(box(0, 0, W, H), wallInk) +
    fill(
      box(0, 0, W, H),
      a.grain({
        ink: mix(wallInk, pal.dark, 0.4),
        from: [600 + a.light * 300, 0],
        to: [600 - a.light * 720, 0],
        opacity: 0.8,
      }),
    )
  a.define(`<clipPath id="${clip}"><path d="${circle(600, 290, 206)}"/></clipPath>`)
  out +=
    `<g clip-path="url(#${clip})">${garden(a, 440)}${stroke('M470 60V520M540 60V520M660 60V520M730 60V520M380 220H820M380 360H820', dark, 6)}</g>` +
    stroke(circle(600, 290, 206), dark, 17) +
    stroke(circle(600, 290, 218), wood[0], 3)
  for (const side of [-1, 1]) {
    const x0 = side < 0 ? -10 : 900
    let bars = ''
    for (let i = 0; i <= 4; i++) bars += `M${x0 + i * 77} 60V590`
    for (let i = 0; i <= 6; i++) bars += `M${x0} ${60 + i * 88}h310`
    out +=
      shape(a, box(x0, 60, 310, 540), mix(paper[0], a.night || a.time === 'dusk' ? '#F7C15A' : '#FFFFFF', 0.3), [
        { ink: paper[2], from: [0, 300], to: [0, 640], opacity: 0.6 },
      ]) +
      stroke(bars, dark, 5) +
      stroke(box(x0, 60, 310, 540), dark, 15)
  }
  out += fill(box(-10, 34, W + 20, 30), dark) + fill(box(-10, 590, W + 20, 16), dark)
  // Mats with their cloth edges.
  out += shape(a, box(-10, 604, W + 20, 210), straw, [
    { ink: mix(straw, pal.dark, 0.5), from: [0, 610], to: [0, 860], opacity: 0.7 },
  ])
  let weave = ''
  for (let i = 0; i < 12; i++) weave += `M-10 ${616 + i * 16}H1210`
  out +=
    stroke(weave, mix(straw, pal.dark, 0.22), 1.6) +
    fill(
      poly([
        [330, 604],
        [352, 604],
        [190, 820],
        [140, 820],
      ]) +
        poly([
          [848, 604],
          [870, 604],
          [1060, 820],
          [1010, 820],
        ]),
      pal.ramp('jade')[3],
    )
  // Low table, tray, iron kettle, bowls.
  out +=
    fill(ellipse(600, 758, 400, 34), pal.dark, 0.3) +
    shape(
      a,
      poly([
        [270, 640],
        [930, 640],
        [1000, 700],
        [200, 700],
      ]),
      wood[1],
      [{ ink: wood[3], from: [600 + a.light * 200, 0], to: [600 - a.light * 460, 0], opacity: 0.8 }],
    ) +
    fill(
      poly([
        [200, 700],
        [1000, 700],
        [994, 726],
        [206, 726],
      ]),
      wood[3],
    ) +
    fill(box(250, 726, 30, 44) + box(920, 726, 30, 44), wood[3])
  const iron = mix(pal.dark, pal.ramp('cenote')[2], 0.25),
    kx = 600 - a.light * 130
  out +=
    shape(a, `M${kx - 110} 640q-14-110 60-136q50-16 100 0q74 26 60 136q-110 34-220 0z`, iron, [
      { ink: mix(iron, pal.light, 0.4), from: [kx, 0], to: [kx + a.light * 130, 0], opacity: 0.7 },
    ]) +
    fill(ellipse(kx, 506, 52, 13), mix(iron, '#000000', 0.3)) +
    fill(circle(kx, 490, 12), pal.ramp('maize')[1]) +
    stroke(`M${kx - 84} 530Q${kx - 90} 400 ${kx} 396Q${kx + 90} 400 ${kx + 84} 530`, iron, 13) +
    fill(`M${kx + a.light * 100} 600l${a.light * 74}-70l${a.light * 22} 8l${-a.light * 60} 96z`, iron)
  let studs = ''
  for (let row = 0; row < 3; row++) for (let i = -4; i <= 4; i++) studs += `M${kx + i * 22} ${566 + row * 22}h0`
  out += stroke(studs, mix(iron, pal.light, 0.3), 6)
  const glaze = pal.ramp(r.pick(['jade', 'terracotta', 'cenote', 'plum'] as const))
  out +=
    vessel(a, 600 + a.light * 120, 668, 86, BOWL, glaze, 'none') +
    fill(ellipse(600 + a.light * 120, 615, 66, 11), mix(pal.ramp('leaf')[0], pal.ramp('maize')[1], 0.3)) +
    vessel(a, 600 + a.light * 270, 684, 70, BOWL, paper, 'none')
  out +=
    stroke(
      `M${600 - a.light * 320} 676v-54M${600 - a.light * 332} 676l-10-62M${600 - a.light * 308} 676l10-62`,
      pal.ramp('sand')[0],
      6,
    ) + fill(box(600 - a.light * 320 - 14, 660, 28, 30), pal.ramp('sand')[1])
  const branch = 600 + a.light * 400
  out +=
    stroke(
      `M${branch} 640q${-a.light * 20} -90 ${a.light * 20} -160q${a.light * 10} -50 ${-a.light * 40} -110`,
      wood[3],
      8,
    ) +
    vessel(
      a,
      branch,
      660,
      120,
      [
        [0.16, 0],
        [0.3, 0.1],
        [0.34, 0.5],
        [0.14, 0.82],
        [0.18, 1],
      ],
      pal.ramp('cenote'),
      'none',
    )
  let bloom = ''
  for (let i = 0; i < 16; i++) bloom += `M${f1(branch + r.range(-60, 50))} ${f1(r.range(360, 530))}h0`
  return (
    out +
    stroke(bloom, pal.ramp('rosa')[0], 17) +
    stroke(bloom, pal.ramp('rosa')[1], 5) +
    stroke(steam(kx + a.light * 190, 520, 150) + steam(600 + a.light * 120, 600, 120), '#FFFFFF', 7, 'opacity=".5"')
  )
}

/** A kissaten counter late: siphons, cups, three lamps. */
export function kissaten(a: Art): string {
  const { pal } = a,
    r = a.r.fork('counter'),
    wood = pal.ramp('wood').map((c) => mix(c, '#9A5A2E', 0.4)) as unknown as Ramp,
    brass = pal.ramp('maize'),
    cream = pal.ramp('cream'),
    shade = pal.ramp(r.pick(['terracotta', 'jade', 'maize'] as const)),
    back = mix('#4A2A1E', pal.ramp(r.pick(['plum', 'wood', 'cenote'] as const))[2], 0.35),
    glow = '#FBDD9A'
  let out =
    fill(box(0, 0, W, H), back) +
    fill(box(0, 0, W, H), a.grain({ ink: mix(back, '#E98A45', 0.45), from: [600, 700], to: [600, 120], opacity: 0.6 }))
  for (const [x, s] of [
    [230, 1],
    [600, 1.14],
    [970, 1],
  ] as const)
    out += `<circle cx="${x}" cy="170" r="${f1(270 * s)}" fill="${glow}" opacity=".13"/><circle cx="${x}" cy="170" r="${f1(160 * s)}" fill="${glow}" opacity=".22"/>`
  // Back shelves of cups, bottles and a wireless.
  const inks: readonly Pigment[] = ['cream', 'rosa', 'maize', 'jade', 'cenote', 'terracotta']
  for (const [row, y] of [270, 390, 510].entries()) {
    out += fill(box(90, y, 1020, 11), wood[1]) + fill(box(90, y + 11, 1020, 9), wood[3])
    for (let i = 0; i < 13; i++) {
      const x = 130 + i * 78,
        c = pal.ramp(inks[(i * (row + 2) + row) % 6]!).map((k) => mix(k, '#F7B45A', 0.16)) as unknown as Ramp
      if (row === 0 && i % 3 !== 1)
        out +=
          shape(a, `M${x - 15} ${y}v-62l9-20v-22h12v22l9 20v62z`, c[2], [
            { ink: c[3], from: [x + a.light * 4, 0], to: [x - a.light * 17, 0], opacity: 0.9 },
          ]) + fill(box(x - 11, y - 44, 22, 22), cream[0])
      else
        out +=
          shape(a, `M${x - 25} ${y - 46}h50q0 40-14 46h-22q-14-6-14-46z`, c[0], [
            { ink: c[2], from: [x + a.light * 6, 0], to: [x - a.light * 28, 0], opacity: 0.9 },
          ]) +
          stroke(`M${x + 24} ${y - 38}q18 0 14 16q-4 10-18 10`, c[1], 5) +
          fill(ellipse(x, y - 1, 30, 4), c[1])
    }
  }
  for (const [x, s] of [
    [230, 1],
    [600, 1.14],
    [970, 1],
  ] as const)
    out +=
      stroke(`M${x} -10V${f1(96 * s)}`, pal.dark, 4) +
      shape(a, `M${f1(x - 84 * s)} ${f1(180 * s)}q0-84 ${f1(84 * s)}-90q${f1(84 * s)} 6 ${f1(84 * s)} 90z`, shade[0], [
        { ink: shade[2], from: [x + a.light * 20, 0], to: [x - a.light * 96, 0], opacity: 0.9 },
      ]) +
      fill(ellipse(x, 180 * s, 84 * s, 13), glow)
  // Counter.
  out +=
    shape(a, box(-10, 592, W + 20, 230), wood[2], [
      { ink: mix(wood[3], pal.dark, 0.4), from: [0, 610], to: [0, 830], opacity: 0.9 },
    ]) + fill(box(-10, 580, W + 20, 20), wood[0])
  for (let i = 0; i < 6; i++)
    out +=
      fill(box(40 + i * 196, 640, 150, 130), mix(wood[2], wood[3], 0.5)) +
      stroke(box(40 + i * 196, 640, 150, 130), wood[1], 3)
  // Siphons: two glass globes, flame below.
  const siphon = (x: number, s: number) =>
    group(
      stroke('M-46 0h92M-36 0V-200h72', brass[2], 8) +
        fill(circle(0, -92, 58), '#F3E9CF', 0.22) +
        fill('M-54-74a58 58 0 0 0 108 0z', mix(wood[3], '#000000', 0.2)) +
        stroke(circle(0, -92, 58), cream[0], 3.4) +
        fill('M-44-270h88l-8 92q-36 20-72 0z', '#F3E9CF', 0.22) +
        fill('M-40-236h80l-4 56q-36 20-72 0z', mix(wood[3], pal.ramp('terracotta')[2], 0.3)) +
        stroke('M-44-270h88l-8 92q-36 20-72 0zM0-166v40', cream[0], 3.4) +
        fill(circle(a.light * 22, -112, 9), '#FFFFFF', 0.7) +
        fill('M0-6q-14-12 0-30q14 18 0 30z', '#F2B632') +
        fill('M-20 0q20-12 40 0z', brass[3]),
      at(x, 582, s),
    )
  out += siphon(470, 1.02) + siphon(640, 1.02)
  const cup = (x: number, c: Pigment) => {
    const k = pal.ramp(c)
    return (
      fill(ellipse(x, 592, 66, 9), k[2]) +
      shape(a, `M${x - 42} 524h84q0 54-24 64h-36q-24-10-24-64z`, k[0], [
        { ink: k[2], from: [x + a.light * 8, 0], to: [x - a.light * 46, 0], opacity: 0.9 },
      ]) +
      stroke(`M${x + 40} 536q30 0 22 24q-8 14-30 14`, k[1], 8) +
      fill(ellipse(x, 524, 42, 8), mix(wood[3], '#000000', 0.3))
    )
  }
  out +=
    cup(820, pal.accents[1]!) +
    cup(960, 'cream') +
    shape(a, 'M210 582v-96q0-10 12-14v-16h80v16q12 4 12 14v96z', pal.ramp('terracotta')[2], [
      { ink: pal.ramp('terracotta')[3], from: [262 + a.light * 20, 0], to: [262 - a.light * 70, 0], opacity: 0.9 },
    ]) +
    fill(box(216, 446, 92, 14), brass[1]) +
    fill(box(226, 506, 72, 46), cream[0]) +
    stroke('M240 522h44M240 538h28', pal.dark, 4)
  for (let i = 0; i < 4; i++) {
    const x = 190 + i * 274,
      c = pal.ramp('terracotta')
    out +=
      fill(`M${x - 8} 720h16v100h-16z`, mix(pal.dark, '#000000', 0.2)) +
      shape(a, ellipse(x, 716, 78, 22), c[1], [
        { ink: c[3], from: [x + a.light * 20, 0], to: [x - a.light * 84, 0], opacity: 0.9 },
      ])
  }
  return out + stroke(steam(820, 510, 150) + steam(960, 510, 130), '#FFFFFF', 6, 'opacity=".42"')
}

/** Mint tea poured from high, brass tray and glasses. */
export function mintTea(a: Art): string {
  const { pal } = a,
    r = a.r.fork('mint'),
    wall = pal.ramp(r.pick(['terracotta', 'jade', 'cenote', 'rosa'] as const)),
    cream = pal.ramp('cream'),
    silver = pal.ramp('snow'),
    brass = pal.ramp('maize'),
    lit = a.night || a.time === 'dusk'
  let out =
    fill(box(0, 0, W, H), wall[1]) +
    fill(
      box(0, 0, W, H),
      a.grain({ ink: wall[3], from: [600 + a.light * 240, 0], to: [600 - a.light * 700, 0], opacity: 0.9 }),
    )
  const ax = 600 - a.light * 60
  out +=
    framedArch(a, ax, 520, 330, 410, cream, mix(pal.water[3], pal.dark, lit ? 0.4 : 0.15)) +
    fill(`M${ax - 160} 520V400q160-46 320 0V520z`, mix(leafInks(a, 0.8).ink, pal.dark, 0.2)) +
    fill(circle(ax + a.light * 60, 270, 46), pal.sun)
  for (const [x, w] of [
    [-10, ax - 238 + 10],
    [ax + 238, W - ax - 228],
  ] as const)
    out += zellige(a, x, 400, w, 130, 52, cream[0], [wall[2], brass[1], pal.ramp('cenote')[1]])
  out +=
    pierced(a, 600 + a.light * 400, 170, 46, -10, brass, '#FFF0C0') +
    pierced(a, 600 - a.light * 430, 120, 36, -10, brass, '#FFF0C0')
  // Cushions, tray on its stand.
  for (let i = 0; i < 5; i++) {
    const c = pal.ramp((['rosa', 'maize', 'plum', 'jade', 'cream'] as const)[i]!),
      x = 60 + i * 270
    out +=
      shape(a, `M${x - 130} 640q-8-118 20-120q110-10 220 0q28 2 20 120z`, c[1], [
        { ink: c[3], from: [0, 540], to: [0, 660], opacity: 0.8 },
      ]) + stroke(`M${x - 96} 570l32 30l32-30l32 30l32-30l32 30l32-30`, c[0], 5)
  }
  out +=
    shape(a, box(-10, 622, W + 20, 190), pal.ramp('plum')[2], [
      { ink: pal.dark, from: [0, 640], to: [0, 830], opacity: 0.8 },
    ]) + stroke('M-10 640H1210', brass[1], 5)
  out +=
    fill(ellipse(600, 748, 430, 52), pal.dark, 0.35) +
    shape(a, ellipse(600, 706, 400, 62), brass[1], [
      { ink: brass[3], from: [600 + a.light * 150, 0], to: [600 - a.light * 420, 0], opacity: 0.9 },
    ]) +
    stroke(ellipse(600, 702, 360, 50) + ellipse(600, 702, 250, 34) + ellipse(600, 702, 130, 18), brass[0], 3)
  const glass = (x: number, y: number, c: Pigment) => {
    const k = pal.ramp(c)
    return (
      fill(`M${x - 38} ${y - 110}h76l-8 110h-60z`, '#F6E7C4', 0.32) +
      fill(`M${x - 36} ${y - 84}h72l-6 80h-60z`, mix(pal.ramp('maize')[1], pal.ramp('leaf')[1], 0.3), 0.92) +
      stroke(`M${x - 34} ${y - 56}l11 14l11-14l11 14l11-14l11 14l11-14`, k[0], 4) +
      stroke(`M${x - 38} ${y - 110}h76l-8 110h-60z`, brass[0], 3) +
      stroke(`M${x + 4} ${y - 84}q-2-34 16-44M${x} ${y - 84}q4-30-16-46`, leafInks(a, 0.7).ink, 7)
    )
  }
  out += glass(360, 720, 'rosa') + glass(468, 744, 'jade') + glass(860, 720, 'cenote')
  // The pot, tilted high, and its thread of tea.
  const tx = 600 + a.light * 40,
    flip = a.light > 0
  out +=
    stroke(
      `M${tx - (flip ? 1 : -1) * 168} 352Q${tx - (flip ? 1 : -1) * 196} 480 ${468 + (flip ? 0 : 264)} 640`,
      mix(brass[0], '#FFFFFF', 0.3),
      6,
    ) + (flip ? '' : glass(732, 744, 'maize'))
  out += group(
    shape(a, 'M-74 60Q-112-20-40-76H44Q112-20 76 60Q0 84-74 60z', silver[1], [
      { ink: silver[3], from: [a.light * 20, 0], to: [-a.light * 96, 0], opacity: 0.95 },
      { ink: '#FFFFFF', from: [a.light * 20, 0], to: [a.light * 90, 0], opacity: 0.7 },
    ]) +
      fill('M-48-72Q0-142 52-72z', silver[2]) +
      fill(circle(2, -116, 10), silver[0]) +
      stroke('M-88 20Q-150 10-168-80', silver[2], 18) +
      stroke('M78-50Q156-56 148 16Q140 54 82 40', silver[3], 12) +
      stroke('M-84 6q82 26 168 0M-80 30q80 24 160 0', silver[3], 3) +
      fill('M-60 66h120l10 18h-140z', silver[2]),
    at(tx, 400, 1.15, !flip, flip ? -28 : 28),
  )
  const sleeve = pal.ramp(pal.accents[0]!),
    k = flip ? 1 : -1
  out +=
    stroke(`M${tx + k * 150} 350L${tx + k * 230} 330`, pal.ramp('skin')[1], 40) +
    shape(a, `M${tx + k * 214} 296L${tx + k * 236} 376L${tx + k * 680} 470V190z`, sleeve[1], [
      { ink: sleeve[3], from: [0, 330], to: [0, 470], opacity: 0.8 },
    ]) +
    stroke(`M${tx + k * 218} 300L${tx + k * 238} 372`, brass[0], 7)
  return out + stroke(steam(lerp(468, 732, flip ? 0 : 1), 630, 90), '#FFFFFF', 6, 'opacity=".4"')
}

export const teaRoom = (a: Art): string =>
  (a.time === 'night' || a.time === 'dusk' ? kissaten : a.r.fork('tea').pick([tatamiRoom, mintTea, tatamiRoom]))(a)
