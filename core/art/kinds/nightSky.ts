import {
  type Art,
  type Pt,
  H,
  W,
  at,
  box,
  circle,
  curve,
  f1,
  fill,
  group,
  makeNoise,
  poly,
  shape,
  stroke,
} from '../press.ts'
import { mix } from '../palettes.ts'
import { milkyWay, sky, stars } from '../layers/sky.ts'
import { dunes, peaks, ridge } from '../layers/relief.ts'
import { agave, conifers, leafInks, palm, saguaro } from '../layers/flora.ts'
import { pyramid } from '../layers/pyramid.ts'
import { person } from '../layers/figures.ts'
import { reflect, sea } from '../layers/water.ts'

/** The river of stars: two feathered bands of light, a dark rift, then grains of star. */
function galaxy(a: Art, x0: number, x1: number, bottom: number): string {
  const { pal } = a,
    r = a.r.fork('galaxy'),
    glow = mix(pal.sky[2], '#FFFFFF', 0.4),
    len = Math.hypot(x1 - x0, bottom + 60),
    turn = (Math.atan2(bottom + 60, x1 - x0) * 180) / Math.PI
  const band = (half: number, ink: string, opacity: number) => {
    const id = a.id(),
      top: Pt[] = [],
      low: Pt[] = [],
      noise = makeNoise(r, 3)
    for (let i = 0; i <= 12; i++) {
      const u = (len * 1.2 * i) / 12 - len * 0.1
      top.push([u, -half * (1 + 0.4 * noise(i * 0.6))])
      low.unshift([u, half * (1 + 0.4 * noise(i * 0.6 + 40))])
    }
    a.define(
      `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" y1="${f1(-half * 1.2)}" x2="0" y2="${f1(half * 1.2)}"><stop stop-color="${ink}" stop-opacity="0"/><stop offset=".5" stop-color="${ink}" stop-opacity="${opacity}"/><stop offset="1" stop-color="${ink}" stop-opacity="0"/></linearGradient>`,
    )
    return fill(curve([...top, ...low]), `url(#${id})`)
  }
  let grains = '',
    rift = ''
  for (let i = 0; i < 420; i++) {
    const off = (r.next() + r.next() + r.next() - 1.5) * 130
    grains += `M${r.int(-40, Math.round(len))} ${Math.round(off)}h0`
  }
  for (let i = 0; i < 7; i++) {
    const u = (len * (i + r.next())) / 7
    rift += `M${f1(u - 90)} ${f1(r.range(-6, 20))}q90 ${f1(r.range(-34, -10))} 180 ${f1(r.range(-10, 14))}q-90 ${f1(r.range(18, 36))} -180 0z`
  }
  return group(
    band(150, glow, 0.28) +
      band(56, mix(pal.ramp('rosa')[0], glow, 0.65), 0.4) +
      fill(rift, pal.sky[0], 0.4) +
      stroke(grains, '#F7EBCB', 2, 'opacity=".55"'),
    `translate(${f1(x0)} -60) rotate(${f1(turn)})`,
  )
}

/** Long exposure: every star an arc about the pole. */
function trails(a: Art, cx: number, cy: number): string {
  const r = a.r.fork('trails'),
    inks = ['#F3E9CF', '#F7D79A', '#BFD9DC', '#FFFFFF'],
    by = ['', '', '', '']
  for (let i = 0; i < 150; i++) {
    const rad = 16 + 780 * r.next() ** 0.8,
      t0 = r.range(0, Math.PI * 2),
      t1 = t0 + r.range(0.35, 0.75),
      k = r.int(0, 3)
    by[k]! +=
      `M${f1(cx + rad * Math.cos(t0))} ${f1(cy + rad * Math.sin(t0))}A${f1(rad)} ${f1(rad)} 0 0 1 ${f1(cx + rad * Math.cos(t1))} ${f1(cy + rad * Math.sin(t1))}`
  }
  return (
    by.map((d, k) => stroke(d, inks[k]!, [2, 2.6, 2.2, 3.2][k]!, `opacity="${[0.5, 0.7, 0.6, 0.85][k]}"`)).join('') +
    fill(circle(cx, cy, 4), '#FBF3DC')
  )
}

function telescope(a: Art, x: number, y: number, s: number, flip: boolean): string {
  const ink = mix(a.pal.dark, '#000000', 0.25),
    brass = a.pal.ramp('maize')
  return group(
    stroke('M0-96L-42 0M0-96L40 0M0-96L4 0', ink, 8) +
      group(
        fill(box(-96, -18, 150, 36), ink) +
          fill(box(-128, -24, 44, 48), ink) +
          fill(box(50, -12, 40, 24), brass[1]) +
          stroke('M-84-18v36M-20-18v36', brass[1], 5),
        'translate(0 -104) rotate(32)',
      ),
    at(x, y, s, flip),
  )
}

function tent(a: Art, x: number, y: number, s: number, glow: string): string {
  const c = a.pal.ramp('terracotta')
  return (
    `<circle cx="${f1(x)}" cy="${f1(y - 40 * s)}" r="${f1(190 * s)}" fill="${glow}" opacity=".1"/>` +
    group(
      shape(a, 'M-130 0Q-70-150 0-160Q70-150 130 0z', mix(glow, c[0], 0.35), [
        { ink: c[2], from: [20, -60], to: [-140, -10], opacity: 0.8 },
        { ink: '#FFF1CC', from: [0, -90], to: [0, 10], opacity: 0.7 },
      ]) +
        stroke('M-130 0Q-70-150 0-160Q70-150 130 0M0-160Q-30-80-34 0M0-160Q36-80 44 0', c[3], 4) +
        fill('M-30 0Q-24-70 0-118Q26-70 36 0z', mix(a.pal.dark, c[3], 0.4)) +
        stroke('M-100-60L-180 6M100-60L184 6', a.pal.dark, 2),
      at(x, y, s),
    )
  )
}

const PLANS = ['watchers', 'trails', 'camp', 'lake'] as const

/** One of its plans: the one asked for, or the seed's choice. */
export function nightSky(a: Art, asked?: (typeof PLANS)[number]): string {
  const { pal } = a,
    r = a.r.fork('ns'),
    picked = r.pick(PLANS),
    plan = asked ?? picked,
    side = r.chance(0.5) ? 1 : -1,
    ink = mix(pal.dark, '#000000', 0.12),
    glow = '#F7C15A'
  const horizon = 560
  let out = sky(a, horizon)
  if (plan === 'trails') {
    const cx = 600 + side * r.range(40, 150),
      cy = r.range(230, 300),
      land = r.pick(['ruin', 'cactus', 'peaks'] as const)
    out += trails(a, cx, cy)
    out += ridge(a, 'a', { y: 570, amp: 36, depth: 0.35 })
    if (land === 'ruin')
      out += pyramid(a, 'p', { x: 600 - side * 40, base: 690, w: 560, h: 330, tiers: 8, turn: 0.64, style: 'chichen' })
    if (land === 'peaks')
      out += peaks(a, 'p', {
        base: 640,
        depth: 0.55,
        snow: 0.3,
        floor: 700,
        list: [
          { x: 600 - side * 60, h: 270, slope: 0.95 },
          { x: 600 - side * 360, h: 170, slope: 0.9 },
          { x: 600 + side * 300, h: 200, slope: 0.9 },
        ],
      })
    out += ridge(a, 'b', { y: 670, amp: 22, depth: 0.8 })
    if (land === 'cactus')
      out +=
        stroke(saguaro(600 - side * 90, 760, 330), mix(ink, leafInks(a, 1).deep, 0.4), 44) +
        stroke(saguaro(600 - side * 380, 740, 190), mix(ink, leafInks(a, 1).deep, 0.3), 26) +
        stroke(saguaro(600 + side * 330, 730, 140), mix(ink, leafInks(a, 1).deep, 0.3), 20)
    else
      out += conifers(a, 'c', {
        n: 16,
        y: (x) => 700 + 20 * Math.sin(x / 170),
        h: [60, 150],
        ink: mix(ink, leafInks(a, 1).deep, 0.4),
      })
    const pts: Pt[] = [
      [-20, 730],
      [300, 718],
      [700, 740],
      [1220, 724],
    ]
    return (
      out +
      fill(`${curve(pts, false)}V${H + 10}H-20z`, ink) +
      agave(a, 600 + side * 480, 770, 120, ink, leafInks(a, 0.8).ink)
    )
  }
  const x0 = 600 + side * r.range(240, 380),
    x1 = 600 - side * r.range(60, 220)
  out += galaxy(a, x0, x1, horizon) + milkyWay(a, x0, x1, horizon) + stars(a, 210, 540)
  const sx = 600 - side * r.range(200, 320),
    sy = r.range(110, 200)
  out +=
    stroke(`M${f1(sx)} ${f1(sy)}l${side * 150} 62`, '#FFFFFF', 3, 'opacity=".7"') +
    fill(circle(sx + side * 150, sy + 62, 4), '#FFFFFF')
  if (plan === 'lake') {
    const land =
      peaks(a, 'p', {
        base: horizon,
        depth: 0.45,
        snow: 0.34,
        floor: horizon + 4,
        list: [
          { x: 600 - side * 220, h: 230, slope: 0.9 },
          { x: 600 + side * 200, h: 170, slope: 0.86 },
          { x: 600 - side * 520, h: 150, slope: 0.86 },
          { x: 600 + side * 500, h: 210, slope: 0.86 },
        ],
      }) + conifers(a, 'far', { n: 46, y: () => horizon + 4, h: [24, 56], ink: pal.land(0.8) })
    out +=
      land +
      sea(a, {
        y: horizon,
        inks: [mix(pal.sky[2], pal.sky[1], 0.4), mix(pal.sky[1], pal.dark, 0.2), mix(pal.sky[0], pal.dark, 0.3)],
      }) +
      reflect(a, land.replace(/ id="[^"]*"/g, ' ').replace(/<use[^>]*>/g, ''), horizon, 0.6, 0.45)
    let dots = ''
    for (let i = 0; i < 60; i++) dots += `M${r.int(0, W)} ${r.int(horizon + 20, 740)}h${r.int(0, 8)}`
    out +=
      stroke(dots, '#F3E9CF', 2.2, 'opacity=".5"') +
      fill(
        poly([
          [600 + side * 60, 830],
          [600 + side * 150, 640],
          [600 + side * 210, 640],
          [600 + side * 300, 830],
        ]),
        ink,
      )
    return (
      out +
      person(a, 'p', 600 + side * 176, 690, 1.15, { top: 'cenote', bottom: 'cenote', hat: false }) +
      fill(circle(600 + side * 200, 640, 8), glow) +
      `<circle cx="${600 + side * 200}" cy="640" r="40" fill="${glow}" opacity=".25"/>` +
      conifers(a, 'near', {
        n: 9,
        y: () => 830,
        h: [190, 330],
        ink,
        from: side > 0 ? -20 : 920,
        to: side > 0 ? 280 : 1220,
      })
    )
  }
  if (plan === 'camp') {
    out +=
      ridge(a, 'a', { y: 560, amp: 40, depth: 0.35 }) +
      dunes(a, 'a', { y: 620, amp: 70, depth: 0.6, peak: 600 + side * 260 }) +
      tent(a, 600 + side * 170, 690, 1.15, glow) +
      tent(a, 600 + side * 420, 662, 0.7, glow)
    const fx = 600 - side * 170
    out +=
      `<circle cx="${fx}" cy="690" r="150" fill="${glow}" opacity=".14"/><circle cx="${fx}" cy="690" r="80" fill="${glow}" opacity=".2"/>` +
      fill(`M${fx - 30} 700q-16-50 16-96q4 30 20 38q10-26 2-50q40 40 26 108z`, '#E9783C') +
      fill(`M${fx - 14} 700q-8-30 10-52q14 14 18 52z`, '#FBDD9A') +
      stroke(`M${fx - 44} 704l80-14M${fx - 40} 690l84 14`, ink, 10)
    for (const dx of [-150, -90, 96])
      out += group(
        fill('M-36 0Q-46-34-22-42Q-30-86 0-92Q30-86 24-44Q60-40 62-8L58 0z', ink) +
          fill(circle(4, -108, 17), ink) +
          stroke('M16-70q18 14 22 34', mix(glow, ink, 0.4), 5),
        at(fx + dx, 716, 0.9, dx > 0),
      )
    out +=
      fill(box(-10, 712, W + 20, 100), a.grain({ ink, from: [0, 690], to: [0, 800], opacity: 0.9 })) +
      dunes(a, 'n', { y: 800, amp: 50, depth: 1, peak: 600 - side * 380 })
    return out + palm(a, 'p', { x: 600 - side * 540, y: 810, h: 480, lean: side * 70, ink, rim: pal.land(0.6) })
  }
  // Watchers on the ridge with a telescope.
  const noise = makeNoise(r.fork('hill'), 2),
    pts: Pt[] = []
  for (let x = -30; x <= W + 40; x += 50)
    pts.push([x, 700 - 90 * Math.exp(-(((x - 600 - side * 40) / 330) ** 2)) + 12 * noise(x / 200)])
  const hill = (x: number) => 700 - 90 * Math.exp(-(((x - 600 - side * 40) / 330) ** 2)) + 6
  out +=
    ridge(a, 'a', { y: 570, amp: 46, depth: 0.34 }) +
    ridge(a, 'b', { y: 630, amp: 34, depth: 0.58 }) +
    fill(`${curve(pts, false)}V${H + 10}H-30z`, ink)
  out +=
    telescope(a, 600 + side * 40, hill(600 + side * 40) + 4, 1.5, side < 0) +
    person(a, 'w', 600 + side * 150, hill(600 + side * 150) + 6, 1.72, { top: pal.accents[0]!, bottom: 'cenote' }) +
    person(a, 'x', 600 - side * 120, hill(600 - side * 120) + 6, 1.6, {
      top: pal.accents[1]!,
      skirt: true,
      bottom: 'plum',
    }) +
    person(a, 'y', 600 - side * 178, hill(600 - side * 178) + 6, 1.1, { top: 'maize', bottom: 'cenote' })
  return (
    out +
    agave(a, 600 + side * 420, 770, 110, ink, leafInks(a, 0.8).ink) +
    agave(a, 600 - side * 430, 780, 130, ink, leafInks(a, 0.8).ink)
  )
}
