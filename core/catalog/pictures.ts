import { refuse } from '@mayago/kernel/errors.ts'
import type { StoredPicture } from '@mayago/db/entities/catalog.ts'
import { findCovers, findPicturesOf } from '@mayago/db/queries/findPictures.ts'
import { isPosterKind, isPosterPalette, isPosterTime } from '../art/poster.ts'
import type { PosterSubject } from '../art/renderPoster.ts'
import type { Ctx } from '../context.ts'
import type { Services } from '../services.ts'

/** The widths that there are, in pixels; the height is two thirds of it. */
export const PICTURE_WIDTHS = [320, 640, 960, 1280, 1600] as const
export type PictureWidth = (typeof PICTURE_WIDTHS)[number]

/** Names the state of the art: a change of how pictures are drawn makes files and ETags new. */
export const PICTURE_EDITION = 'e1'

/** Pictures that belong to no experience. */
const HOUSE: Record<string, PosterSubject> = {
  empty: { seed: 'empty', kind: 'mountain-trail', time: 'dawn' },
}

/** An experience's pictures are named after it: `<slug>-<number>-<look>`, and always look the same under that name. */
const OF_EXPERIENCE = /^([a-z0-9]+(?:-[a-z0-9]+)*)-\d{1,3}-[0-9a-f]{6}$/

/** How to draw the picture with this key; null when there is none. */
export const findPicture = async (ctx: Pick<Ctx, 'em'>, key: string): Promise<PosterSubject | null> => {
  if (Object.hasOwn(HOUSE, key)) return HOUSE[key] ?? null
  const slug = OF_EXPERIENCE.exec(key)?.[1]
  if (slug === undefined) return null
  const picture = (await findPicturesOf(ctx.em, slug)).find((one) => one.key === key)
  return picture === undefined ? null : toSubject(picture)
}

const toSubject = ({ key, kind, time, palette }: StoredPicture): PosterSubject | null =>
  isPosterKind(kind)
    ? {
        seed: key,
        kind,
        ...(time !== null && isPosterTime(time) ? { time } : {}),
        ...(palette !== null && isPosterPalette(palette) ? { palette } : {}),
      }
    : null

/** What drawing needs of a context. */
export type PictureCtx = Pick<Ctx, 'em' | 'actor' | 'now'> & { services: Pick<Services, 'pictures'> }

/** A picture as WebP, drawn on its first request. Throws `not_found`. */
export const getPicture = async (
  ctx: PictureCtx,
  { key, width }: { key: string; width: PictureWidth },
): Promise<Uint8Array> =>
  ctx.services.pictures.get(`${key}-${width}.${PICTURE_EDITION}.webp`, async () => {
    const subject = await findPicture(ctx, key)
    if (subject === null) throw refuse('not_found', { what: 'picture' })
    const { renderPoster } = await import('../art/renderPoster.ts')
    return renderPoster(subject, width)
  })

/** Lists ask for these first. */
const WARM_WIDTHS = [640, 320, 960] as const
const WARM_COVERS = 60

/** Draws the covers that lists show first, one at a time. */
export const warmPictures = async (ctx: PictureCtx): Promise<void> => {
  const covers = await findCovers(ctx.em, WARM_COVERS)
  for (const width of WARM_WIDTHS) for (const { key } of covers) await getPicture(ctx, { key, width })
}
