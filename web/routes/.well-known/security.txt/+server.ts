import type { RequestHandler } from '@sveltejs/kit'
import { getApp } from '@mayago/core/app.ts'

const VALID_DAYS = 180

/** Where to tell us of a weakness (RFC 9116). It names a day by which it must have been read anew. */
export const GET: RequestHandler = ({ locals }) => {
  const { publicOrigin } = getApp().services.settings
  const expires = new Date(locals.ctx.now.getTime() + VALID_DAYS * 86_400_000)
  const fields = [
    'Contact: mailto:security@mayago.example',
    `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00.000Z`,
    'Preferred-Languages: en, es',
    `Canonical: ${publicOrigin}/.well-known/security.txt`,
  ]
  return new Response(fields.map((field) => `${field}\n`).join(''), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}
