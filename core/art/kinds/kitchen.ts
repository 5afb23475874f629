import { type Art, box, circle, ellipse, f1, fill, poly, shape, stroke, H, W } from '../press.ts'
import { mix } from '../palettes.ts'
import { leafFrame, leafInks } from '../layers/flora.ts'
import { BOWL, JUG, lime, OLLA, ristra, tiles, VASE, vessel } from '../layers/still.ts'
import { windowView } from '../layers/windowView.ts'

export function kitchen(a: Art): string {
  const { pal } = a,
    r = a.r.fork('ki'),
    wallP = r.pick(['cream', 'maize', 'terracotta', 'aqua', 'rosa'] as const),
    wall = pal.ramp(wallP),
    wood = pal.ramp('wood'),
    clay = pal.ramp('terracotta')
  const wallInk = mix(wall[a.night ? 1 : 0], pal.light, 0.12)
  let out =
    fill(box(0, 0, W, H), wallInk) +
    fill(
      box(0, 0, W, H),
      a.grain({ ink: wall[2], from: [600 + a.light * 300, 0], to: [600 - a.light * 700, 0], opacity: 0.8 }),
    )
  const wx = 600 + a.light * r.range(60, 130),
    ww = r.range(290, 350)
  out += windowView(a, wx - ww / 2, 96, ww, 330, r.chance(0.5))
  out += fill(
    poly([
      [wx - ww / 2, 440],
      [wx + ww / 2, 440],
      [wx + ww / 2 - a.light * 420, 640],
      [wx - ww / 2 - a.light * 420, 640],
    ]),
    pal.light,
    0.22,
  )
  const tileInk = r.pick([
    ['cenote', 'maize'],
    ['jade', 'terracotta'],
    ['cenote', 'terracotta'],
    ['plum', 'maize'],
  ] as const)
  out +=
    tiles(a, 0, 448, W, 132, 66, pal.ramp('snow')[a.night ? 1 : 0], [
      pal.ramp(tileInk[0])[1],
      pal.ramp(tileInk[1])[1],
    ]) +
    fill(
      box(0, 448, W, 132),
      a.grain({ ink: wall[3], from: [600 + a.light * 100, 0], to: [600 - a.light * 700, 0], opacity: 0.55 }),
    ) +
    fill(box(0, 440, W, 9), pal.ramp(tileInk[0])[2])
  // Rail with strings of chilli, garlic and copper pans, on the side away from the window.
  const s = -a.light,
    X = (u: number) => 600 + s * u
  out += stroke(`M${X(40)} 92H${X(620)}`, mix(wood[3], pal.dark, 0.4), 9)
  const hung = r.shuffle(['chilli', 'garlic', 'pan', 'pan2', 'chilli2', 'ladle'] as const).slice(0, 5)
  hung.forEach((k, i) => {
    const x = X(110 + i * 104)
    if (k === 'chilli' || k === 'chilli2')
      out += ristra(a, k, x, 92, 230, pal.ramp(k === 'chilli' ? 'terracotta' : 'rosa'))
    else if (k === 'garlic') out += ristra(a, k, x, 92, 210, pal.ramp('snow'), 'garlic')
    else if (k === 'ladle')
      out +=
        stroke(`M${f1(x)} 92v170`, mix(wood[2], pal.dark, 0.3), 8) +
        fill(`M${f1(x - 28)} 262h56q0 34-28 34t-28-34z`, wood[2])
    else {
      const c = pal.ramp(k === 'pan' ? 'terracotta' : 'maize')
      out +=
        stroke(`M${f1(x)} 92v96`, c[2], 9) +
        shape(a, circle(x, 238, 56), c[1], [
          { ink: c[3], from: [x + a.light * 10, 220], to: [x - a.light * 62, 270], opacity: 0.9 },
        ]) +
        stroke(circle(x, 238, 44), c[0], 3, 'opacity=".7"')
    }
  })
  // Table: one dark slab, cloth runner, the meal being made.
  out +=
    shape(a, box(0, 580, W, 230), wood[1], [{ ink: wood[3], from: [0, 600], to: [0, 830], opacity: 0.85 }]) +
    fill(box(0, 574, W, 14), wood[0])
  const cl = pal.ramp(pal.accents[0]!)
  out += shape(
    a,
    poly([
      [330, 588],
      [870, 588],
      [960, 810],
      [240, 810],
    ]),
    cl[1],
    [{ ink: cl[3], from: [0, 620], to: [0, 840], opacity: 0.6 }],
  )
  for (const [t, ink, w] of [
    [0.16, pal.ramp('cream')[0], 9],
    [0.3, pal.ramp('maize')[1], 5],
    [0.78, pal.ramp('cream')[0], 9],
  ] as const) {
    const y = 588 + 222 * t
    out += stroke(`M${f1(330 - 90 * t + 8)} ${f1(y)}H${f1(870 + 90 * t - 8)}`, ink, w)
  }
  const shapes = r.shuffle([OLLA, JUG, OLLA, VASE]),
    deco = ['zigzag', 'dots', 'lines', 'zigzag'] as const
  out +=
    vessel(a, X(330), 640, r.range(230, 270), shapes[0]!, clay, deco[r.int(0, 3)]!, pal.ramp('cream')[0]) +
    vessel(
      a,
      X(480),
      668,
      190,
      shapes[1]!,
      pal.ramp(r.pick(['jade', 'cenote', 'maize'] as const)),
      deco[r.int(0, 3)]!,
      pal.ramp('cream')[0],
    )
  out += vessel(
    a,
    X(-360),
    646,
    r.range(180, 240),
    shapes[2]!,
    pal.ramp(r.pick(['cenote', 'cream', 'jade', 'plum'] as const)),
    deco[r.int(0, 3)]!,
    pal.ramp('maize')[0],
  )
  if (r.chance(0.6))
    out += leafFrame(a, 'herb', {
      x: X(-360),
      y: 440,
      reach: 150,
      from: -2.6,
      to: -0.5,
      ink: leafInks(a, 0.7).ink,
      vein: leafInks(a, 0.7).glint,
      kind: 'banana',
    })
  // Centre: comal with tortillas and steam, or a great bowl of salsa; the subject of the print.
  if (r.chance(0.5)) {
    out +=
      fill(ellipse(600, 672, 214, 48), pal.dark) +
      shape(a, ellipse(600, 663, 206, 42), mix(pal.dark, clay[3], 0.4), [
        { ink: clay[2], from: [600, 663], to: [600 + a.light * 220, 663], opacity: 0.7 },
      ])
    for (const [dx, dy, q] of [
      [-96, 2, 62],
      [60, -12, 64],
      [30, 18, 66],
    ] as const)
      out += shape(a, ellipse(600 + dx, 659 + dy, q, q * 0.24), pal.ramp('cream')[0], [
        { ink: pal.ramp('sand')[2], from: [600 + dx, 680 + dy], to: [600 + dx - a.light * 70, 690 + dy], opacity: 0.9 },
      ])
    out += stroke(
      'M540 616q-24-46 4-86t-6-84M620 612q-22-40 6-84t0-90M680 622q-18-36 8-70t-4-70',
      mix(wallInk, '#FFFFFF', 0.6),
      7,
      'opacity=".6"',
    )
  } else {
    out +=
      fill(circle(540, 578, 34) + circle(604, 566, 36) + circle(664, 578, 33), pal.ramp('terracotta')[1]) +
      stroke('M550 564h0M616 552h0M674 566h0', pal.ramp('terracotta')[0], 12) +
      fill('M586 540q18-20 36 0q-8 8-18 6t-18-6z', leafInks(a, 0.6).ink) +
      leafFrame(a, 'cil', {
        x: 640,
        y: 594,
        reach: 130,
        from: -1.9,
        to: -0.4,
        ink: leafInks(a, 0.75).ink,
        vein: leafInks(a, 0.75).glint,
        kind: 'fern',
      })
    out +=
      vessel(a, 600, 716, 190, BOWL, pal.ramp(r.pick(['cenote', 'jade', 'cream'] as const)), 'none') +
      stroke('M448 638q152 50 304 0M462 664q138 44 276 0', pal.ramp('maize')[0], 5)
  }
  const lf = pal.ramp('leaf')
  out +=
    lime(340, 756, 38, lf[2], mix(lf[0], pal.ramp('maize')[0], 0.4), '#F4F0D0') +
    fill(circle(416, 772, 36), lf[1]) +
    stroke('M426 756h0', lf[0], 12) +
    fill(ellipse(838, 756, 62, 42), mix(lf[3], pal.dark, 0.3)) +
    fill(ellipse(838, 752, 52, 34), mix(lf[0], pal.ramp('maize')[0], 0.5)) +
    fill(circle(846, 754, 19), wood[2])
  out +=
    stroke('M905 790q60-50 120-36', pal.ramp('terracotta')[1], 20) +
    stroke('M1025 754q16-6 22-20', lf[2], 8) +
    stroke('M190 776q50-44 96-26', pal.ramp('terracotta')[0], 17) +
    stroke('M190 776q-12 4-20 16', lf[2], 7)
  return out
}
