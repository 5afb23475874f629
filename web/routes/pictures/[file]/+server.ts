import { error } from '@sveltejs/kit'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { getPicture, PICTURE_EDITION, PICTURE_WIDTHS, type PictureWidth } from '@mayago/core/catalog/index.ts'
import type { RequestHandler } from './$types'

/** The name's end tells an experience's picture, which never changes under its name, from one of the house. */
const FILE = /^([a-z0-9-]{1,160})-(\d{3,4})\.webp$/
const NEVER_CHANGES = /-[0-9a-f]{6}$/

export const GET: RequestHandler = async ({ params, locals, request }) => {
  const [, key, digits] = FILE.exec(params.file) ?? []
  const width = Number(digits)
  if (key === undefined || !isPictureWidth(width)) error(404)
  const headers = {
    'content-type': 'image/webp',
    'cache-control': NEVER_CHANGES.test(key) ? 'public, max-age=31536000, immutable' : 'public, max-age=86400',
    etag: `"${key}-${width}-${PICTURE_EDITION}"`,
  }
  if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
  try {
    const bytes = await getPicture(locals.ctx, { key, width })
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { ...headers, 'content-length': String(bytes.byteLength) },
    })
  } catch (refusal) {
    if (isRefusal(refusal, 'not_found')) error(404)
    throw refusal
  }
}

const isPictureWidth = (width: number): width is PictureWidth => (PICTURE_WIDTHS as readonly number[]).includes(width)
