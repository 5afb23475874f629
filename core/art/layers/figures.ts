import { type Art, box, circle, ellipse, f1, fill, group, shape, stroke } from '../press.ts'
import { mix, type Pigment } from '../palettes.ts'

/** Standing or walking person seen from a little behind, feet at the origin, 100 units tall. */
export function person(
  a: Art,
  name: string,
  x: number,
  y: number,
  s: number,
  o: {
    top: Pigment
    bottom?: Pigment
    hat?: boolean
    pack?: Pigment
    skirt?: boolean
    umbrella?: Pigment
    flip?: boolean
  },
): string {
  const r = a.r.fork('person' + name),
    top = a.pal.ramp(o.top),
    legs = a.pal.ramp(o.bottom ?? 'cenote'),
    skin = a.pal.ramp('skin'),
    dark = a.pal.dark,
    stride = r.range(5, 10)
  const lower = o.skirt
    ? fill(`M-11-50h22l9 38q-20 7-40 0z`, legs[1]) + fill('M-7-12l-1 12h5l2-12zM4-12l1 12h5l-1-12z', skin[2])
    : fill(
        `M-9-50h18l${f1(stride * 0.4)} 26l${f1(stride * 0.3)} 24h-8l-5-30l${f1(-stride)} 30h-8l${f1(stride * 0.4)}-28z`,
        legs[2],
      )
  const body =
    shape(a, 'M-12-48q-3-22 1-29q4-5 11-5q7 0 11 5q4 7 1 29z', top[1], [
      { ink: top[3], from: [a.light * 2, 0], to: [-a.light * 15, 0], opacity: 0.85 },
    ]) +
    stroke(`M-11-74q-6 12-4 24M11-74q6 10 5 22`, top[2], 5.5) +
    (o.pack
      ? fill('M-11-78q11-5 22 0q4 16 1 27q-12 5-24 0q-3-11 1-27z', a.pal.ramp(o.pack)[1]) +
        fill(box(-10, -82, 20, 6), a.pal.ramp('cream')[1]) +
        stroke('M-8-64h16M-6-56h12', a.pal.ramp(o.pack)[3], 1.6)
      : '')
  const head =
    fill(box(-3.5, -87, 7, 8), skin[2]) +
    fill(ellipse(0, -92, 7.2, 8.6), skin[1]) +
    (o.hat
      ? fill('M-17-95q17-6 34 0q-4 4-9 3q-16 3-25-3zM-8-96q1-11 8-11t8 11z', a.pal.ramp('cream')[1])
      : fill('M-8-91q-1-12 8-12t8 12q0 7-3 9q-5-1-10 0q-3-2-3-9z', dark))
  const brolly = o.umbrella
    ? stroke('M10-62V-122', dark, 2) +
      shape(
        a,
        'M-34-112q6-32 44-34q38 2 44 34q-8-7-14.600 0q-8-7-14.600 0q-8-7-14.600 0q-8-7-14.600 0q-8-7-14.600 0q-8-7-15 0z',
        a.pal.ramp(o.umbrella)[1],
        [{ ink: a.pal.ramp(o.umbrella)[3], from: [10 + a.light * 10, 0], to: [10 - a.light * 50, 0], opacity: 0.85 }],
      )
    : ''
  return group(lower + body + head + brolly, `translate(${f1(x)} ${f1(y)}) scale(${o.flip ? -s : s} ${s})`)
}

/** Dromedary and rider in silhouette, feet at the origin, about 150 units long. */
export function camel(
  a: Art,
  x: number,
  y: number,
  s: number,
  ink: string,
  o: { flip?: boolean; rider?: Pigment; cloth?: Pigment },
): string {
  const c = o.cloth ? a.pal.ramp(o.cloth) : null,
    d = o.rider ? a.pal.ramp(o.rider) : null
  return group(
    (d
      ? fill('M-16-122q-4-34 12-38q16 4 14 38l4 22h-30z', d[1]) +
        fill(circle(-3, -166, 9), ink) +
        fill('M-13-166q0-13 10-13t11 12q2 8-2 16l-4-8q-8 3-15-7z', d[0])
      : '') +
      fill(
        'M-62-84Q-70-64-64-52L-60-30L-64 0H-56L-50-30L-46-52L-38-54L-42-28L-40 0H-32L-30-30L-24-56Q0-50 26-58L30-30L26 0H34L40-30L42-54L48-52L52-28L54 0H62L60-32L60-58Q74-70 82-92Q88-112 100-116Q112-110 124-112Q128-118 122-122Q112-130 100-130L96-136L93-129Q82-126 76-110Q68-86 52-88Q36-92 22-98Q10-128-4-126Q-20-122-28-100Q-50-98-62-84z',
        ink,
      ) +
      stroke('M-63-80q-8 10-8 30', ink, 3.4) +
      (c
        ? fill('M-30-104q24-18 54-2l6 26q-32 8-64 0z', c[1]) + stroke('M-32-92q30 8 60 0M-34-84q32 8 64 0', c[0], 3)
        : ''),
    `translate(${f1(x)} ${f1(y)}) scale(${o.flip ? -s : s} ${s})`,
  )
}

/** Horse at a walk with a rider, feet at the origin, about 150 units long. */
export function horse(
  a: Art,
  x: number,
  y: number,
  s: number,
  ink: string,
  o: { flip?: boolean; rider?: Pigment; glint?: string },
): string {
  const d = o.rider ? a.pal.ramp(o.rider) : null
  return group(
    shape(
      a,
      'M-66-84Q-74-70-66-54L-70-30L-78-2H-68L-58-30L-50-48L-44-28L-50 0H-40L-34-30L-32-50Q0-42 28-52L34-28L28-2H38L44-28L46-50L54-30L66-14L60-4L68 0L76-16L62-34L60-58Q72-70 80-92L92-98L108-88Q116-88 114-98L100-122L98-132L92-126Q76-124 62-100Q52-88 34-88Q0-80-30-90Q-54-96-66-84z',
      ink,
      o.glint ? [{ ink: o.glint, from: [0, -50], to: [0, -130], opacity: 0.75 }] : [],
    ) +
      fill(
        'M94-128Q74-128 60-104Q52-92 44-90Q52-78 62-84Q72-106 92-120zM-62-88Q-84-92-92-60Q-92-40-86-28Q-82-50-72-62z',
        mix(ink, '#000000', 0.35),
      ) +
      (d
        ? fill('M-14-88Q-18-124-2-134Q14-136 18-118L18-88L34-66L30-44L22-46L20-62L-4-82z', d[1]) +
          stroke('M10-122Q24-108 44-104', d[0], 7) +
          fill(circle(7, -146, 9.5), a.pal.ramp('skin')[1]) +
          fill('M-14-149q22-9 42 0q-6 4-12 2q-18 4-30-2zM-4-150q2-14 11-14t11 14z', a.pal.ramp('cream')[1]) +
          stroke('M44-104L92-104', a.pal.dark, 1.6) +
          fill('M-22-90q20-8 44 0l4 14q-24 6-52 0z', a.pal.ramp('terracotta')[2])
        : ''),
    `translate(${f1(x)} ${f1(y)}) scale(${o.flip ? -s : s} ${s})`,
  )
}

/** A wading heron, 100 units tall. */
export function heron(x: number, y: number, s: number, ink: string, flip = false): string {
  return group(
    fill(
      'M-26-52Q-10-66 10-58Q20-66 18-78Q12-88 18-96Q24-102 32-98L54-92L32-91Q24-88 28-78Q32-62 20-50Q6-38-34-36Q-34-44-26-52z',
      ink,
    ) + stroke('M-2-42V0l6 1M8-44l2 22-4 22', ink, 2.6),
    `translate(${f1(x)} ${f1(y)}) scale(${flip ? -s : s} ${s})`,
  )
}

/** A soaring condor or frigatebird, 200 units wide. */
export function soarer(x: number, y: number, s: number, ink: string, turn = 0): string {
  return group(
    fill(
      'M-100-14Q-60-30-14-6Q0-14 14-6Q60-30 100-14Q96-8 104-6Q94-4 98 2Q88 0 88 6Q50-6 14 10L8 26L0 22L-8 26L-14 10Q-50-6-88 6Q-88 0-98 2Q-94-4-104-6Q-96-8-100-14z',
      ink,
    ),
    `translate(${f1(x)} ${f1(y)}) rotate(${turn}) scale(${s})`,
  )
}
