import { type Art, box, circle, f1, fill, lens, poly, shape, W } from '../press.ts'
import { mix, type Pigment } from '../palettes.ts'
import { person } from '../layers/figures.ts'
import { belfry, dome } from '../layers/landmarks.ts'
import { papelPicado } from '../layers/papelPicado.ts'
import { ridge } from '../layers/relief.ts'
import { clouds, sky, stars, sun } from '../layers/sky.ts'
import { heap, stall } from '../layers/stall.ts'

export function market(a: Art): string {
  const { pal } = a,
    r = a.r.fork('mk'),
    cloths = r.shuffle(['terracotta', 'jade', 'maize', 'cenote', 'rosa'] as Pigment[]),
    goods = r.shuffle([
      'terracotta',
      'maize',
      'leaf',
      'rosa',
      'sand',
      'plum',
      'jade',
      'maize',
      'terracotta',
    ] as Pigment[])
  let out =
    sky(a, 400) +
    (a.night ? stars(a, 90, 300) : '') +
    sun(a, 600 + a.light * r.range(40, 240), r.range(150, 220), r.range(60, 96)) +
    clouds(a, 60, 220, 2)
  // Square behind: church or arcade in haze.
  const back = r.pick(['church', 'arcade', 'domes'] as const),
    hz = (p: Pigment) =>
      pal.ramp(p).map((i) => mix(i, pal.haze, 0.42)) as unknown as readonly [string, string, string, string]
  out += ridge(a, 'h', { y: 380, amp: 40, depth: 0.2 })
  const bx = 600 - a.light * r.range(20, 130)
  if (back === 'church')
    out +=
      belfry(a, bx - 105, 500, 92, 380, hz('cream'), hz('maize')) +
      belfry(a, bx + 105, 500, 92, 380, hz('cream'), hz('maize')) +
      shape(
        a,
        poly([
          [bx - 62, 500],
          [bx - 62, 280],
          [bx, 236],
          [bx + 62, 280],
          [bx + 62, 500],
        ]),
        hz('cream')[0],
        [{ ink: hz('cream')[2], from: [0, 260], to: [0, 520], opacity: 0.7 }],
      ) +
      fill(circle(bx, 310, 18), hz('cream')[3])
  if (back === 'domes')
    out +=
      dome(a, bx, 430, 120, hz('aqua'), hz('cream')) +
      dome(a, bx - 210, 450, 66, hz('aqua'), hz('cream')) +
      dome(a, bx + 210, 450, 66, hz('aqua'), hz('cream'))
  const wall = hz(r.pick(['terracotta', 'maize', 'rosa', 'sand'] as const))
  out +=
    shape(a, box(-10, back === 'arcade' ? 270 : 390, W + 20, 300), wall[1], [
      { ink: wall[2], from: [0, 300], to: [0, 560], opacity: 0.7 },
    ]) + fill(box(-10, back === 'arcade' ? 262 : 384, W + 20, 13), hz('cream')[0])
  let arches = '',
    wins = ''
  for (let i = 0; i < 9; i++) {
    const x = -20 + i * 142
    arches += `M${x} 600V470a48 50 0 0 1 96 0V600z`
    if (back === 'arcade') wins += `M${x + 26} 380v-52a22 22 0 0 1 44 0v52z`
  }
  out += fill(arches, mix(wall[3], pal.dark, 0.2)) + fill(wins, a.night || a.time === 'dusk' ? '#F3C266' : wall[3])
  const ground = mix(pal.ramp('stone')[1], pal.ramp('sand')[1], 0.4)
  out += shape(a, box(-10, 585, W + 20, 230), ground, [
    { ink: mix(ground, pal.dark, 0.5), from: [0, 580], to: [0, 830], opacity: 0.7 },
  ])
  let slabs = ''
  for (let i = 0; i < 18; i++) {
    const t = r.next()
    slabs += lens(r.range(0, W), 596 + 190 * t, r.range(50, 150) * (0.4 + t), 1.4 + 1.6 * t)
  }
  out += fill(slabs, mix(ground, pal.dark, 0.35), 0.5)
  for (const [i, x] of [130, 400, 690, 980].entries())
    out += stall(a, 'b' + i, {
      x: x + r.range(-20, 20),
      y: 600,
      w: 230,
      h: 180,
      cloth: cloths[(i + 2) % 5]!,
      goods: r.shuffle(goods),
      depth: 0.3,
    })
  for (let i = 0; i < 3; i++)
    out += person(a, 'm' + i, 180 + i * 400 + r.range(-50, 50), 640 + r.range(-6, 16), r.range(1.35, 1.55), {
      top: r.pick(['cream', 'rosa', 'jade', 'maize', 'cenote'] as const),
      skirt: r.chance(0.5),
      hat: r.chance(0.5),
      bottom: r.pick(['plum', 'cenote', 'terracotta'] as const),
      flip: r.chance(0.5),
    })
  const plan = r.pick(['one', 'two'] as const)
  if (plan === 'one') {
    out += stall(a, 'n', { x: 600 + r.range(-30, 30), y: 722, w: 620, h: 350, cloth: cloths[0]!, goods })
  } else {
    out +=
      stall(a, 'n1', { x: 330, y: 720, w: 440, h: 330, cloth: cloths[0]!, goods }) +
      stall(a, 'n2', { x: 872, y: 728, w: 450, h: 340, cloth: cloths[1]!, goods: [...goods].reverse() })
  }
  const weave = pal.ramp('sand')
  for (let i = 0; i < 5; i++) {
    const u = (i + 0.5) / 5
    out += heap(
      a,
      'g' + i,
      u * W + r.range(-30, 30),
      806 + 22 * Math.abs(u - 0.5),
      r.range(150, 190),
      pal.ramp(goods[(i + 3) % goods.length]!),
      weave,
    )
  }
  const inks = r
    .shuffle(['rosa', 'maize', 'jade', 'terracotta', 'cream', 'cenote'] as Pigment[])
    .map((p) => pal.ramp(p)[0])
  out +=
    papelPicado(a, 'a', [-20, 150], [1220, r.range(100, 170)], {
      n: 12,
      size: 60,
      sag: 30,
      inks: inks.map((i) => mix(i, pal.haze, 0.25)),
    }) + papelPicado(a, 'b', [-20, r.range(20, 60)], [1220, r.range(10, 50)], { n: 11, size: 92, sag: 36, inks })
  if (a.night || a.time === 'dusk') {
    for (let i = 0; i < 13; i++) {
      const t = (i + 0.5) / 13,
        x = t * W,
        y = 270 + 90 * Math.sin(Math.PI * t * 2) ** 2 * 0.4
      out += `<circle cx="${f1(x)}" cy="${f1(y)}" r="22" fill="#F7C15A" opacity=".2"/><circle cx="${f1(x)}" cy="${f1(y)}" r="7" fill="#FFE9B0"/>`
    }
  }
  return out
}
