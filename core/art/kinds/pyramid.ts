import { type Art, box, curve, fill, H, type Pt, shape } from '../press.ts'
import { mix } from '../palettes.ts'
import { person } from '../layers/figures.ts'
import { canopy, ceiba, leafFrame, leafInks } from '../layers/flora.ts'
import { pyramid } from '../layers/pyramid.ts'
import { ridge } from '../layers/relief.ts'
import { birds, clouds, milkyWay, mist, sky, stars, sun } from '../layers/sky.ts'

type Style = 'chichen' | 'tikal' | 'round'

/** One of its temples: the one asked for, or the seed's choice. */
export function pyramidScene(a: Art, asked?: Style): string {
  const { pal } = a,
    r = a.r.fork('py'),
    picked = r.pick(['chichen', 'chichen', 'tikal'] as const),
    style: Style = asked ?? picked
  const near = leafInks(a, 0.95),
    mid = leafInks(a, 0.7),
    far = leafInks(a, 0.42),
    x = 600 + r.range(-40, 40),
    tall = style === 'tikal'
  const plan = tall ? 'canopy' : r.pick(['plaza', 'canopy'] as const)
  let out = sky(a, 540) + (a.night ? stars(a, 150) + (r.chance(0.5) ? milkyWay(a, 240, 980) : '') : '')
  out += sun(a, x + a.light * r.range(70, 300), r.range(190, 300), r.range(76, 126)) + clouds(a, 50, 300, r.int(2, 4))
  out +=
    ridge(a, 'f', { y: 500, amp: 34, depth: 0.22 }) +
    canopy(a, 'a', { y: 540, amp: 26, size: 34, ...far, marks: 40 }) +
    mist(a, 590, 90, 0.5)
  if (tall && r.chance(0.7)) {
    const bx = x - a.light * r.range(290, 350)
    out +=
      pyramid(a, 'b', { x: bx, base: 600, w: 230, h: 270, tiers: 7, turn: 0.62, style: 'tikal' }) +
      fill(box(bx - 200, 330, 400, 300), a.grain({ ink: pal.haze, from: [0, 300], to: [0, 640], opacity: 0.7 }), 0.5)
  }
  out += canopy(a, 'b', { y: 588, amp: 20, size: 42, ...mid, marks: 40, bow: 30 })
  out += pyramid(a, 'a', {
    x,
    base: plan === 'plaza' ? 640 : 680,
    w: tall ? 430 : style === 'round' ? 560 : 690,
    h: tall ? 530 : style === 'round' ? 450 : 410,
    tiers: 9,
    turn: r.range(0.6, 0.72),
    style,
    overgrown: r.chance(0.35),
  })
  if (plan === 'plaza') {
    const grass = mix(mid.ink, pal.ramp('maize')[1], 0.22)
    const pts: Pt[] = [
      [-20, 640],
      [300, 632],
      [600, 640],
      [900, 630],
      [1220, 640],
    ]
    out += shape(a, `${curve(pts, false)}V${H}H-20z`, grass, [
      { ink: near.deep, from: [0, 640], to: [0, 830], opacity: 0.8 },
    ])
    out += fill(
      `M${x - a.light * 70} 640Q${x - 20} 700 ${x - 190} 810H${x + 150}Q${x + 60} 700 ${x - a.light * 70 + 46} 640z`,
      mix(pal.ramp('stone')[0], grass, 0.25),
    )
    for (let i = 0; i < r.int(3, 5); i++)
      out += person(a, 'v' + i, x + (i - 2) * 46 + r.range(-20, 20), 676 + r.range(-10, 50), 0.42 + i * 0.05, {
        top: r.pick(['cream', 'terracotta', 'jade', 'maize', 'rosa'] as const),
        hat: r.chance(0.6),
        skirt: r.chance(0.4),
      })
  } else {
    out += canopy(a, 'c', { y: 668, amp: 26, size: 50, ...mid, marks: 50, bow: 40 }) + mist(a, 720, 80, 0.35)
    if (r.chance(0.7))
      out += ceiba(a, 'c', {
        x: 600 - a.light * 450,
        y: 790,
        h: 500,
        ink: mix(pal.dark, near.deep, 0.4),
        leaf: mix(near.ink, pal.dark, 0.25),
        glint: near.glint,
        trunkLit: pal.ramp('stone')[2],
      })
  }
  out += canopy(a, 'n', {
    y: plan === 'plaza' ? 790 : 742,
    amp: 24,
    size: 56,
    ink: mix(near.ink, pal.dark, 0.45),
    glint: near.ink,
    deep: pal.dark,
    bow: 60,
    marks: 46,
  })
  const d = mix(pal.dark, near.deep, 0.25)
  out +=
    leafFrame(a, 'l', { x: -40, y: 830, reach: 380, from: -1.55, to: -0.15, ink: d, vein: near.ink }) +
    leafFrame(a, 'r', { x: 1240, y: 830, reach: 360, from: -3.0, to: -1.6, ink: d, vein: near.ink })
  return out + birds(a, x - a.light * 190, 190, r.int(3, 7), 1.1)
}
