import { type Art, fill, lens, W } from '../press.ts'
import { mix } from '../palettes.ts'
import { lancha } from '../layers/boats.ts'
import { canopy, leafInks, palm } from '../layers/flora.ts'
import { ridge, volcano } from '../layers/relief.ts'
import { birds, clouds, mist, sky, smoke, stars, sun } from '../layers/sky.ts'
import { reflect, sea } from '../layers/water.ts'

export function volcanoLake(a: Art): string {
  const { pal } = a,
    r = a.r.fork('vl'),
    y = r.range(470, 530),
    plan = r.pick(['one', 'twin', 'trio'] as const),
    side = r.chance(0.5) ? 1 : -1
  let land = '',
    out = sky(a, y)
  const sx = 600 + a.light * r.range(230, 340),
    sy = r.range(150, 260)
  out += (a.night ? stars(a) : '') + sun(a, sx, sy, r.range(52, 84)) + clouds(a, 60, 260, r.int(2, 4))
  land += ridge(a, 'far', { y: y - 50, amp: 46, depth: 0.2, floor: y + 4 })
  if (plan === 'one')
    land += volcano(a, 'a', {
      x: 600 - a.light * r.range(0, 90),
      base: y,
      h: r.range(330, 385),
      w: r.range(400, 470),
      depth: 0.5,
      snow: r.chance(0.7),
    })
  if (plan === 'twin')
    land +=
      volcano(a, 'b', { x: 600 + side * 230, base: y, h: 235, w: 320, depth: 0.36 }) +
      volcano(a, 'a', { x: 600 - side * 130, base: y, h: 340, w: 400, depth: 0.56, snow: r.chance(0.5) })
  if (plan === 'trio')
    land +=
      volcano(a, 'c', { x: 600, base: y, h: 200, w: 270, depth: 0.3 }) +
      volcano(a, 'b', { x: 600 + side * 330, base: y, h: 270, w: 330, depth: 0.44, snow: true }) +
      volcano(a, 'a', { x: 600 - side * 290, base: y, h: 310, w: 350, depth: 0.58, snow: r.chance(0.5) })
  const main = plan === 'one' ? 0 : side
  const plume = r.chance(0.45)
    ? smoke(
        a,
        plan === 'one' ? 600 : 600 - main * (plan === 'twin' ? 130 : 290),
        y - (plan === 'one' ? 345 : plan === 'twin' ? 325 : 296),
        62,
        -a.light * 120,
      )
    : ''
  land += ridge(a, 'shore', { y: y - 14, amp: 18, depth: 0.66, floor: y + 3, freq: 1 / 130 })
  out += plume + land + mist(a, y, 70, 0.6)
  out += sea(a, { y, sunX: sx, inks: [mix(pal.sky[2], pal.water[1], 0.5), pal.water[2], pal.water[3]] })
  out += reflect(a, land.replace(/ id="[^"]*"/g, ' ').replace(/<use[^>]*>/g, ''), y, 0.62, 0.42)
  let cuts = ''
  for (let i = 0; i < 30; i++) {
    const t = r.next()
    cuts += lens(r.range(0, W), y + 8 + 230 * t, r.range(60, 220) * (0.4 + t), 1.5 + 3 * t)
  }
  out += fill(cuts, mix(pal.sky[2], pal.water[1], 0.45), 0.6)
  const n = r.int(1, 2)
  for (let i = 0; i < n; i++)
    out += lancha(
      a,
      600 + (i ? -side * 250 : side * r.range(0, 120)),
      y + (i ? 70 : r.range(110, 150)),
      i ? 0.5 : 0.95,
      pal.accents[i]!,
      r.chance(0.5),
      i ? 2 : 3,
    )
  const leaf = leafInks(a, 0.95)
  out += canopy(a, 'near', {
    y: 775,
    amp: 26,
    size: 42,
    ink: mix(pal.dark, leaf.ink, 0.25),
    glint: leaf.ink,
    deep: pal.dark,
    bow: 70,
    marks: 40,
  })
  const fs = r.chance(0.5) ? 1 : -1
  out += palm(a, 'p', {
    x: 600 + fs * 560,
    y: 800,
    h: 470,
    lean: -fs * 90,
    ink: mix(pal.dark, leaf.deep, 0.2),
    rim: leaf.glint,
  })
  return out + (r.chance(0.6) ? birds(a, 600 - a.light * 180, 210, r.int(4, 8)) : '')
}
