import { type Art, box, fill, H, shape, W } from '../press.ts'
import { mix } from '../palettes.ts'
import { BOWL, JUG, OLLA, VASE, vessel, wheel } from '../layers/still.ts'
import { windowView } from '../layers/windowView.ts'

export function ceramics(a: Art): string {
  const { pal } = a,
    r = a.r.fork('ce'),
    wall = pal.ramp(r.pick(['cream', 'sand', 'aqua', 'terracotta'] as const)),
    wood = pal.ramp('wood'),
    clay = pal.ramp('terracotta'),
    wallInk = mix(wall[a.night ? 1 : 0], pal.light, 0.15)
  let out =
    fill(box(0, 0, W, H), wallInk) +
    fill(
      box(0, 0, W, H),
      a.grain({ ink: wall[2], from: [600 + a.light * 300, 0], to: [600 - a.light * 700, 0], opacity: 0.8 }),
    )
  out += windowView(a, 600 + a.light * 330 - 130, 120, 260, 300, true)
  const shapes = [OLLA, JUG, VASE, BOWL, OLLA, VASE] as const,
    inks = ['terracotta', 'jade', 'cenote', 'cream', 'maize', 'plum', 'sand'] as const
  for (const [k, y] of [210, 380].entries()) {
    out +=
      fill(box(a.light > 0 ? -10 : 560, y, 650, 14), wood[1]) +
      fill(box(a.light > 0 ? -10 : 560, y + 14, 650, 9), wood[3])
    for (let i = 0; i < 5; i++) {
      const p = r.pick(shapes),
        h = p === BOWL ? 66 : r.range(90, 140)
      out += vessel(
        a,
        (a.light > 0 ? 70 : 650) + i * 118,
        y,
        h,
        p,
        pal.ramp(r.pick(inks)),
        r.pick(['none', 'zigzag', 'dots', 'lines'] as const),
        pal.ramp(k ? 'cream' : 'maize')[0],
      )
    }
  }
  out +=
    shape(a, box(0, 640, W, 170), wood[2], [{ ink: wood[3], from: [0, 640], to: [0, 820], opacity: 0.8 }]) +
    fill(box(0, 634, W, 12), wood[0])
  return (
    out +
    wheel(a, 600, 700, 1.12, clay) +
    vessel(a, 600 - a.light * 470, 764, 150, r.pick([OLLA, JUG]), pal.ramp('cenote'), 'zigzag', pal.ramp('cream')[0]) +
    vessel(a, 600 + a.light * 480, 776, 110, BOWL, pal.ramp('maize'), 'none')
  )
}
