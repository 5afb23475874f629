import sharp from 'sharp'
import { assert } from '@mayago/kernel/assert.ts'
import { type PosterOptions, posterSvg } from './poster.ts'

/** Widths that pages ask for, smallest first. */
export const POSTER_WIDTHS = [320, 640, 960, 1280, 1600] as const
export type PosterWidth = (typeof POSTER_WIDTHS)[number]

export type PosterSubject = Omit<PosterOptions, 'width' | 'height'>

/** Height in whole pixels for a width and a ratio of width to height. */
export const posterHeight = (width: number, ratio = 3 / 2): number => Math.round(width / ratio)

/** Rasterises a poster to WebP at `width` pixels; `ratio` is width to height, 3:2 unless told. */
export async function renderPoster(subject: PosterSubject, width: number, ratio = 3 / 2): Promise<Buffer> {
  assert(Number.isInteger(width) && width >= 1 && width <= 4096, 'a poster is between 1 and 4096 pixels wide')
  const svg = posterSvg({ ...subject, width, height: posterHeight(width, ratio) })
  return await sharp(Buffer.from(svg)).webp({ quality: 82, effort: 4 }).toBuffer()
}
