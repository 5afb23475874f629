import { isRefusal } from '@mayago/kernel/errors.ts'
import type { BookingView } from '../booking/index.ts'
import { getPicture } from '../catalog/index.ts'
import type { Ctx } from '../context.ts'

/** Sharp on paper at the width of a ticket. */
const WIDTH = 1280
/** The strip that shows the people: posters have theirs in the lower half. */
const STRIP = { left: 0, top: 352, width: WIDTH, height: 341 }

/** The experience's cover for a ticket's head, as JPEG; null when it has none. */
export const coverPicture = async (ctx: Ctx, { experience }: BookingView): Promise<Uint8Array | null> => {
  const key = experience.picture.split('/').at(-1)
  if (!key) return null
  try {
    const picture = await getPicture(ctx, { key, width: WIDTH })
    const { default: sharp } = await import('sharp')
    return new Uint8Array(await sharp(picture).extract(STRIP).jpeg({ quality: 84, mozjpeg: true }).toBuffer())
  } catch (error) {
    if (isRefusal(error, 'not_found')) return null
    throw error
  }
}
