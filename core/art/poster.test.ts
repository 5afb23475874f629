import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makePlaceholder } from './placeholder.ts'
import { POSTER_KINDS, isPosterKind, planPoster, posterSvg } from './poster.ts'
import { POSTER_WIDTHS, posterHeight, renderPoster } from './renderPoster.ts'

const sha = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
const SEEDS = Array.from({ length: 10 }, (_, i) => `seed-${i}`)

const Poster = suite('poster')

for (const kind of POSTER_KINDS) {
  Poster(`every ${kind} is whole: ten seeds, ten prints, no number lost, at most 60 KB, drawable`, async () => {
    const prints = new Set<string>()
    for (const seed of SEEDS) {
      const svg = posterSvg({ seed, kind, width: 96, height: 64 })
      assert.not.match(svg, /NaN|undefined|Infinity|\[object/, `${kind} ${seed}`)
      assert.ok(svg.length <= 60 * 1024, `${kind} ${seed} is ${svg.length} bytes`)
      prints.add(sha(svg))
      assert.is((await sharp(Buffer.from(svg)).metadata()).width, 96, `${kind} ${seed} parses as SVG`)
    }
    assert.is(prints.size, SEEDS.length)
    const { channels } = await sharp(Buffer.from(posterSvg({ seed: 'seed-0', kind, width: 96, height: 64 }))).stats()
    assert.ok(
      channels.slice(0, 3).some((c) => c.stdev > 8),
      `${kind} is a picture, not a flat field`,
    )
  })
}

Poster('the same seed gives the same bytes, in this process and in every other', () => {
  const first = { seed: 'uxmal', kind: 'pyramid', width: 600, height: 400 } as const
  assert.is(posterSvg(first), posterSvg({ ...first }))
  assert.is.not(posterSvg(first), posterSvg({ ...first, seed: 'uxmal2' }))
  const all = POSTER_KINDS.map((kind) => posterSvg({ seed: 'fixed', kind, width: 600, height: 400 })).join('')
  assert.is(sha(all), 'be3aee5151afb30d', 'the prints changed: look at every kind again, then record the new hash')
})

Poster('a light and an ink that are asked for win over the seed', () => {
  const asked = { seed: 'x', kind: 'harbour', time: 'night', palette: 'rosa', width: 60, height: 40 } as const
  assert.equal(planPoster(asked), { kind: 'harbour', time: 'night', palette: 'rosa' })
})

Poster('a kind read from data is checked', () => {
  assert.ok(isPosterKind('night-sky'))
  assert.not.ok(isPosterKind('toString'))
})

Poster('a rendered poster is WebP at the width and ratio asked for', async () => {
  for (const width of POSTER_WIDTHS) {
    const meta = await sharp(await renderPoster({ seed: 'a', kind: 'reef' }, width)).metadata()
    assert.equal([meta.format, meta.width, meta.height], ['webp', width, posterHeight(width)])
  }
  const wide = await sharp(await renderPoster({ seed: 'a', kind: 'sunrise-pyramid' }, 640, 1280 / 460)).metadata()
  assert.equal([wide.width, wide.height], [640, 230])
})

Poster('a placeholder is a data URI of at most 300 characters that still decodes', async () => {
  for (const kind of POSTER_KINDS) {
    const uri = await makePlaceholder({ seed: 'a', kind })
    assert.ok(uri.length <= 300, `${kind}: ${uri.length}`)
    const meta = await sharp(Buffer.from(uri.slice(uri.indexOf(',') + 1), 'base64')).metadata()
    assert.is(meta.format, 'webp')
  }
})

Poster.run()
