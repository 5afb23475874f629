import {
  type Art,
  type Pt,
  H,
  W,
  at,
  box,
  circle,
  ellipse,
  f1,
  fill,
  group,
  lerp,
  poly,
  shape,
  stroke,
} from '../press.ts'
import { mix } from '../palettes.ts'
import { birds, sky, stars, sun } from '../layers/sky.ts'
import { leafInks, palm } from '../layers/flora.ts'
import { framedArch, horseshoe, pierced, zellige } from '../layers/arches.ts'
import { JUG, vessel } from '../layers/still.ts'

const LAMP = '#FBDD9A'

/** Orange tree in a pot, foot at the origin. */
function orangeTree(a: Art, x: number, y: number, s: number, name: string): string {
  const r = a.r.fork('orange' + name),
    leaf = leafInks(a, 0.8),
    clay = a.pal.ramp('terracotta')
  let crown = '',
    fruit = ''
  for (let i = 0; i < 11; i++) {
    const t = i * 2.4,
      q = Math.sqrt(i / 11)
    crown += circle(Math.cos(t) * 58 * q, -190 + Math.sin(t) * 52 * q, 34)
  }
  for (let i = 0; i < 13; i++) fruit += circle(r.range(-66, 66), -190 + r.range(-62, 62), 8.5)
  return group(
    stroke('M0-40V-150', a.pal.ramp('wood')[3], 12) +
      shape(a, crown, leaf.ink, [
        { ink: leaf.deep, from: [a.light * 20, -200], to: [-a.light * 100, -140], opacity: 0.9 },
      ]) +
      fill(fruit, mix(a.pal.ramp('maize')[1], a.pal.ramp('terracotta')[0], 0.35)) +
      shape(a, 'M-38-64h76l-10 64h-56z', clay[1], [
        { ink: clay[3], from: [a.light * 4, 0], to: [-a.light * 44, 0], opacity: 0.9 },
      ]) +
      fill(box(-43, -72, 86, 13), clay[0]),
    at(x, y, s),
  )
}

/** The court of a riad: arches, gallery, orange trees, fountain. */
export function riadCourt(a: Art): string {
  const { pal } = a,
    r = a.r.fork('court'),
    warm = pal.ramp(r.pick(['terracotta', 'sand', 'rosa'] as const)),
    cream = pal.ramp('cream'),
    wood = pal.ramp('wood'),
    lit = a.night || a.time === 'dusk'
  const tileInks: [string, string, string] = [pal.ramp('jade')[1], pal.ramp('cenote')[1], pal.ramp('maize')[1]]
  let out =
    sky(a, 300) +
    (a.night ? stars(a, 70, 150) : '') +
    sun(a, 600 + a.light * 250, 120, 56, 'disc') +
    palm(a, 'far', {
      x: 600 - a.light * 300,
      y: 300,
      h: 260,
      lean: a.light * 20,
      ink: mix(pal.dark, pal.haze, 0.2),
      rim: leafInks(a, 0.5).glint,
    })
  const wallInk = warm[0]
  out += shape(a, box(-10, 190, W + 20, 420), wallInk, [
    { ink: warm[2], from: [600 + a.light * 300, 0], to: [600 - a.light * 700, 0], opacity: 0.8 },
  ])
  // Green glazed eave, then the wooden gallery.
  let eave = ''
  for (let i = 0; i < 62; i++) eave += `M${-10 + i * 20} 176h20v24a10 9 0 0 1-20 0z`
  out += fill(eave, pal.ramp('jade')[2]) + stroke('M-10 184H1210', pal.ramp('jade')[0], 3)
  for (const x of [190, 395, 600, 805, 1010])
    out +=
      fill(horseshoe(x, 330, 92, 104), lit ? LAMP : mix(warm[3], pal.dark, 0.3)) +
      (lit ? stroke(`M${x - 30} 330V262M${x} 330V232M${x + 30} 330V262`, wood[3], 4) : '')
  let rail = ''
  for (let i = 0; i < 66; i++) rail += `M${i * 18.6} 296v40M${f1(i * 18.6 - 9)} 316l9-10l9 10l-9 10z`
  out +=
    stroke(rail, wood[3], 3.4) +
    fill(box(-10, 288, W + 20, 9) + box(-10, 336, W + 20, 16), wood[2]) +
    stroke('M-10 342H1210', wood[0], 2)
  // Ground floor: three great arches, room behind glowing.
  for (const [x, w] of [
    [220, 150],
    [600, 190],
    [980, 150],
  ] as const)
    out += framedArch(
      a,
      x,
      610,
      w,
      w === 190 ? 236 : 206,
      cream,
      lit ? mix(LAMP, warm[0], 0.25) : mix(pal.dark, warm[3], 0.45),
    )
  out +=
    zellige(a, -10, 548, 122, 62, 31, cream[0], tileInks) +
    zellige(a, 336, 548, 118, 62, 31, cream[0], tileInks) +
    zellige(a, 746, 548, 118, 62, 31, cream[0], tileInks) +
    zellige(a, 1088, 548, 124, 62, 31, cream[0], tileInks)
  out +=
    fill(
      poly([
        [528, 610],
        [548, 500],
        [652, 500],
        [672, 610],
      ]),
      lit ? '#F7C15A' : warm[3],
      0.5,
    ) + pierced(a, 600, 470, 26, 390, pal.ramp('maize'), lit ? '#FFF0C0' : pal.light)
  // Floor in perspective.
  const floor = mix(cream[1], warm[1], 0.35)
  out += shape(a, box(-10, 610, W + 20, 200), floor, [
    { ink: mix(floor, pal.dark, 0.55), from: [0, 610], to: [0, 850], opacity: 0.7 },
  ])
  let checks = ''
  const px = (u: number, t: number) => 600 + u * lerp(66, 128, t),
    py = (t: number) => 610 + 200 * t ** 1.4
  for (let row = 0; row < 7; row++)
    for (let i = -10; i < 10; i++)
      if ((row + i) % 2 === 0) {
        const t0 = row / 7,
          t1 = (row + 1) / 7
        checks += poly([
          [px(i, t0), py(t0)],
          [px(i + 1, t0), py(t0)],
          [px(i + 1, t1), py(t1)],
          [px(i, t1), py(t1)],
        ])
      }
  out += fill(checks, pal.ramp('jade')[2], 0.55)
  out += orangeTree(a, 395, 668, 1.05, 'a') + orangeTree(a, 805, 668, 1.05, 'b')
  // Fountain: star basin, bowl, water.
  const star: Pt[] = [],
    inner: Pt[] = []
  for (let i = 0; i < 16; i++) {
    const t = (i / 16) * Math.PI * 2,
      k = i % 2 ? 0.8 : 1
    star.push([600 + Math.cos(t) * 236 * k, 712 + Math.sin(t) * 66 * k])
    inner.push([600 + Math.cos(t) * 204 * k, 706 + Math.sin(t) * 54 * k])
  }
  out +=
    fill(poly(star.map(([x, y]): Pt => [x, y + 22])), pal.ramp('cenote')[3]) +
    shape(a, poly(star), pal.ramp('cenote')[0], [
      { ink: pal.ramp('cenote')[2], from: [600 + a.light * 60, 0], to: [600 - a.light * 250, 0], opacity: 0.8 },
    ]) +
    fill(poly(inner), mix(pal.water[0], pal.ramp('aqua')[0], 0.4)) +
    stroke(
      ellipse(600, 706, 120, 28) + ellipse(600, 706, 74, 17),
      mix(pal.water[0], '#FFFFFF', 0.6),
      2.6,
      'opacity=".8"',
    )
  out +=
    shape(a, 'M586 706h28l-6-52q66-6 78-40h-172q12 34 78 40z', cream[0], [
      { ink: cream[2], from: [600 + a.light * 20, 0], to: [600 - a.light * 90, 0], opacity: 0.9 },
    ]) +
    fill(ellipse(600, 614, 86, 13), mix(pal.water[0], '#FFFFFF', 0.3)) +
    stroke(
      'M600 610V560M600 562q-40 0-58 56M600 562q40 0 58 56M600 570q-20 6-30 44M600 570q20 6 30 44',
      '#FFFFFF',
      4,
      'opacity=".85"',
    )
  let petals = ''
  for (let i = 0; i < 14; i++) petals += ellipse(600 + r.range(-170, 170), 706 + r.range(-34, 34), 7, 3.4)
  out += fill(petals, pal.ramp('rosa')[1])
  return (
    out +
    palm(a, 'l', {
      x: 20,
      y: 820,
      h: 560,
      lean: 60,
      ink: mix(pal.dark, leafInks(a, 1).deep, 0.35),
      rim: leafInks(a, 0.9).ink,
    }) +
    palm(a, 'r', {
      x: 1190,
      y: 820,
      h: 470,
      lean: -40,
      ink: mix(pal.dark, leafInks(a, 1).deep, 0.35),
      rim: leafInks(a, 0.9).ink,
    }) +
    (a.night ? '' : birds(a, 600, 90, 4, 0.8))
  )
}

/** The warm room: light falling through the star holes of the dome. */
export function hammamRoom(a: Art): string {
  const { pal } = a,
    r = a.r.fork('steam'),
    base = pal.ramp(r.pick(['cenote', 'jade', 'plum'] as const)),
    cream = pal.ramp('cream'),
    brass = pal.ramp('maize')
  const deep = mix(base[3], pal.dark, 0.4),
    beam = a.night ? '#CFE6DF' : mix(pal.sun, '#FFFFFF', 0.25)
  let out =
    fill(box(0, 0, W, H), deep) +
    shape(a, 'M-20 560C-20 120 260-80 600-80C940-80 1220 120 1220 560z', mix(base[1], base[2], 0.4), [
      { ink: deep, from: [600 + a.light * 140, 300], to: [600 - a.light * 700, 500], opacity: 0.95 },
      { ink: base[0], from: [600, 400], to: [600, -60], opacity: 0.55 },
    ])
  const holes: Pt[] = []
  for (const [ring, n] of [
    [0, 1],
    [1, 6],
    [2, 10],
    [3, 14],
  ] as const)
    for (let i = 0; i < n; i++) {
      const t = (i / n) * Math.PI * 2 + ring * 0.4
      holes.push([600 + Math.cos(t) * ring * 140, 150 + Math.sin(t) * ring * 47])
    }
  let rays = ''
  for (const [x, y] of holes)
    if (r.chance(0.5)) {
      const dx = (600 - x) * 0.25 - a.light * 260,
        w = 24
      rays += poly([
        [x - 8, y],
        [x + 8, y],
        [x + dx + w * 2, y + 620],
        [x + dx - w, y + 620],
      ])
    }
  const id = a.id()
  a.define(
    `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${beam}" stop-opacity=".42"/><stop offset="1" stop-color="${beam}" stop-opacity="0"/></linearGradient>`,
  )
  const starAt = ([x, y]: Pt, s: number) => {
    const pts: Pt[] = []
    for (let i = 0; i < 16; i++) {
      const t = (i / 16) * Math.PI * 2,
        k = i % 2 ? 0.62 : 1
      pts.push([x + Math.cos(t) * s * k, y + Math.sin(t) * s * 0.8 * k])
    }
    return poly(pts)
  }
  out += fill(holes.map((h) => starAt(h, 25)).join(''), base[3]) + fill(holes.map((h) => starAt(h, 18)).join(''), beam)
  // Drum of niches, then tiles.
  out += shape(a, box(-10, 330, W + 20, 330), base[1], [
    { ink: base[3], from: [600 + a.light * 260, 0], to: [600 - a.light * 700, 0], opacity: 0.85 },
  ])
  for (const x of [110, 355, 600, 845, 1090])
    out += framedArch(
      a,
      x,
      600,
      118,
      200,
      [cream[0], mix(cream[1], base[0], 0.2), mix(cream[2], base[2], 0.5), base[3]],
      x === 600 ? mix(pal.sun, base[1], 0.35) : deep,
    )
  out +=
    fill(box(-10, 322, W + 20, 12), cream[1]) +
    zellige(a, -10, 536, 62, 66, 33, cream[0], [base[2], brass[1], pal.ramp('terracotta')[1]])
  for (const x of [168, 413, 658, 903])
    out += zellige(a, x + 17, 536, 95, 66, 33, cream[0], [base[2], brass[1], pal.ramp('terracotta')[1]])
  out += zellige(a, 1148, 536, 62, 66, 33, cream[0], [base[2], brass[1], pal.ramp('terracotta')[1]])
  out += shape(a, box(-10, 600, W + 20, 210), mix(base[2], cream[2], 0.35), [
    { ink: deep, from: [0, 620], to: [0, 850], opacity: 0.85 },
  ])
  out += fill(rays, `url(#${id})`)
  // The slab, folded linen, brass.
  out +=
    fill(ellipse(600, 752, 420, 46), pal.dark, 0.35) +
    shape(
      a,
      poly([
        [250, 640],
        [950, 640],
        [1010, 690],
        [190, 690],
      ]),
      cream[0],
      [{ ink: cream[2], from: [600 + a.light * 200, 0], to: [600 - a.light * 500, 0], opacity: 0.7 }],
    ) +
    shape(
      a,
      poly([
        [190, 690],
        [1010, 690],
        [1000, 750],
        [200, 750],
      ]),
      cream[2],
      [{ ink: base[3], from: [0, 690], to: [0, 770], opacity: 0.8 }],
    )
  for (const [i, c] of pal.accents.entries())
    out += shape(a, `M${400 - i * 4} ${632 - i * 24}h150q12 12 0 24h-150q-12-12 0-24z`, pal.ramp(c)[1], [
      { ink: pal.ramp(c)[3], from: [0, 630 - i * 24], to: [0, 662 - i * 24], opacity: 0.7 },
    ])
  out +=
    vessel(a, 730, 668, 132, JUG, brass, 'lines', brass[0]) +
    shape(a, 'M812 636h110q-6 40-55 40t-55-40z', brass[1], [
      { ink: brass[3], from: [867 + a.light * 10, 0], to: [867 - a.light * 60, 0], opacity: 0.9 },
    ]) +
    fill(ellipse(867, 636, 55, 10), mix(pal.water[0], '#FFFFFF', 0.35))
  let curl = ''
  for (let i = 0; i < 7; i++) {
    const x = r.range(300, 920)
    curl += `M${f1(x)} ${r.int(560, 620)}q-34-50 6-96t-4-96`
  }
  return out + stroke(curl, '#FFFFFF', 9, 'opacity=".16"')
}

/** A door in a sunlit lane, seen straight on. */
export function riadDoor(a: Art): string {
  const { pal } = a,
    r = a.r.fork('door'),
    wall = pal.ramp(r.pick(['terracotta', 'rosa', 'sand'] as const)),
    cream = pal.ramp('cream'),
    wood = pal.ramp(r.pick(['jade', 'cenote', 'wood'] as const)),
    leaf = leafInks(a, 0.85)
  let out =
    fill(box(0, 0, W, H), wall[0]) +
    fill(
      box(0, 0, W, H),
      a.grain({ ink: wall[2], from: [600 + a.light * 260, 100], to: [600 - a.light * 640, 300], opacity: 0.9 }),
    )
  out += fill(
    poly(
      a.light > 0
        ? [
            [0, 0],
            [420, 0],
            [0, 620],
          ]
        : [
            [1200, 0],
            [780, 0],
            [1200, 620],
          ],
    ),
    mix(wall[3], pal.shadow, 0.4),
    0.35,
  )
  const inks: [string, string, string] = [pal.ramp('jade')[1], pal.ramp('cenote')[1], pal.ramp('maize')[1]]
  out +=
    zellige(a, 336, 96, 528, 564, 44, cream[0], inks) +
    fill(box(356, 116, 488, 544), wall[1]) +
    stroke(box(356, 116, 488, 544), cream[0], 6)
  out +=
    fill(horseshoe(600, 660, 372, 512), cream[0]) +
    fill(horseshoe(600, 660, 344, 492), wall[3]) +
    shape(a, horseshoe(600, 660, 318, 470), wood[1], [
      { ink: wood[3], from: [600 + a.light * 100, 0], to: [600 - a.light * 210, 0], opacity: 0.9 },
    ])
  let studs = ''
  for (let row = 0; row < 8; row++)
    for (let i = -3; i <= 3; i++) if (i) studs += `M${600 + i * 44 - Math.sign(i) * 10} ${330 + row * 40}h0`
  out +=
    stroke('M600 208V660', wood[3], 5) +
    stroke(studs, pal.ramp('maize')[0], 11) +
    stroke(circle(566, 474, 17) + circle(634, 474, 17), pal.ramp('maize')[1], 6)
  out +=
    shape(a, box(-10, 660, W + 20, 160), mix(pal.ramp('stone')[1], wall[1], 0.3), [
      { ink: pal.dark, from: [0, 670], to: [0, 870], opacity: 0.6 },
    ]) +
    fill(box(376, 650, 448, 22), cream[1]) +
    fill(box(350, 672, 500, 24), cream[2])
  out +=
    orangeTree(a, 252, 716, 1.4, 'l') +
    orangeTree(a, 948, 716, 1.4, 'r') +
    pierced(a, 600, 120, 38, -10, pal.ramp('maize'), a.night || a.time === 'dusk' ? LAMP : pal.light)
  let vine = '',
    bloom = '',
    pale = ''
  const side = -a.light
  for (let i = 0; i < 90; i++) {
    const u = r.next(),
      v = r.next() * (1 - u * 0.75)
    const d = `M${f1(600 + side * (600 - u * 420))} ${f1(-10 + v * 330)}h0`
    if (i % 3 === 0) vine += d
    else if (i % 3 === 1) bloom += d
    else pale += d
  }
  return (
    out + stroke(vine, leaf.ink, 46) + stroke(bloom, pal.ramp('rosa')[1], 30) + stroke(pale, pal.ramp('rosa')[0], 20)
  )
}

export const hammamCourtyard = (a: Art): string => a.r.fork('hammam').pick([riadCourt, hammamRoom, riadDoor])(a)
