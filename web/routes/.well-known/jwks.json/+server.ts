import { json, type RequestHandler } from '@sveltejs/kit'
import { getJwks } from '@mayago/core/identity/index.ts'

const SECONDS = 300

/** The public keys of access tokens (RFC 7517). A new one is here a day before it signs. */
export const GET: RequestHandler = async ({ locals: { ctx } }) =>
  json(await getJwks(ctx), { headers: { 'cache-control': `public, max-age=${SECONDS}` } })
