import sharp from 'sharp'
import type { StoredPicture } from '@mayago/db/entities/catalog.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { isPosterKind, isPosterPalette, isPosterTime, posterSvg } from '../art/poster.ts'
import { posterHeight } from '../art/renderPoster.ts'
import type { BookingView } from '../booking/booking.view.ts'
import type { Ctx } from '../context.ts'

/** Sharp on paper at the width of a ticket: about 250 dots an inch. */
const WIDTH = 1280
/** The strip that shows the people: posters have theirs in the lower half. */
const STRIP = { left: 0, top: 300, width: WIDTH, height: 341 }

/** The experience's cover for a ticket's head, as JPEG; null when it has none that we can draw. */
export const coverPicture = async (ctx: Ctx, { experience }: BookingView): Promise<Uint8Array | null> => {
  const row = await queryRow<{ cover: StoredPicture | null }>(
    ctx.em,
    'select pictures -> 0 as cover from experiences where id = $1',
    [experience.id],
  )
  const cover = row?.cover
  if (!cover || !isPosterKind(cover.kind)) return null
  const svg = posterSvg({
    seed: cover.key,
    kind: cover.kind,
    ...(cover.time !== null && isPosterTime(cover.time) ? { time: cover.time } : {}),
    ...(cover.palette !== null && isPosterPalette(cover.palette) ? { palette: cover.palette } : {}),
    width: WIDTH,
    height: posterHeight(WIDTH),
  })
  return new Uint8Array(await sharp(Buffer.from(svg)).extract(STRIP).jpeg({ quality: 84, mozjpeg: true }).toBuffer())
}
