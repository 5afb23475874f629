import { type Art, box, curve, ellipse, f1, fill, H, lens, lerp, makeNoise, poly, type Pt, shape, W } from '../press.ts'
import { mix } from '../palettes.ts'
import { person } from '../layers/figures.ts'
import { canopy, leafFrame, leafInks, lianas } from '../layers/flora.ts'
import { shafts, stars, sun } from '../layers/sky.ts'
import { swimmer } from '../layers/water.ts'

export function cenote(a: Art): string {
  const { pal } = a,
    r = a.r.fork('cenote'),
    stone = pal.ramp('stone'),
    open = r.chance(0.4)
  const cx = r.range(470, 730),
    water: readonly [string, string, string] = [
      mix('#5FD0C4', pal.water[0], a.night ? 0.75 : 0.35),
      mix('#1E9AA0', pal.water[2], a.night ? 0.7 : 0.3),
      mix('#0B4F6C', pal.water[3], 0.45),
    ]
  const wall = (t: number) => mix(mix(stone[0], pal.sky[2], 0.25), mix(pal.dark, '#0B4F6C', 0.12), t)
  const leaf = leafInks(a, 0.7)
  let out = ''
  const py = open ? 600 : 610
  // Back wall, lit, with fluted drapery.
  out +=
    fill(box(0, 0, W, H), wall(0.16)) +
    fill(box(0, 100, W, 520), a.grain({ ink: wall(0.5), from: [0, 160], to: [0, 640], opacity: 0.8 }))
  let folds = '',
    folds2 = ''
  for (let i = 0; i < 30; i++) {
    const x = ((i + r.range(0, 0.9)) / 30) * W,
      w = r.range(12, 36),
      top = r.range(140, 250),
      l = r.range(150, 400)
    const d = `M${f1(x)} ${f1(top)}q${f1(w)} ${f1(l * 0.4)} ${f1(w * 0.35)} ${f1(l)}q${f1(-w * 0.9)} ${f1(-l * 0.3)} ${f1(-w * 0.35)} ${f1(-l)}z`
    if (i % 3) folds += d
    else folds2 += d
  }
  out += fill(folds, wall(0.46), 0.65) + fill(folds2, wall(0), 0.7)
  out += mouth(a, 'a', 600 + (cx - 600) * 0.2, 430, 540, open ? 400 : 320, wall(0.34), wall(0.06), 0.08, open ? 0 : 16)
  // The sky through the roof, rimmed with jungle.
  const oy = open ? 70 : 96,
    orx = open ? r.range(430, 520) : r.range(170, 250),
    ory = open ? 190 : r.range(84, 108)
  const rim: Pt[] = [],
    noise = makeNoise(r, 3)
  for (let i = 0; i < 26; i++) {
    const t = (i / 26) * Math.PI * 2
    rim.push([
      cx + Math.cos(t) * orx * (1 + 0.14 * noise(i * 0.7)),
      oy + Math.sin(t) * ory * (1 + 0.2 * noise(i * 0.7 + 9)),
    ])
  }
  const hole = curve(rim),
    clip = a.id()
  a.define(`<clipPath id="${clip}"><path d="${hole}"/></clipPath>`)
  out += shape(a, hole, a.night ? mix(pal.sky[1], pal.sky[2], 0.35) : mix(pal.sky[2], pal.sky[1], 0.25), [
    { ink: pal.sky[0], from: [0, oy + ory * 0.5], to: [0, oy - ory - 20], opacity: 0.5 },
  ])
  out += `<g clip-path="url(#${clip})">${a.night ? stars(a, 60, 240) : ''}${sun(a, cx + a.light * orx * 0.4, oy - 6, open ? 44 : 30, 'disc')}${canopy(a, 'rim0', { y: oy + ory * 0.5, amp: 20, size: 40, ...leafInks(a, 0.45), marks: 18, bow: -40 })}${canopy(a, 'rim1', { y: oy + ory * 0.78, amp: 16, size: 46, ...leaf, marks: 18, bow: -60 })}</g>`
  out += shape(a, `M-20 ${py - 30}Q600 ${py - 60} 1220 ${py - 30}V820H-20z`, wall(0.62), [
    { ink: wall(0.95), from: [0, py - 20], to: [0, py + 150], opacity: 0.9 },
  ])
  // Pool.
  const pool = ellipse(600, py, 520, 118),
    pid = a.id()
  a.define(
    `<radialGradient id="${pid}" cx=".5" cy=".42" r=".62"><stop stop-color="${water[0]}"/><stop offset=".45" stop-color="${water[1]}"/><stop offset="1" stop-color="${water[2]}"/></radialGradient>`,
  )
  out +=
    fill(ellipse(600, py - 6, 532, 122), wall(0.75)) +
    shape(a, pool, `url(#${pid})`, [{ ink: water[2], from: [600, py - 10], to: [600, py + 130], opacity: 0.8 }])
  let lights = ''
  for (let i = 0; i < 26; i++) {
    const t = r.range(-1, 1),
      y = py + t * 96,
      half = 470 * Math.sqrt(1 - t * t * 0.92)
    lights += lens(600 + r.range(-1, 1) * half * 0.8, y, r.range(30, 110), r.range(1.6, 4))
  }
  out += fill(lights, mix(water[0], '#FFFFFF', 0.45), 0.7)
  // The shaft.
  const bx = lerp(cx, 600, 0.6) - a.light * 40
  out +=
    fill(ellipse(bx, py - 6, 150, 34), mix(water[0], '#FFFFFF', 0.5), 0.55) +
    shafts(
      a,
      cx,
      oy + 10,
      open ? 620 : 420,
      py - oy,
      open ? 7 : 5,
      a.night ? '#CFE6DF' : pal.sun,
      a.night ? 0.14 : 0.3,
      bx - cx,
    )
  out += lianas(a, 'a', {
    n: open ? 16 : 11,
    x0: cx - orx * 0.8,
    x1: cx + orx * 0.8,
    y: oy + ory * 0.7,
    len: [180, 430],
    ink: mix(pal.dark, stone[3], 0.35),
    leaf: leaf.ink,
    width: 2.2,
  })
  const crowd = r.int(2, 4)
  for (let i = 0; i < crowd; i++)
    out += swimmer(
      a,
      600 + (i - (crowd - 1) / 2) * 150 + r.range(-40, 40),
      py + r.range(-40, 56),
      r.range(0.85, 1.15),
      r.chance(0.5),
    )
  // Stone ledge with a bather, then darker plates toward us.
  const side = cx > 600 ? -1 : 1,
    lx = 600 + side * 430
  out +=
    shape(
      a,
      poly([
        [lx - side * 120, py + 26],
        [lx - side * 90, py + 4],
        [lx + side * 20, py - 16],
        [lx + side * 220, py - 40],
        [lx + side * 240, py + 140],
        [lx - side * 70, py + 90],
      ]),
      wall(0.5),
      [{ ink: wall(0.85), from: [0, py - 20], to: [0, py + 120], opacity: 0.9 }],
      wall(0.02),
      3,
    ) +
    person(a, 'ledge', lx - side * 20, py + 2, 0.95, {
      top: pal.accents[0]!,
      skirt: r.chance(0.5),
      bottom: pal.accents[1]!,
      flip: side > 0,
    })
  out += mouth(a, 'b', 600, open ? 330 : 400, 590, open ? 412 : 352, wall(0.7), wall(0.34), 0.09, open ? 6 : 17, [
    cx - orx - 30,
    cx + orx + 30,
  ])
  out += mouth(a, 'c', 600, open ? 316 : 380, 640, open ? 452 : 392, wall(0.98), wall(0.64), 0.1, open ? 6 : 15, [
    cx - orx - 20,
    cx + orx + 20,
  ])
  out +=
    leafFrame(a, 'l', {
      x: -30,
      y: 820,
      reach: 270,
      from: -1.5,
      to: -0.1,
      ink: mix(pal.dark, leaf.deep, 0.3),
      vein: leaf.ink,
    }) +
    leafFrame(a, 'r', {
      x: 1230,
      y: 820,
      reach: 280,
      from: -3.05,
      to: -1.65,
      ink: mix(pal.dark, leaf.deep, 0.3),
      vein: leaf.ink,
    })
  return out
}

/** A plate of rock with a hole: the mouth of a cave. Stalactites hang from its upper lip. */
function mouth(
  a: Art,
  name: string,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  ink: string,
  glint: string,
  rough: number,
  drips = 0,
  clear: readonly [number, number] = [0, 0],
): string {
  const r = a.r.fork('mouth' + name),
    noise = makeNoise(r, 3),
    pts: Pt[] = []
  const n = 46
  const on = (t: number): Pt => {
    const i = (t / (Math.PI * 2)) * n,
      k = 1 + rough * noise(i * 0.33) * Math.min(1, i / 5, (n - i) / 5)
    return [cx + Math.cos(t) * rx * k, cy + Math.sin(t) * ry * k]
  }
  for (let i = 0; i < n; i++) pts.push(on((i / n) * Math.PI * 2))
  const id = a.id()
  let hang = ''
  for (let i = 0; i < drips; i++) {
    const t = Math.PI * (1.1 + 0.8 * ((i + r.range(0.1, 0.9)) / drips)),
      [x, y] = on(t),
      w = r.range(9, 30),
      l = r.range(0.2, 1) ** 2 * 150 * (0.7 + 0.5 * Math.abs(Math.cos(t)))
    if (x > clear[0] && x < clear[1]) continue
    hang += `M${f1(x - w)} ${f1(y - 30)}q${f1(w * 0.8)} ${f1(10 + l * 0.3)} ${f1(w * 0.95)} ${f1(l + 30)}q${f1(w * 0.3)} ${f1(-l * 0.8)} ${f1(w * 1.05)} ${f1(-l - 30)}z`
  }
  return (
    `<g fill="${ink}" fill-rule="evenodd"><path id="${id}" d="M-20-20H${W + 20}V${H + 20}H-20z${curve(pts)}"/></g><use href="#${id}" fill-rule="evenodd" fill="${a.grain({ ink: glint, from: [cx, cy - ry * 1.6], to: [cx, cy - ry * 0.5], opacity: 0.5 })}"/>` +
    fill(hang, ink)
  )
}
