import { json } from '@sveltejs/kit'
import { suggest } from '@mayago/core/catalog/index.ts'
import { suggestInput } from '@mayago/core/catalog/catalog.schema.ts'
import { loading } from '$lib/server/refusing.ts'
import type { RequestHandler } from './$types'

/** What a search field offers after two letters. Anything that cannot be a search has no suggestions. */
export const GET: RequestHandler = ({ locals, url }) =>
  loading(locals, ['search'], async () => {
    const asked = suggestInput.safeParse({ q: url.searchParams.get('q') ?? '' })
    const found = asked.success ? await suggest(locals.ctx, asked.data) : []
    return json(found, { headers: { 'cache-control': 'private, max-age=60' } })
  })
