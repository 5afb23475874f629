import { type Art, curve, f1, fill, H, makeNoise, type Pt, shape, stroke, W } from '../press.ts'
import { mix } from '../palettes.ts'
import { horse, person, soarer } from '../layers/figures.ts'
import { conifers, leafInks } from '../layers/flora.ts'
import { peaks } from '../layers/relief.ts'
import { clouds, milkyWay, mist, sky, stars, sun } from '../layers/sky.ts'

export function mountainTrail(a: Art): string {
  const { pal } = a,
    r = a.r.fork('mt'),
    side = r.chance(0.5) ? 1 : -1,
    plan = r.pick(['hikers', 'hikers', 'riders'] as const)
  let out = sky(a, 470)
  out +=
    (a.night ? stars(a, 170) + (r.chance(0.6) ? milkyWay(a, 300, 900) : '') : '') +
    sun(a, 600 + a.light * r.range(150, 330), r.range(130, 240), r.range(54, 92)) +
    clouds(a, 60, 280, r.int(2, 4))
  const hero = 600 - side * r.range(20, 140)
  out +=
    peaks(a, 'f', {
      base: 520,
      depth: 0.2,
      snow: 0.24,
      list: [0, 1, 2, 3, 4, 5].map((i) => ({
        x: i * 250 - 30 + r.range(-70, 70),
        h: r.range(170, 260),
        slope: r.range(0.9, 1.2),
      })),
    }) + mist(a, 520, 100, 0.5)
  out +=
    peaks(a, 'm', {
      base: 580,
      depth: 0.46,
      snow: r.range(0.22, 0.36),
      list: [
        { x: hero, h: r.range(400, 450), slope: r.range(1.0, 1.25) },
        { x: hero + side * 290, h: 270, slope: 1 },
        { x: hero - side * 330, h: 240, slope: 0.95 },
        { x: hero + side * 600, h: 220, slope: 0.9 },
      ],
    }) + mist(a, 590, 110, 0.65)
  const tree = (t: number) => mix(pal.land(t), leafInks(a, t).ink, 0.3)
  const n1 = makeNoise(r, 3),
    y1 = (x: number) => 578 - 26 * n1(x / 240),
    n2 = makeNoise(r, 3),
    y2 = (x: number) => 640 - 30 * n2(x / 260) - side * (x - 600) * 0.06,
    n3 = makeNoise(r, 2),
    y3 = (x: number) => 710 - 22 * n3(x / 300) + side * (x - 600) * 0.13
  const hill = (f: (x: number) => number, ink: string, deep: string) => {
    const pts: Pt[] = []
    for (let x = -40; x <= W + 60; x += 50) pts.push([x, f(x)])
    const y = f(600)
    return shape(a, `${curve(pts, false)}V${H + 10}H-40z`, ink, [
      { ink: deep, from: [0, y], to: [0, y + 220], opacity: 0.75 },
      { ink: mix(ink, pal.light, 0.3), from: [0, y + 60], to: [0, y - 50], opacity: 0.6 },
    ])
  }
  out +=
    conifers(a, 'a', { n: 60, y: y1, h: [34, 64], ink: tree(0.56) }) +
    hill(y1, tree(0.56), tree(0.7)) +
    mist(a, 640, 80, 0.35)
  out +=
    conifers(a, 'b', {
      n: 26,
      y: y2,
      h: [70, 130],
      ink: tree(0.74),
      ...(side > 0 ? { from: -20, to: 480 } : { from: 720, to: 1220 }),
    }) + hill(y2, mix(tree(0.66), pal.ramp('maize')[1], 0.14), tree(0.85))
  const meadow = mix(tree(0.74), pal.ramp('maize')[1], 0.18)
  out += hill(y3, meadow, tree(0.95))
  // The trail: an S that narrows to the saddle.
  const px = 600 + side * 60,
    trail = mix(pal.ramp('sand')[0], meadow, 0.12)
  out +=
    fill(
      `M${px - side * 60} 830C${px + side * 60} 770 ${px + side * 190} 750 ${px + side * 60} 716C${px - side * 60} 690 ${px - side * 120} 676 ${px - side * 60} 652L${px - side * 48} 652C${px - side * 96} 672 ${px - side * 30} 686 ${px + side * 110} 708C${px + side * 290} 748 ${px + side * 200} 790 ${px + side * 150} 830z`,
      trail,
    ) +
    fill(
      `M${px - side * 60} 652Q${px - side * 30} 636 ${px + side * 30} 628T${px + side * 60} 604L${px + side * 66} 604Q${px + side * 60} 626 ${px + side * 36} 632T${px - side * 48} 652z`,
      mix(trail, pal.haze, 0.3),
    )
  if (plan === 'riders')
    out +=
      horse(a, px + side * 180, 728, 1.0, mix(pal.dark, pal.ramp('wood')[2], 0.45), {
        rider: pal.accents[0]!,
        glint: pal.ramp('wood')[1],
        flip: side > 0,
      }) +
      horse(a, px - side * 20, 706, 0.62, mix(pal.dark, pal.ramp('wood')[3], 0.3), {
        rider: pal.accents[1]!,
        flip: side > 0,
      })
  else
    out +=
      person(a, 'a', px + side * 142, 734, 1.25, {
        top: pal.accents[0]!,
        pack: pal.accents[1]!,
        hat: r.chance(0.6),
        bottom: 'cenote',
      }) +
      person(a, 'b', px + side * 40, 708, 0.95, {
        top: pal.accents[2]!,
        pack: pal.accents[0]!,
        hat: r.chance(0.5),
        bottom: 'wood',
      }) +
      (r.chance(0.5) ? person(a, 'c', px - side * 60, 684, 0.6, { top: 'maize', pack: 'cenote' }) : '')
  const d = mix(pal.dark, tree(1), 0.3),
    fx = 600 - side * 470
  out += conifers(a, 'n', {
    n: 5,
    y: (x) => 800 + 0 * x,
    h: [340, 520],
    ink: d,
    ...(side > 0 ? { from: -60, to: 250 } : { from: 960, to: 1270 }),
  })
  out += conifers(a, 'n2', {
    n: 3,
    y: () => 830,
    h: [160, 300],
    ink: d,
    ...(side > 0 ? { from: 1080, to: 1240 } : { from: -40, to: 120 }),
  })
  let flowers = ''
  for (let i = 0; i < 46; i++) {
    const x = fx + r.range(-160, 300) * side,
      y = r.range(762, 800)
    flowers += `M${f1(x)} ${f1(y)}h0`
  }
  out += stroke(flowers, pal.ramp(pal.accents[1]!)[0], 6)
  return out + soarer(600 + side * 150, 250, 0.62, pal.dark, r.range(-14, 14))
}
