import { type Art, box, ellipse, f1, fill, group, lerp, poly, type Pt, shape, stroke } from '../press.ts'
import { mix, type Pigment, type Ramp } from '../palettes.ts'

/** Market stall: striped awning over a heaped counter. `w` wide, ground at y. */
export function stall(
  a: Art,
  name: string,
  o: { x: number; y: number; w: number; h: number; cloth: Pigment; goods: readonly Pigment[]; depth?: number },
): string {
  const { pal } = a,
    r = a.r.fork('stall' + name),
    c = pal.ramp(o.cloth),
    cream = pal.ramp('cream'),
    wood = pal.ramp('wood'),
    L = o.x - o.w / 2,
    top = o.y - o.h,
    drop = o.h * 0.24,
    flare = o.w * 0.06,
    n = Math.max(6, 2 * Math.round(o.w / 62))
  const hz = (ink: string) => mix(ink, pal.haze, o.depth ?? 0)
  let out = fill(box(L + o.w * 0.03, top + drop, o.w * 0.94, o.h - drop), hz(mix(pal.dark, c[3], 0.3)))
  out += fill(box(L + o.w * 0.03, top, o.w * 0.022, o.h) + box(L + o.w * 0.95, top, o.w * 0.022, o.h), hz(wood[2]))
  // goods hung at the back
  let hung = '',
    hung2 = ''
  for (let i = 0; i < (o.depth ? 0 : 9); i++) {
    const hx = L + o.w * (0.1 + 0.1 * i),
      l = o.h * r.range(0.08, 0.2),
      bag = ellipse(hx, top + drop + l, o.w * 0.025, l * 0.55)
    if (i % 2) hung += bag
    else hung2 += bag
  }
  out += fill(hung, hz(pal.ramp('terracotta')[2])) + fill(hung2, hz(pal.ramp('maize')[2]))
  // seller
  const sx = o.x + r.range(-0.26, 0.26) * o.w,
    sy = o.y - o.h * 0.3,
    k = o.h / 300,
    blouse = pal.ramp(r.pick(['rosa', 'cream', 'jade', 'maize'] as const))
  out += group(
    fill('M-34 0q-4-58 12-70q22-10 44 0q16 12 12 70z', hz(blouse[1])) +
      fill('M-26-62q26 22 52 0l4 12q-30 22-60 0z', hz(blouse[0])) +
      fill(box(-8, -84, 16, 18), hz(pal.ramp('skin')[2])) +
      fill(ellipse(0, -98, 17, 20), hz(pal.ramp('skin')[1])) +
      fill(
        r.chance(0.5)
          ? 'M-40-106q40-12 80 0q-12 6-22 4q0-24-18-24t-18 24q-12 2-22-4z'
          : 'M-19-94q-4-28 19-28t19 28q-6-18-19-18t-19 18zM-17-96q-8 30-4 40l8-4zM17-96q8 30 4 40l-8-4z',
        hz(r.chance(0.5) ? pal.dark : wood[3]),
      ),
    `translate(${f1(sx)} ${f1(sy)}) scale(${f1(k * 10) && k.toFixed(2)})`,
  )
  // counter and heaps
  const cy = o.y - o.h * 0.3
  out +=
    shape(a, box(L + o.w * 0.01, cy, o.w * 0.98, o.h * 0.3), hz(wood[1]), [
      { ink: wood[3], from: [0, cy], to: [0, o.y + 10], opacity: 0.8 },
    ]) + fill(box(L - o.w * 0.01, cy - 4, o.w * 1.02, o.h * 0.045), hz(wood[0]))
  const heaps = Math.max(3, Math.round(o.w / (o.depth ? 70 : 92))),
    hw = (o.w * 0.94) / heaps
  for (let i = 0; i < heaps; i++)
    out += heap(
      a,
      name + i,
      L + o.w * 0.03 + hw * (i + 0.5),
      cy + 2,
      hw * 0.92,
      pal.ramp(o.goods[i % o.goods.length]!).map(hz) as unknown as Ramp,
      wood.map(hz) as unknown as Ramp,
    )
  // awning with scalloped valance
  let s1 = '',
    s2 = '',
    v1 = '',
    v2 = ''
  for (let i = 0; i < n; i++) {
    const u0 = i / n,
      u1 = (i + 1) / n,
      bx0 = lerp(L - flare, L + o.w + flare, u0),
      bx1 = lerp(L - flare, L + o.w + flare, u1),
      tx0 = lerp(L + flare * 0.6, L + o.w - flare * 0.6, u0),
      tx1 = lerp(L + flare * 0.6, L + o.w - flare * 0.6, u1),
      d = poly([
        [tx0, top - drop * 0.35],
        [tx1, top - drop * 0.35],
        [bx1, top + drop * 0.62],
        [bx0, top + drop * 0.62],
      ]),
      v = `M${f1(bx0)} ${f1(top + drop * 0.61)}h${f1(bx1 - bx0)}v${f1(drop * 0.2)}a${f1((bx1 - bx0) / 2)} ${f1(drop * 0.24)} 0 0 1 ${f1(bx0 - bx1)} 0z`
    if (i % 2) {
      s1 += d
      v1 += v
    } else {
      s2 += d
      v2 += v
    }
  }
  const g = (ink: string) => ({ ink, from: [0, top] as Pt, to: [0, top + drop * 0.8] as Pt, opacity: 0.7 })
  if (!o.depth) {
    // A woven cloth along the counter.
    const cl = pal.ramp(o.goods[1]!),
      y0 = cy + o.h * 0.07,
      hh = o.h * 0.15
    let zig = '',
      tri = ''
    const m = Math.round(o.w / 24)
    for (let i = 0; i <= m * 2; i++)
      zig += `${i ? 'L' : 'M'}${Math.round(L + (o.w * i) / (m * 2))} ${Math.round(y0 + hh * (i % 2 ? 0.28 : 0.72))}`
    for (let i = 0; i < m; i++) tri += `M${Math.round(L + (o.w * (i + 0.5)) / m)} ${Math.round(y0 + hh * 0.66)}h0`
    out +=
      shape(a, box(L - 2, y0, o.w + 4, hh), cl[1], [
        { ink: cl[3], from: [0, y0], to: [0, y0 + hh + 12], opacity: 0.7 },
      ]) +
      stroke(zig, pal.ramp('cream')[0], 4) +
      stroke(tri, pal.ramp('maize')[0], 8) +
      fill(box(L - 2, y0 + hh, o.w + 4, 4), pal.ramp('cream')[1])
  }
  return (
    out +
    fill(box(L, top + drop * 0.6, o.w, drop * 0.62), pal.dark, 0.4) +
    shape(a, s1, hz(cream[0]), [g(cream[2])]) +
    shape(a, s2, hz(c[0]), [g(c[2])]) +
    fill(v1, hz(cream[1])) +
    fill(v2, hz(c[1]))
  )
}

/** A basket with its heap of fruit, chillies or grain. */
export function heap(
  a: Art,
  name: string,
  x: number,
  y: number,
  w: number,
  fruit: Ramp,
  weave: Ramp,
  tall = 0.34,
): string {
  const r = a.r.fork('heap' + name),
    rad = w * r.pick([0.085, 0.11, 0.14]),
    h = w * 0.42
  let back = '',
    front = '',
    spots = ''
  const rowsN = Math.max(3, Math.round(h / rad))
  for (let k = rowsN - 1; k >= 0; k--) {
    const t = k / rowsN,
      half = w * 0.47 * (1 - t ** 1.4),
      n = Math.max(1, Math.round((half * 2) / (rad * 1.7)))
    for (let i = 0; i < n; i++) {
      const cx = x - half + rad * 0.8 + (n === 1 ? half - rad * 0.8 : ((half * 2 - rad * 1.6) * i) / (n - 1)),
        cy = y - w * tall * 0.5 - h * t * 0.9
      const dot = `M${Math.round(cx)} ${Math.round(cy)}h0`
      if ((i + k) % 2) back += dot
      else front += dot
      if (w > 90) spots += `M${Math.round(cx + a.light * rad * 0.3)} ${Math.round(cy - rad * 0.35)}h0`
    }
  }
  const bh = w * tall
  let lines = ''
  for (let i = 1; i < 4; i++)
    lines += `M${f1(x - w * 0.48)} ${f1(y - bh + (bh * i) / 4)}q${f1(w * 0.48)} ${f1(w * 0.07)} ${f1(w * 0.96)} 0`
  return (
    stroke(back, fruit[2], rad * 2) +
    stroke(front, fruit[1], rad * 2) +
    (spots ? stroke(spots, fruit[0], rad * 0.62) : '') +
    shape(
      a,
      `M${f1(x - w * 0.5)} ${f1(y - bh)}q${f1(w * 0.5)} ${f1(w * 0.1)} ${f1(w)} 0l${f1(-w * 0.08)} ${f1(bh)}q${f1(-w * 0.42)} ${f1(w * 0.07)} ${f1(-w * 0.84)} 0z`,
      weave[0],
      w > 140
        ? [{ ink: weave[3], from: [x + a.light * w * 0.2, 0], to: [x - a.light * w * 0.55, 0], opacity: 0.8 }]
        : [],
    ) +
    stroke(lines, weave[2], Math.max(1.4, w * 0.02), `stroke-dasharray="${f1(w * 0.06)} ${f1(w * 0.05)}"`)
  )
}
