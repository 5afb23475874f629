import { type Art, H, W, at, box, circle, ellipse, f1, fill, group, lerp, shape, stroke } from '../press.ts'
import { type Pigment, type Ramp, mix } from '../palettes.ts'
import { canopy, leafFrame, leafInks } from '../layers/flora.ts'
import { person } from '../layers/figures.ts'
import { shafts } from '../layers/sky.ts'
import { BOWL, vessel } from '../layers/still.ts'

/** One ribbed pod hanging from its stem at the origin, 230 units long. */
function pod(a: Art, x: number, y: number, s: number, turn: number, c: Ramp): string {
  let ribs = ''
  for (const u of [-0.78, -0.42, 0, 0.42, 0.78])
    ribs += `M${f1(u * 8)} 8C${f1(u * 84)} 50 ${f1(u * 92)} 150 ${f1(u * 8)} 222`
  return group(
    stroke('M0 6V-34', mix(a.pal.dark, c[3], 0.4), 9) +
      shape(a, 'M0 0C34 4 66 44 66 104C66 164 32 204 6 230q-6 7-12 0C-32 204-66 164-66 104C-66 44-34 4 0 0z', c[1], [
        { ink: c[3], from: [a.light * 10, 0], to: [-a.light * 76, 0], opacity: 0.95 },
        { ink: c[0], from: [a.light * 8, 0], to: [a.light * 72, 0], opacity: 0.9 },
      ]) +
      stroke(ribs, c[3], 6, 'opacity=".6"') +
      group(stroke(ribs, c[0], 2.4), `translate(${a.light * 6} 0)`, 'opacity=".75"'),
    at(x, y, s, false, turn),
  )
}

function longLeaf(x: number, y: number, len: number, turn: number, ink: string, vein: string): string {
  let veins = `M0 0Q${f1(len * 0.5)} -8 ${f1(len * 0.97)} 0`
  for (let i = 1; i < 7; i++) {
    const u = (i / 7.6) * len,
      w = len * 0.17 * Math.sin(Math.PI * (i / 7.6) ** 0.85)
    veins += `M${f1(u)}-3l${f1(len * 0.09)} ${f1(-w)}M${f1(u)}-3l${f1(len * 0.09)} ${f1(w)}`
  }
  return group(
    fill(
      `M0 0C${f1(len * 0.2)} ${f1(-len * 0.27)} ${f1(len * 0.72)} ${f1(-len * 0.23)} ${f1(len)} 0C${f1(len * 0.72)} ${f1(len * 0.2)} ${f1(len * 0.2)} ${f1(len * 0.23)} 0 0z`,
      ink,
    ) + stroke(veins, vein, 2.2),
    at(x, y, 1, false, turn),
  )
}

/** Ripe pods on the trunk, before a low sun. */
export function cacaoPods(a: Art): string {
  const { pal } = a,
    r = a.r.fork('trunk'),
    deep = leafInks(a, 0.98),
    ground = mix(deep.ink, pal.dark, 0.45)
  const disc = mix(pal.sun, pal.ramp('maize')[0], 0.45),
    cx = 600 + a.light * r.range(10, 60),
    wood = pal.ramp('wood')
  let out =
    fill(box(0, 0, W, H), ground) +
    fill(box(0, 0, W, H), a.grain({ ink: pal.dark, from: [600, 200], to: [600, 860], opacity: 0.8 }))
  out +=
    fill(circle(cx, 400, 372), mix(disc, ground, 0.35)) +
    shape(a, circle(cx, 400, 318), disc, [
      { ink: mix(disc, pal.ramp('terracotta')[0], 0.55), from: [cx, 250], to: [cx, 760], opacity: 0.8 },
    ])
  for (let i = 0; i < 5; i++)
    for (const k of [-1, 1])
      out += longLeaf(
        600 + k * 16,
        70 + i * 16,
        r.range(380, 470),
        k > 0 ? lerp(-20, 52, i / 4) + r.range(-6, 6) : 180 - lerp(-20, 52, i / 4) + r.range(-6, 6),
        i % 2 ? mix(deep.ink, pal.ramp('leaf')[1], 0.4) : deep.ink,
        deep.glint,
      )
  out += shape(
    a,
    'M556-20C540 160 566 300 548 460C540 600 560 720 540 820H676C652 700 664 560 650 430C640 260 660 140 640-20z',
    wood[2],
    [
      { ink: wood[3], from: [600 + a.light * 10, 0], to: [600 - a.light * 66, 0], opacity: 0.95 },
      { ink: wood[0], from: [600 + a.light * 24, 0], to: [600 + a.light * 70, 0], opacity: 0.8 },
    ],
  )
  let bark = ''
  for (let i = 0; i < 26; i++)
    bark += `M${r.int(562, 634)} ${r.int(0, H)}q${r.int(4, 10)} ${r.int(8, 18)} 0 ${r.int(24, 44)}`
  out += stroke(bark, wood[3], 3, 'opacity=".7"')
  let moss = ''
  for (let i = 0; i < 40; i++)
    moss += circle(a.light > 0 ? r.range(540, 566) : r.range(634, 660), r.range(0, H), r.range(3, 8))
  out += fill(moss, deep.ink, 0.8)
  const inks = r.shuffle<Pigment>(['terracotta', 'maize', 'plum', 'terracotta', 'maize'])
  const hang = r.shuffle([
    [430, 250, 18, 1.28],
    [768, 210, -16, 1.36],
    [610, 420, -3, 1.18],
    [372, 486, 26, 0.82],
    [838, 510, -22, 0.86],
  ] as const)
  for (const [i, [x, y, turn, s]] of [...hang].sort((p, q) => p[3] - q[3]).entries()) {
    out +=
      stroke(`M600 ${y - 70}Q${f1((600 + x) / 2)} ${y - 76} ${x} ${y - 26}`, mix(pal.dark, wood[3], 0.5), 10) +
      pod(a, x, y, s, turn, pal.ramp(inks[i]!))
  }
  let bloom = ''
  for (let i = 0; i < 9; i++) {
    const x = r.range(556, 644),
      y = r.range(120, 760)
    for (let k = 0; k < 5; k++) bloom += ellipse(x + Math.cos(k * 1.257) * 8, y + Math.sin(k * 1.257) * 8, 5, 5)
  }
  out +=
    fill(bloom, pal.ramp('snow')[0]) +
    leafFrame(a, 'l', {
      x: -40,
      y: 840,
      reach: 330,
      from: -1.5,
      to: -0.2,
      ink: mix(pal.dark, deep.deep, 0.3),
      vein: deep.ink,
      kind: 'banana',
    })
  return (
    out +
    leafFrame(a, 'r', {
      x: 1240,
      y: 840,
      reach: 330,
      from: -2.95,
      to: -1.65,
      ink: mix(pal.dark, deep.deep, 0.3),
      vein: deep.ink,
      kind: 'banana',
    })
  )
}

/** A pod cut open on the table: pulp, beans, a bowl of roasted ones. */
export function cacaoOpened(a: Art): string {
  const { pal } = a,
    r = a.r.fork('opened'),
    wood = pal.ramp('wood'),
    wall = pal.ramp(r.pick(['jade', 'cenote', 'terracotta', 'aqua'] as const)),
    rind = pal.ramp(r.pick(['maize', 'terracotta'] as const)),
    snow = pal.ramp('snow')
  const wallInk = mix(wall[1], pal.light, 0.1),
    disc = mix(pal.sun, wallInk, 0.35)
  let out =
    fill(box(0, 0, W, H), wallInk) +
    fill(
      box(0, 0, W, H),
      a.grain({ ink: wall[3], from: [600 + a.light * 200, 0], to: [600 - a.light * 700, 0], opacity: 0.85 }),
    )
  out += fill(circle(600 + a.light * 150, 300, 250), disc, 0.45)
  for (const [i, turn] of [-150, -118, -62, -30].entries())
    out += longLeaf(
      600 - a.light * 320,
      500,
      300 + 40 * (i % 2),
      turn,
      leafInks(a, 0.8 + i * 0.05).ink,
      leafInks(a, 0.7).glint,
    )
  out +=
    shape(a, box(-10, 500, W + 20, 310), wood[1], [{ ink: wood[3], from: [0, 500], to: [0, 830], opacity: 0.9 }]) +
    fill(box(-10, 494, W + 20, 12), wood[0])
  out += stroke('M-10 590H1210M-10 690H1210', wood[2], 3, 'opacity=".7"')
  out += pod(a, 600 - a.light * 330, 330, 1.15, a.light * 8, pal.ramp('terracotta'))
  out += vessel(a, 600 + a.light * 330, 560, 200, BOWL, pal.ramp(pal.accents[0]!), 'none')
  let beans = ''
  for (let i = 0; i < 46; i++) {
    const t = r.range(-1, 1)
    beans += ellipse(600 + a.light * 330 + t * 150, 430 - (1 - t * t) * r.range(-4, 62), 15, 10)
  }
  out += fill(beans, mix(wood[3], pal.dark, 0.35)) + stroke(beans, wood[1], 1.6)
  // The two halves face us, one above the other.
  for (const [x, y, s, turn] of [
    [560, 560, 1, -6],
    [650, 690, 1.22, 5],
  ] as const) {
    let row = '',
      gaps = ''
    for (let i = 0; i < 7; i++) {
      const u = -186 + i * 62,
        k = 1 - (u / 250) ** 2
      row += ellipse(u, -20 * k, 29, 23 * k + 4) + ellipse(u + 24, 24 * k, 28, 20 * k + 4)
      gaps += `M${u - 14} ${f1(-28 * k)}q14-10 28-2M${u + 12} ${f1(16 * k)}q14-8 26-2`
    }
    out += group(
      fill(ellipse(0, 76, 270, 26), pal.dark, 0.35) +
        shape(
          a,
          'M-290 6C-240-86-120-112 0-112C120-112 230-84 284-8q10 10 0 20C230 84 120 110 0 110C-120 110-240 92-290 6z',
          rind[1],
          [{ ink: rind[3], from: [0, 10], to: [0, 120], opacity: 0.9 }],
        ) +
        fill(
          'M-262 2C-214-66-110-88 0-88C110-88 206-66 256 0C206 62 110 84 0 84C-110 84-214 68-262 2z',
          mix(rind[0], snow[0], 0.55),
        ) +
        fill(
          'M-238 2C-196-48-100-66 0-66C100-66 190-48 232 0C190 44 100 62 0 62C-100 62-196 50-238 2z',
          mix(rind[2], wood[2], 0.3),
        ) +
        shape(a, row, mix(snow[0], pal.light, 0.15), [
          { ink: mix(snow[2], rind[1], 0.3), from: [0, -20], to: [0, 70], opacity: 0.9 },
        ]) +
        stroke(gaps, '#FFFFFF', 4, 'opacity=".8"'),
      at(x, y, s * 0.92, false, turn),
    )
  }
  let loose = ''
  for (let i = 0; i < 12; i++)
    loose += group(
      ellipse(0, 0, 19, 12),
      at(r.range(180, 1020), r.range(730, 790), 1, false, r.range(-40, 40)),
    ).replace(/<g transform="([^"]*)">(.*?)<\/g>/, (_, t: string, d: string) => `<path transform="${t}" d="${d}"/>`)
  return out + `<g fill="${mix(wood[3], pal.dark, 0.5)}">${loose}</g>`
}

/** Down the shaded orchard path, pods on every trunk. */
export function cacaoGrove(a: Art): string {
  const { pal } = a,
    r = a.r.fork('orchard'),
    far = leafInks(a, 0.35),
    mid = leafInks(a, 0.65),
    near = leafInks(a, 0.95)
  const glow = mix(pal.sun, pal.sky[2], 0.4)
  let out =
    fill(box(0, 0, W, H), mix(glow, far.ink, 0.15)) +
    fill(circle(600, 390, 230), glow) +
    fill(box(0, 0, W, H), a.grain({ ink: far.ink, from: [0, 420], to: [0, 0], opacity: 0.7 }))
  out += canopy(a, 'f', { y: 430, amp: 22, size: 40, ...far, marks: 30, bow: 30, floor: 560 })
  const earth = mix(pal.ramp('wood')[1], near.ink, 0.25)
  out +=
    shape(a, box(-10, 520, W + 20, 300), earth, [{ ink: pal.dark, from: [0, 540], to: [0, 860], opacity: 0.7 }]) +
    fill('M560 520Q520 640 330 820H870Q680 640 640 520z', mix(pal.ramp('sand')[1], earth, 0.35))
  out += shafts(a, 600, -40, 760, 700, 6, glow, 0.2, a.light * -120)
  const hues = ['terracotta', 'maize', 'plum', 'maize'] as const
  for (const [k, d] of [0.16, 0.36, 0.62, 1].entries()) {
    const w = 16 + 62 * d,
      base = 540 + 250 * d,
      ink = mix(mix(pal.ramp('wood')[3], pal.dark, 0.35), far.ink, (1 - d) * 0.6),
      leaf = k < 2 ? mid : near
    for (const side of [-1, 1]) {
      const x = 600 + side * (120 + 400 * d) + r.range(-18, 18),
        lean = side * 30 * d
      out += shape(
        a,
        `M${f1(x - w / 2)} ${f1(base)}q${f1(w * 0.3)} -200 ${f1(-lean)} ${f1(-base - 20)}h${f1(w * 0.8)}q${f1(lean + w * 0.1)} 260 ${f1(w * 0.5)} ${f1(base + 20)}z`,
        ink,
        d > 0.5 ? [{ ink: mix(ink, glow, 0.45), from: [x, 0], to: [x - side * w * 0.6, 0], opacity: 0.8 }] : [],
      )
      for (let i = 0; i < 2 + (k > 1 ? 1 : 0); i++)
        out += pod(
          a,
          x - side * (i % 2 ? -0.35 : 0.5) * w - lean * 0.5,
          base - 190 * d - 80 - i * (64 + 130 * d) + r.range(-16, 16) * d,
          0.17 + 0.4 * d,
          (i % 2 ? 1 : -1) * side * r.range(8, 20),
          pal.ramp(hues[(i + k) % 4]!).map((c) => mix(c, far.ink, (1 - d) * 0.45)) as unknown as Ramp,
        )
    }
    if (k === 1)
      out += person(a, 'p', 600 + r.range(-30, 30), 650, 1.75, {
        top: 'cream',
        bottom: 'cenote',
        hat: true,
        pack: 'maize',
      })
    out += group(
      canopy(a, 'roof' + k, {
        y: 640 - 30 * k,
        amp: 18,
        size: 46 + 26 * d,
        ink: mix(leaf.ink, pal.dark, 0.12 * k),
        glint: leaf.glint,
        deep: leaf.deep,
        marks: 26,
        bow: -120 - 60 * d,
      }),
      'matrix(1 0 0 -1 0 800)',
    )
  }
  return (
    out +
    leafFrame(a, 'l', {
      x: -30,
      y: 830,
      reach: 260,
      from: -1.5,
      to: -0.2,
      ink: mix(pal.dark, near.deep, 0.3),
      vein: near.ink,
    }) +
    leafFrame(a, 'r', {
      x: 1230,
      y: 830,
      reach: 260,
      from: -2.9,
      to: -1.6,
      ink: mix(pal.dark, near.deep, 0.3),
      vein: near.ink,
    })
  )
}

export const cacao = (a: Art): string => a.r.fork('cacao').pick([cacaoPods, cacaoPods, cacaoOpened, cacaoGrove])(a)
