import { error } from '@sveltejs/kit'
import { getApp } from '@mayago/core/app.ts'
import { getDevMail } from '@mayago/core/documents/index.ts'
import { isId } from '@mayago/kernel/ids.ts'
import { loading } from '$lib/server/refusing.ts'
import type { RequestHandler } from './$types'

/** A mail as it was sent. Mail clients allow styles on elements, so this one page does too; its frame is sandboxed. */
const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: cid:; frame-ancestors 'self'"

export const GET: RequestHandler = async ({ locals, locals: { ctx }, params }) => {
  if (!getApp().embedded || !isId(params.mailId)) error(404)
  const { html } = await loading(locals, [], () => getDevMail(ctx, { mailId: params.mailId }))
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': MAIL_POLICY,
      'x-frame-options': 'SAMEORIGIN',
    },
  })
}
