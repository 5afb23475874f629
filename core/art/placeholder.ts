import sharp from 'sharp'
import { posterSvg } from './poster.ts'
import type { PosterSubject } from './renderPoster.ts'

const WIDTH_PX = 16

/**
 * A blurred thumbnail as a data URI of at most 300 characters, to be stretched behind a picture while it loads.
 * `ratio` is width to height.
 */
export async function makePlaceholder(subject: PosterSubject, ratio = 3 / 2): Promise<string> {
  const svg = posterSvg({ ...subject, width: 240, height: Math.round(240 / ratio) })
  const small = await sharp(Buffer.from(svg))
    .flatten()
    .resize(WIDTH_PX, Math.max(1, Math.round(WIDTH_PX / ratio)))
    .blur(0.6)
    .webp({ quality: 30, effort: 6, smartSubsample: true })
    .toBuffer()
  return `data:image/webp;base64,${small.toString('base64')}`
}
