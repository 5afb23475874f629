import { box, f1, lerp, type Art, at, circle, ellipse, fill, group, lens, shape, stroke } from '../press.ts'
import { mix, type Pigment } from '../palettes.ts'

/** Long wooden boat with an awning and people; about 200 units wide, keel at the origin. */
export function lancha(a: Art, x: number, y: number, s: number, hull: Pigment, flip = false, people = 3): string {
  const c = a.pal.ramp(hull),
    dark = a.pal.dark,
    cream = a.pal.ramp('cream')
  let crew = ''
  for (let i = 0; i < people; i++) {
    const px = -46 + i * 34
    crew += circle(px, -41, 6.4) + `M${px - 9} -16q-1-19 9-19q10 0 9 19z`
  }
  const body =
    fill(crew, dark) +
    (people > 2
      ? fill('M-70-62q58-12 122 0l3 8q-62-10-128 0z', cream[1]) + stroke('M-62-56v40M46-56v40M-8-60v44', dark, 2.4)
      : '') +
    shape(a, 'M-108-26q6 20 26 28h150q28-10 44-40q-30 14-74 16h-92q-34 0-54-4z', c[1], [
      { ink: c[3], from: [0, -30], to: [0, 4], opacity: 0.9 },
    ]) +
    fill('M-108-26q20 5 54 4h92q44-2 74-16l-5 10q-34 14-72 14h-92q-30 0-48-5z', c[0]) +
    stroke('M-92-9q40 6 168 2', a.pal.light, 2, 'opacity=".6"')
  return fill(lens(x, y + 4 * s, 250 * s, 9 * s), a.pal.water[3], 0.6) + group(body, at(x, y, s, flip))
}

/** Kayak seen from behind with a paddler; 100 units wide paddle. */
export function kayakBack(a: Art, x: number, y: number, s: number, hull: Pigment, vest: Pigment, tilt = -14): string {
  const c = a.pal.ramp(hull),
    v = a.pal.ramp(vest),
    dark = a.pal.dark,
    hair = mix(dark, '#000000', 0.2),
    skin = a.pal.ramp('skin')
  return (
    fill(ellipse(x, y + 8 * s, 66 * s, 9 * s), a.pal.water[3], 0.55) +
    group(
      shape(a, 'M-50-4q8-14 50-16q42 2 50 16q-10 18-50 19q-40-1-50-19z', c[1], [
        { ink: c[3], from: [0, -6], to: [0, 18], opacity: 0.9 },
      ]) +
        fill('M-50-4q8-14 50-16q42 2 50 16q-20-8-50-8t-50 8z', c[0]) +
        shape(a, 'M-21-8q-5-32 1-46q4-8 20-8q16 0 20 8q6 14 1 46z', v[1], [
          { ink: v[3], from: [a.light * 8, 0], to: [-a.light * 24, 0], opacity: 0.9 },
        ]) +
        stroke('M-17-50q-16 12-19 28l6 4M17-50q18 4 22 20l-6 6', skin[1], 7.5) +
        fill('M-10-60q0 6 10 7q10-1 10-7v-6h-20z', skin[2]) +
        fill(circle(0, -76, 12), hair) +
        fill('M-21-80q4-15 21-15q17 0 21 15q-21 6-42 0z', a.pal.ramp('cream')[1]) +
        group(
          stroke('M-98 0H98', mix(c[0], dark, 0.5), 3.4) +
            fill('M-98-7q-26-4-32 6q8 12 32 8zM98-7q26-4 32 6q-8 12-32 8z', a.pal.ramp('maize')[1]),
          `translate(0 -24) rotate(${tilt})`,
        ),
      at(x, y, s),
    )
  )
}

/** Kayak from the side, 220 units long. */
export function kayakSide(a: Art, x: number, y: number, s: number, hull: Pigment, flip = false, seats = 2): string {
  const c = a.pal.ramp(hull),
    dark = a.pal.dark
  let crew = '',
    paddle = '',
    blades = ''
  for (let i = 0; i < seats; i++) {
    const px = seats === 1 ? 0 : -34 + i * 66
    crew += circle(px + 4, -44, 8) + `M${px - 10}-8q-3-27 11-28q14 2 10 28z`
    paddle += `M${px - 26} ${2}L${px + 40}-48`
    blades += `M${px - 22}-1l-16 8q-2 8 6 6l14-10zM${px + 36}-45l14-11q8-1 6 7l-16 9z`
  }
  return (
    fill(lens(x, y + 5 * s, 260 * s, 10 * s), a.pal.water[3], 0.6) +
    group(
      fill(crew, dark) +
        shape(a, 'M-122-13q24 16 60 18h124q36-2 60-18q-42 2-62-2q-56-6-122 0q-20 4-60 2z', c[1], [
          { ink: c[3], from: [0, -12], to: [0, 8], opacity: 0.9 },
        ]) +
        fill('M-122-13q40 2 60-2q66-6 122 0q20 4 62 2l-8 5q-40 0-60-2q-52-4-108 0q-24 2-60 2z', c[0]) +
        stroke(paddle, dark, 3) +
        fill(blades, a.pal.ramp('maize')[1]),
      at(x, y, s, flip),
    )
  )
}

export function sailboat(a: Art, x: number, y: number, s: number, sail: Pigment, flip = false): string {
  const c = a.pal.ramp(sail)
  return (
    fill(lens(x, y + 2 * s, 90 * s, 5 * s), a.pal.water[3], 0.5) +
    group(
      shape(a, 'M2-92Q40-40 44-14H2z', c[0], [{ ink: c[2], from: [0, -60], to: [0, 0], opacity: 0.8 }]) +
        fill('M-3-84Q-26-40-30-14H-3z', mix(c[0], c[2], 0.5)) +
        stroke('M0-94V-8', a.pal.dark, 2) +
        fill('M-40-10H46q-6 14-20 15h-44q-16-4-22-15z', a.pal.dark),
      at(x, y, s, flip),
    )
  )
}

/** A wooden dhow under its lateen sail, bow to the right; 340 long, 400 tall, waterline at the origin. */
export function dhowShip(
  a: Art,
  x: number,
  y: number,
  s: number,
  sail: Pigment,
  o: { flip?: boolean; furled?: boolean; crew?: number } = {},
): string {
  const c = a.pal.ramp('wood'),
    w = a.pal.ramp(sail),
    dark = a.pal.dark,
    edge = o.flip ? -a.light : a.light
  const hull =
    'M-176-74L-168-20Q-150 14-96 16H92Q140 10 178-40Q196-66 216-112Q170-74 120-62Q30-46-60-52L-120-58L-124-78z'
  const canvas = 'M166-84Q60-220-96-402Q-110-250-132-92Q-20-132 166-84z'
  let seams = ''
  for (const t of [0.3, 0.52, 0.74])
    seams += `M${f1(lerp(166, -96, t))} ${f1(lerp(-84, -402, t) + 26 * t)}Q${f1(lerp(100, -112, t))} ${f1(lerp(-110, -240, t))} ${f1(lerp(120, -128, t))} ${f1(lerp(-102, -110, t))}`
  let people = ''
  for (let i = 0; i < (o.crew ?? 3); i++)
    people += circle(-60 + i * 62, -82, 9) + `M${-72 + i * 62}-50q-2-26 12-26q14 0 12 26z`
  return (
    fill(lens(x, y + 10 * s, 400 * s, 14 * s), a.pal.water[3], 0.6) +
    group(
      stroke('M14-50L30-286', mix(dark, c[3], 0.4), 9) +
        (o.furled
          ? stroke('M190-98L-110-400', dark, 6) +
            stroke('M160-92Q20-220-86-370', w[1], 20) +
            stroke('M150-100l-16 8M104-142l-16 12M50-196l-16 12M0-250l-16 12M-44-306l-16 12', w[3], 4)
          : shape(
              a,
              canvas,
              w[0],
              [
                { ink: w[2], from: [edge * 20, -200], to: [-edge * 160, -200], opacity: 0.85 },
                { ink: mix(w[0], a.pal.sun, 0.5), from: [0, -150], to: [0, -420], opacity: 0.6 },
              ],
              mix(a.pal.sky[2], a.pal.sun, 0.5),
              3,
            ) +
            stroke(seams, w[2], 2.4, 'opacity=".8"') +
            stroke('M186-66Q60-212-112-424', dark, 7)) +
        stroke('M30-286L206-108M30-286L-150-74', dark, 1.8) +
        fill(people, mix(dark, '#000000', 0.1)) +
        shape(a, hull, c[1], [{ ink: c[3], from: [0, -60], to: [0, 22], opacity: 0.95 }]) +
        fill('M-176-74l2 14Q-60-38 120-46Q170-56 206-92L216-112Q170-74 120-62Q30-46-60-52L-120-58L-124-78z', c[0]) +
        stroke('M-160-26Q0 2 166-34', a.pal.ramp('cream')[1], 4, 'opacity=".85"') +
        fill('M-176-74l52-4v-16l-56 4z', c[2]),
      at(x, y, s, o.flip),
    )
  )
}

/** A modern sloop from abeam, heeled by `heel` degrees; hull 300 long, mast 420 tall. */
export function sloop(
  a: Art,
  x: number,
  y: number,
  s: number,
  o: { sail: Pigment; hull: Pigment; heel: number; flip?: boolean; kite?: Pigment; crew?: number },
): string {
  const w = a.pal.ramp(o.sail),
    h = a.pal.ramp(o.hull),
    dark = a.pal.dark,
    k = o.kite ? a.pal.ramp(o.kite) : null
  let people = ''
  for (let i = 0; i < (o.crew ?? 3); i++)
    people += circle(-96 + i * 34, -58, 9) + `M${-108 + i * 34}-30q-2-20 12-20q14 0 12 20z`
  let seams = ''
  for (const t of [0.22, 0.42, 0.62, 0.8])
    seams += `M2 ${f1(lerp(-52, -420, t))}Q${f1(lerp(-70, -10, t))} ${f1(lerp(-40, -410, t))} ${f1(lerp(-132, -20, t) - 16 * Math.sin(Math.PI * t))} ${f1(lerp(-62, -420, t))}`
  return (
    fill(lens(x, y + 8 * s, 360 * s, 12 * s), a.pal.water[3], 0.55) +
    group(
      (k
        ? shape(a, 'M4-400C120-390 220-250 196-120Q150-150 60-110Q110-260 4-400z', k[1], [
            { ink: k[3], from: [150, -260], to: [20, -200], opacity: 0.8 },
          ]) + stroke('M4-400Q170-280 196-120M4-400Q130-250 130-124', a.pal.ramp('cream')[0], 3)
        : shape(a, 'M8-390Q90-190 150-38Q70-60 20-54Q40-200 8-390z', w[0], [
            { ink: w[2], from: [90, -100], to: [0, -200], opacity: 0.7 },
          ])) +
        shape(
          a,
          'M0-424Q-90-230-136-62Q-70-40 2-50z',
          w[0],
          [{ ink: w[2], from: [-10, -200], to: [-150, -120], opacity: 0.9 }],
          mix(a.pal.sky[2], a.pal.sun, 0.5),
          3,
        ) +
        stroke(seams, w[2], 2.2, 'opacity=".7"') +
        stroke('M2-430V-26M-142-56L2-48', dark, 5) +
        stroke('M2-424L162-30M2-424L-150-34', dark, 1.5) +
        fill(people, mix(dark, a.pal.ramp('terracotta')[2], 0.25)) +
        shape(a, 'M-152-34H130Q156-34 172-36Q150 12 96 18H-96Q-136 10-152-34z', h[0], [
          { ink: h[2], from: [0, -20], to: [0, 24], opacity: 0.9 },
        ]) +
        fill('M-148-20Q0-12 164-22l-6 10Q0 0-143-8z', a.pal.ramp('terracotta')[1]) +
        fill('M-40-34q20-18 60-18q34 0 60 18z', h[1]) +
        fill('M-26-38h22v-7h-22zM6-38h26v-7h-26zM42-38h18v-6h-18z', dark, 0.7),
      at(x, y, s, o.flip, o.heel),
    )
  )
}

/** A small wooden fishing boat with a wheelhouse; 220 long. */
export function fishingBoat(
  a: Art,
  x: number,
  y: number,
  s: number,
  hull: Pigment,
  trim: Pigment,
  flip = false,
): string {
  const c = a.pal.ramp(hull),
    t = a.pal.ramp(trim),
    cream = a.pal.ramp('cream'),
    dark = a.pal.dark
  return (
    fill(lens(x, y + 6 * s, 260 * s, 10 * s), a.pal.water[3], 0.55) +
    group(
      stroke('M34-60V-190M34-176L116-52M34-176L-96-44M34-150L-40-150', dark, 3) +
        fill('M34-190l28 8-28 9z', t[1]) +
        shape(a, box(-44, -104, 66, 66), cream[0], [{ ink: cream[2], from: [0, -100], to: [-50, -40], opacity: 0.8 }]) +
        fill('M-52-112h84l-6 12h-74z', t[1]) +
        fill(
          box(-36, -92, 20, 22) + box(-8, -92, 20, 22),
          a.night || a.time === 'dusk' ? '#F7C15A' : mix(dark, a.pal.water[2], 0.4),
        ) +
        shape(a, 'M-112-40Q-100 8-70 14H76Q108 6 134-62Q80-40 20-38z', c[1], [
          { ink: c[3], from: [0, -30], to: [0, 18], opacity: 0.95 },
        ]) +
        fill('M-112-40l4 12Q20-22 84-40Q112-48 128-50L134-62Q80-40 20-38z', c[0]) +
        stroke('M-104-14Q0-4 112-24', t[0], 4),
      at(x, y, s, flip),
    )
  )
}
