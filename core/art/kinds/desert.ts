import { type Art, f1, fill, group, shape, stroke } from '../press.ts'
import { mix } from '../palettes.ts'
import { camel, person } from '../layers/figures.ts'
import { palm } from '../layers/flora.ts'
import { dunes, ridge } from '../layers/relief.ts'
import { clouds, milkyWay, sky, stars, sun } from '../layers/sky.ts'

export function desert(a: Art): string {
  const { pal } = a,
    r = a.r.fork('de'),
    plan = r.pick(['caravan', 'caravan', 'camp'] as const)
  let out = sky(a, 520) + (a.night ? stars(a, 190, 520) + (r.chance(0.7) ? milkyWay(a, 900, 350, 520) : '') : '')
  const sx = 600 + a.light * r.range(40, 280)
  out +=
    sun(a, sx, r.range(220, 350), r.range(80, 150)) + (r.chance(0.5) && !a.night ? clouds(a, 60, 220, 2, 'stream') : '')
  out += ridge(a, 'f', { y: 470, amp: 40, depth: 0.2, octaves: 5, freq: 1 / 190 })
  const p0 = 600 - a.light * r.range(200, 380),
    p1 = 600 + a.light * r.range(180, 330)
  out +=
    dunes(a, 'a', { y: 520, amp: 90, depth: 0.25, peak: p0 }) +
    dunes(a, 'b', { y: 585, amp: r.range(90, 140), depth: 0.5, peak: p1 })
  const py = 650,
    amp = r.range(110, 150),
    peak = 600 + r.range(-120, 120),
    flip = r.chance(0.5)
  out += dunes(a, 'c', { y: py, amp, depth: 0.75, peak })
  const crest = (x: number) => {
    const u = (x - peak) / (x < peak ? 620 : 480)
    return py - amp * Math.exp(-u * u * 1.6)
  }
  const ink = mix(pal.dark, pal.ramp('terracotta')[3], 0.15)
  if (plan === 'caravan') {
    const n = r.int(4, 5),
      gap = 138,
      x0 = peak - ((n - 1) * gap) / 2 + r.range(-60, 60)
    for (let i = 0; i < n; i++) {
      const x = x0 + i * gap,
        y = crest(x) + 8
      out += camel(a, x, y, 0.74, ink, {
        flip,
        cloth: pal.accents[i % 3]!,
        ...(i % 2 ? {} : { rider: 'cream' as const }),
      })
    }
    const lead = flip ? x0 - 120 : x0 + n * gap - 16
    out += person(a, 'lead', lead, crest(lead) + 8, 0.86, {
      top: 'cenote',
      bottom: 'cenote',
      skirt: true,
      hat: false,
      flip,
    })
  } else {
    for (const [k, c] of [
      [-210, 'terracotta'],
      [0, 'cream'],
      [200, 'maize'],
    ] as const) {
      const t = pal.ramp(c),
        x = peak + k,
        y = crest(x) + 22,
        s = k === 0 ? 1.25 : 0.9
      out += group(
        shape(
          a,
          'M-80 0Q-50-36-34-60Q-14-66 0-92Q14-66 34-60Q50-36 80 0z',
          t[1],
          [{ ink: t[3], from: [a.light * 20, 0], to: [-a.light * 90, 0], opacity: 0.9 }],
          t[0],
          3,
        ) +
          fill('M-16 0Q-10-40 0-60Q10-40 16 0z', a.night || a.time === 'dusk' ? '#F7C15A' : pal.dark) +
          stroke('M0-92V-112M-34-60L-110 4M34-60L110 4', ink, 2) +
          fill('M0-112l22 6-22 8z', pal.ramp(pal.accents[0]!)[1]),
        `translate(${f1(x)} ${f1(y)}) scale(${s})`,
      )
    }
    out +=
      person(a, 'p', peak + 110, crest(peak + 110) + 26, 0.6, { top: 'cenote', skirt: true }) +
      camel(a, peak - 350, crest(peak - 350) + 16, 0.6, ink, { cloth: pal.accents[1]!, flip })
  }
  out += dunes(a, 'd', { y: 770, amp: 70, depth: 1, peak: 600 - a.light * r.range(330, 460) })
  if (r.chance(0.45))
    out +=
      palm(a, 'a', {
        x: 600 + a.light * 500,
        y: 800,
        h: 350,
        lean: -a.light * 50,
        ink: pal.dark,
        rim: pal.ramp('sand')[2],
      }) +
      palm(a, 'b', {
        x: 600 + a.light * 560,
        y: 810,
        h: 260,
        lean: a.light * 24,
        ink: pal.dark,
        rim: pal.ramp('sand')[2],
      })
  return out
}
