import {
  type Art,
  box,
  circle,
  clamp,
  curve,
  f1,
  fill,
  group,
  H,
  lerp,
  makeNoise,
  poly,
  type Pt,
  shape,
  stroke,
  W,
} from '../press.ts'
import { mix } from '../palettes.ts'

/** The whole sheet: a split-fountain sky down to `horizon`, as a blend or as cut bands. */
export function sky(a: Art, horizon = 520): string {
  const { pal } = a,
    r = a.r.fork('sky'),
    [top, mid, low] = pal.sky
  const banded = r.chance(0.4)
  let out = ''
  if (banded) {
    const n = 6,
      noise = makeNoise(r, 2)
    out += fill(box(0, 0, W, H), top)
    for (let i = 1; i <= n; i++) {
      const t = i / n,
        y = horizon * (t * 0.95 - 0.08)
      const pts: Pt[] = []
      for (let x = -20; x <= W + 40; x += 76) pts.push([x, y + 16 * noise(x / 330 + i * 9)])
      out += fill(`${curve(pts, false)}V${H}H-20z`, t < 0.5 ? mix(top, mid, t * 2) : mix(mid, low, t * 2 - 1))
    }
  } else {
    a.define(
      `<linearGradient id="sky" x1="0" y1="0" x2="0" y2="${horizon}" gradientUnits="userSpaceOnUse"><stop stop-color="${top}"/><stop offset=".55" stop-color="${mid}"/><stop offset="1" stop-color="${low}"/></linearGradient>`,
    )
    out += fill(box(0, 0, W, H), 'url(#sky)')
  }
  out += fill(
    box(0, 0, W, 300),
    a.grain({ ink: mix(top, pal.dark, 0.28), from: [0, 300], to: [0, -20], opacity: a.night ? 0.6 : 0.5 }),
  )
  out += fill(
    box(0, horizon - 260, W, 320),
    a.grain({
      ink: mix(low, '#FFFFFF', 0.35),
      from: [0, horizon - 260],
      to: [0, horizon + 30],
      opacity: a.night ? 0.25 : 0.65,
    }),
  )
  return out
}

/** Sun by day, moon by night; halo as rings, rays or one soft disc. */
export function sun(a: Art, x: number, y: number, size: number, style?: 'rings' | 'rays' | 'disc'): string {
  const { pal } = a,
    r = a.r.fork('sun')
  const kind = style ?? r.pick(['rings', 'rings', 'rays', 'disc'] as const)
  const glow = a.night ? mix(pal.sky[1], pal.sun, 0.35) : mix(pal.sky[2], pal.sun, 0.6)
  let out = ''
  if (kind === 'rings')
    for (const k of [2.7, 2.1, 1.55])
      out += `<circle cx="${f1(x)}" cy="${f1(y)}" r="${f1(size * k)}" fill="${glow}" opacity="${a.night ? 0.13 : 0.3}"/>`
  if (kind === 'rays') {
    const n = r.int(16, 22),
      turn = r.range(0, 1)
    let d = ''
    for (let i = 0; i < n; i++) {
      const t0 = ((i + turn) / n) * Math.PI * 2,
        t1 = t0 + Math.PI / n,
        R = 1300
      d += poly([
        [x, y],
        [x + R * Math.cos(t0), y + R * Math.sin(t0)],
        [x + R * Math.cos(t1), y + R * Math.sin(t1)],
      ])
    }
    out += fill(d, glow, a.night ? 0.07 : 0.22)
  }
  if (kind === 'disc')
    out += `<circle cx="${f1(x)}" cy="${f1(y)}" r="${f1(size * 1.5)}" fill="${glow}" opacity="${a.night ? 0.16 : 0.34}"/>`
  if (a.night) {
    const d = r.chance(0.5)
      ? `M${f1(x + size * 0.45)} ${f1(y - size * 0.9)}A${f1(size)} ${f1(size)} 0 1 0 ${f1(x + size * 0.9)} ${f1(y + size * 0.45)}A${f1(size * 0.86)} ${f1(size * 0.86)} 0 0 1 ${f1(x + size * 0.45)} ${f1(y - size * 0.9)}z`
      : circle(x, y, size)
    return (
      out +
      shape(a, d, pal.sun, [
        {
          ink: mix(pal.sky[1], pal.sun, 0.45),
          from: [x + a.light * size, y - size],
          to: [x - a.light * size * 1.3, y + size * 1.3],
          opacity: 0.8,
        },
      ])
    )
  }
  return (
    out +
    shape(a, circle(x, y, size), pal.sun, [
      { ink: mix(pal.sky[1], '#F2B632', 0.5), from: [x, y - size * 0.6], to: [x, y + size * 1.2], opacity: 0.8 },
    ])
  )
}

export function stars(a: Art, n = 130, bottom = 480): string {
  const r = a.r.fork('stars')
  let small = '',
    big = ''
  for (let i = 0; i < n; i++) {
    const x = r.int(0, W),
      y = Math.round(bottom * r.next() ** 1.3)
    if (r.chance(0.12)) {
      const s = r.range(3, 6.5)
      big += `M${x} ${f1(y - s)}q0 ${f1(s)} ${f1(s)} ${f1(s)}q${f1(-s)} 0 ${f1(-s)} ${f1(s)}q0 ${f1(-s)} ${f1(-s)} ${f1(-s)}q${f1(s)} 0 ${f1(s)} ${f1(-s)}z`
    } else small += `M${x} ${y}h0`
  }
  return stroke(small, '#F3E9CF', 2.4, 'opacity=".75"') + fill(big, '#FBF3DC')
}

export function milkyWay(a: Art, x0: number, x1: number, bottom = 560): string {
  const r = a.r.fork('milky')
  let out = ''
  for (let k = 0; k < 3; k++) {
    let d = ''
    for (let i = 0; i < 230 - k * 60; i++) {
      const t = r.next(),
        off = (r.next() + r.next() + r.next() - 1.5) * (150 - k * 40)
      d += `M${Math.round(lerp(x0, x1, t) + off)} ${Math.round(lerp(-20, bottom, t) + off * 0.5)}h0`
    }
    out += stroke(d, ['#DDE6DA', '#F7EBCB', '#FFFFFF'][k]!, [1.6, 2.1, 3][k]!, `opacity="${[0.5, 0.7, 0.85][k]}"`)
  }
  return out
}

/** Clouds cut from one sheet: long pills ("stream") or flat-bottomed heaps. */
export function clouds(a: Art, top = 70, bottom = 330, n = 4, style?: 'stream' | 'heap'): string {
  const { pal } = a,
    r = a.r.fork('clouds')
  const kind = style ?? r.pick(['stream', 'heap'] as const)
  const lit = a.night ? mix(pal.sky[1], pal.sky[2], 0.45) : mix(pal.sky[2], '#FFFFFF', a.time === 'day' ? 0.55 : 0.22)
  const low = mix(lit, pal.sky[1], a.night ? 0.6 : 0.55)
  let out = ''
  for (let i = 0; i < n; i++) {
    const y = lerp(top, bottom, (i + r.range(0.1, 0.9)) / n),
      x = r.range(-60, W + 60),
      s = r.range(0.6, 1.15) * lerp(1.1, 0.65, i / n)
    if (kind === 'stream') {
      let d = ''
      const rows = r.int(2, 4)
      for (let k = 0; k < rows; k++) {
        const w = r.range(170, 420) * s * (k === 1 ? 1.2 : 0.8),
          h = 25 * s,
          cx = x + r.range(-110, 110) * s,
          cy = y + k * h * 0.98
        d += `M${f1(cx - w / 2)} ${f1(cy)}h${f1(w)}a${f1(h / 2)} ${f1(h / 2)} 0 0 1 0 ${f1(h)}h${f1(-w)}a${f1(h / 2)} ${f1(h / 2)} 0 0 1 0 ${f1(-h)}z`
      }
      out += shape(a, d, lit, [{ ink: low, from: [x, y], to: [x, y + rows * 25 * s + 30], opacity: 0.9 }])
    } else {
      const w = r.range(190, 360) * s
      let d = `M${f1(x - w / 2)} ${f1(y)}`,
        px = -w / 2
      const bumps = r.int(4, 6)
      for (let k = 0; k < bumps; k++) {
        const nx = -w / 2 + (w * (k + 1)) / bumps,
          c = nx - px,
          peak = Math.sin(Math.PI * ((k + 0.5) / bumps))
        const ny = k === bumps - 1 ? 0 : -peak * r.range(20, 52) * s,
          py = k === 0 ? 0 : Number((d.match(/#(-?[\d.]+)$/) ?? [])[1] ?? 0)
        d = d.replace(/#-?[\d.]+$/, '')
        d += `a${f1(c * 0.56)} ${f1(c * 0.56)} 0 0 1 ${f1(c)} ${f1(ny - py)}#${f1(ny)}`
        px = nx
      }
      d = d.replace(/#-?[\d.]+$/, '') + 'z'
      out += shape(a, d, lit, [{ ink: low, from: [x, y - 70 * s], to: [x, y + 12], opacity: 0.95 }])
    }
  }
  return out
}

/** A mist bank that lifts one range off the next. */
export function mist(a: Art, y: number, height: number, strength = 0.55): string {
  const id = a.id()
  a.define(
    `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${a.pal.haze}" stop-opacity="0"/><stop offset=".7" stop-color="${a.pal.haze}" stop-opacity="${strength}"/><stop offset="1" stop-color="${a.pal.haze}" stop-opacity="0"/></linearGradient>`,
  )
  return fill(box(0, y - height, W, height * 1.4), `url(#${id})`)
}

export function birds(
  a: Art,
  x: number,
  y: number,
  n: number,
  size = 1,
  ink = a.night ? a.pal.sky[2] : a.pal.dark,
): string {
  const r = a.r.fork('birds')
  let d = ''
  for (let i = 0; i < n; i++) {
    const s = size * r.range(8, 17),
      bx = x + (i - n / 2) * 34 * size + r.range(-22, 22),
      by = y + Math.abs(i - n / 2) * 10 * size + r.range(-16, 16),
      tip = r.range(-0.7, -0.2)
    d += `M${f1(bx - s)} ${f1(by + s * tip)}q${f1(s * 0.6)} ${f1(-s * 0.35)} ${f1(s)} ${f1(-s * tip)}q${f1(s * 0.4)} ${f1(s * tip - s * 0.35)} ${f1(s)} ${f1(s * tip)}q${f1(-s * 0.6)} ${f1(-s * 0.1)} ${f1(-s)} ${f1(-s * tip + s * 0.22)}q${f1(-s * 0.4)} ${f1(s * tip - s * 0.32)} ${f1(-s)} ${f1(s * tip - s * 0.22)}z`
  }
  return fill(d, ink)
}

export function rain(a: Art, n = 150): string {
  const r = a.r.fork('rain')
  let d = ''
  for (let i = 0; i < n; i++) {
    const l = r.int(14, 60)
    d += `M${r.int(-20, W + 60)} ${r.int(-40, H)}l${-Math.round(l * 0.22)} ${l}`
  }
  return stroke(d, mix(a.pal.sky[2], '#FFFFFF', 0.5), 1.4, 'opacity=".38"')
}

/** Slanting sheets of light from a point above. */
export function shafts(
  a: Art,
  x: number,
  y: number,
  spread: number,
  length: number,
  n: number,
  colour: string,
  opacity = 0.16,
  lean = 0,
): string {
  const r = a.r.fork('shafts')
  const id = a.id()
  a.define(
    `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${colour}" stop-opacity="${clamp(opacity * 2.2, 0, 0.9)}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></linearGradient>`,
  )
  let d = ''
  for (let i = 0; i < n; i++) {
    const t = (i + r.range(0.15, 0.85)) / n - 0.5,
      w = r.range(0.25, 0.75) / n,
      bx = x + lean
    d += poly([
      [x + t * spread * 0.35, y],
      [x + (t + w) * spread * 0.35, y],
      [bx + (t + w) * spread, y + length],
      [bx + (t - w * 0.4) * spread, y + length],
    ])
  }
  return fill(d, `url(#${id})`)
}

export function smoke(a: Art, x: number, y: number, size: number, lean: number): string {
  const r = a.r.fork('smoke'),
    { pal } = a
  const lit = a.night ? mix(pal.sky[1], pal.sky[2], 0.5) : mix(pal.sky[2], '#FFFFFF', 0.35)
  let d = ''
  for (let i = 0; i < 9; i++) {
    const t = i / 8
    d += circle(
      x + lean * t ** 1.4 + r.range(-0.2, 0.2) * size * t,
      y - size * 2.3 * t ** 0.8,
      size * (0.16 + 0.42 * t),
    )
  }
  return group(
    shape(a, d, lit, [
      {
        ink: mix(lit, pal.sky[0], 0.55),
        from: [x + a.light * size, y],
        to: [x - a.light * size * 1.2, y],
        opacity: 0.8,
      },
    ]),
    'translate(0 0)',
    'opacity=".92"',
  )
}

/** Speckled fireflies, sparks or bokeh in a region. */
export function sparks(
  a: Art,
  n: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  ink: string,
  size = 3,
): string {
  const r = a.r.fork('sparks')
  let d = ''
  for (let i = 0; i < n; i++) d += `M${r.int(x0, x1)} ${r.int(y0, y1)}h0`
  return stroke(d, ink, size, 'opacity=".85"')
}
