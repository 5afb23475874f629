import { type Art, H, W, box, circle, ellipse, f1, fill, lens, shape } from '../press.ts'
import { type Ramp, mix } from '../palettes.ts'
import { birds, mist } from '../layers/sky.ts'
import { ridge } from '../layers/relief.ts'
import { canopy, leafFrame, leafInks, palm } from '../layers/flora.ts'
import { pyramid } from '../layers/pyramid.ts'

/** First light over the jungle: composed for a wide crop (y 185 to 615) and whole in a squarer one. */
export function sunrisePyramid(a: Art): string {
  const { pal } = a,
    light = a.light,
    X = (u: number) => 600 + light * u
  const warm: Art = {
    ...a,
    pal: {
      ...pal,
      ramp: (p) =>
        p === 'stone'
          ? (pal.ramp('stone').map((c, i) => mix(c, pal.ramp('terracotta')[i]!, 0.42)) as unknown as Ramp)
          : pal.ramp(p),
    },
  }
  const far = leafInks(a, 0.34),
    mid = leafInks(a, 0.6),
    near = leafInks(a, 0.9),
    dark = mix(pal.dark, near.deep, 0.25)
  const deep = mix(mix(pal.sky[0], '#0B4F55', 0.72), pal.dark, 0.12)
  a.define(
    `<linearGradient id="sky" x1="0" y1="150" x2="0" y2="480" gradientUnits="userSpaceOnUse"><stop stop-color="${deep}"/><stop offset=".42" stop-color="${mix(pal.sky[0], deep, 0.25)}"/><stop offset=".74" stop-color="${mix(pal.sky[1], '#F2B866', 0.4)}"/><stop offset="1" stop-color="${mix(pal.sky[2], '#F7D690', 0.4)}"/></linearGradient>`,
  )
  let out =
    fill(box(0, 0, W, H), 'url(#sky)') +
    fill(box(0, 0, W, 330), a.grain({ ink: mix(deep, pal.dark, 0.35), from: [0, 330], to: [0, 60], opacity: 0.35 }))
  // The sun stands clear of the trees, long thin cloud across it.
  const sx = X(-90),
    sy = 398,
    glow = mix(pal.sky[2], '#FBDF9C', 0.6)
  for (const [k, o] of [
    [3.3, 0.16],
    [2.4, 0.22],
    [1.65, 0.34],
  ] as const)
    out += `<circle cx="${f1(sx)}" cy="${sy}" r="${f1(66 * k)}" fill="${glow}" opacity="${o}"/>`
  out += shape(a, circle(sx, sy, 66), '#FFF3D0', [
    { ink: mix(pal.sky[1], '#F2B632', 0.4), from: [sx, 380], to: [sx, 490], opacity: 0.5 },
  ])
  let high = '',
    low = ''
  for (const [u, y, w, h] of [
    [-380, 262, 700, 15],
    [-120, 286, 460, 9],
    [300, 236, 560, 13],
    [480, 276, 420, 9],
    [-520, 328, 330, 8],
    [0, 120, 520, 14],
    [380, 90, 420, 11],
  ] as const)
    high += lens(X(u), y, w, h)
  for (const [u, y, w, h] of [
    [-20, 372, 330, 6],
    [-200, 398, 300, 6],
    [430, 350, 300, 7],
    [60, 420, 260, 5],
  ] as const)
    low += lens(X(u), y, w, h)
  out += fill(high, mix(pal.sky[2], pal.sky[0], 0.2), 0.38) + fill(low, mix(pal.sky[2], pal.sky[1], 0.35), 0.7)
  out +=
    ridge(a, 'f', { y: 440, amp: 26, depth: 0.24, freq: 1 / 240 }) +
    ridge(a, 'g', { y: 458, amp: 16, depth: 0.36, freq: 1 / 190 }) +
    mist(a, 490, 60, 0.6)
  // A second temple far off, the great one near, mist about their feet.
  const px = X(170)
  out +=
    pyramid(warm, 'far', { x: X(-350), base: 494, w: 128, h: 98, tiers: 6, turn: 0.66, style: 'chichen' }) +
    fill(box(X(-350) - 90, 380, 180, 120), a.grain({ ink: pal.haze, from: [0, 380], to: [0, 520], opacity: 0.6 }), 0.4)
  out += canopy(a, 'a', { y: 486, amp: 10, size: 24, ...far, marks: 16 }) + mist(a, 520, 60, 0.7)
  out += pyramid(warm, 'main', {
    x: px,
    base: 552,
    w: 384,
    h: 288,
    tiers: 9,
    turn: 0.68,
    style: 'chichen',
    overgrown: true,
  })
  out += fill(ellipse(px, 522, 330, 22), mix(pal.haze, pal.sun, 0.35), 0.42)
  out += canopy(a, 'b', { y: 522, amp: 10, size: 32, ...mid, marks: 12, bow: -8 }) + mist(a, 560, 46, 0.5)
  out +=
    palm(a, 'q1', { x: X(-480), y: 580, h: 104, lean: 10, ink: mix(mid.deep, near.ink, 0.5), rim: mid.glint }) +
    palm(a, 'q2', { x: X(20), y: 580, h: 92, lean: -10, ink: mix(mid.deep, near.ink, 0.5), rim: mid.glint }) +
    palm(a, 'q3', { x: X(420), y: 584, h: 112, lean: 12, ink: mix(mid.deep, near.ink, 0.5), rim: mid.glint })
  out += canopy(a, 'd', {
    y: 556,
    amp: 12,
    size: 38,
    ink: mix(near.ink, mid.ink, 0.4),
    glint: mid.glint,
    deep: near.deep,
    marks: 12,
    bow: 10,
  })
  for (const [i, [u, y, h, lean]] of (
    [
      [-250, 650, 150, 16],
      [300, 650, 132, 14],
      [505, 660, 172, -18],
    ] as const
  ).entries())
    out += palm(a, 'p' + i, { x: X(u), y, h, lean, ink: mix(dark, near.ink, 0.35), rim: near.glint })
  out += canopy(a, 'e', {
    y: 596,
    amp: 12,
    size: 44,
    ink: mix(near.ink, dark, 0.35),
    glint: near.glint,
    deep: dark,
    bow: 26,
    marks: 12,
  })
  out += canopy(a, 'n', {
    y: 676,
    amp: 16,
    size: 62,
    ink: mix(near.ink, dark, 0.66),
    glint: near.ink,
    deep: dark,
    bow: 60,
    marks: 22,
  })
  out +=
    leafFrame(a, 'l', { x: -30, y: 680, reach: 230, from: -1.3, to: -0.1, ink: dark, vein: near.ink, kind: 'banana' }) +
    leafFrame(a, 'r', {
      x: 1230,
      y: 690,
      reach: 230,
      from: -3.05,
      to: -1.85,
      ink: dark,
      vein: near.ink,
      kind: 'banana',
    })
  return (
    out +
    birds(a, X(330), 262, 5, 0.7, mix(deep, pal.dark, 0.5)) +
    birds(a, X(-240), 312, 3, 0.5, mix(deep, pal.dark, 0.5))
  )
}
