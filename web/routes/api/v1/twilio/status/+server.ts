import type { RequestHandler } from '@sveltejs/kit'
import { handleSmsCallback } from '@mayago/core/identity/factors/index.ts'
import { answering, otherMethods } from '$lib/server/endpoint.ts'
import { BODY_BYTES_MAX, readText } from '$lib/server/readJson.ts'

/** Twilio tells what became of a text message; its signature is over our own address, as it was told it, and the form. */
export const POST: RequestHandler = (event) =>
  answering(event, [], async (ctx) => {
    const params = Object.fromEntries(new URLSearchParams(await readText(event.request, BODY_BYTES_MAX)))
    const signature = event.request.headers.get('x-twilio-signature') ?? ''
    const url = ctx.services.settings.publicOrigin + event.url.pathname
    await handleSmsCallback(ctx, { url, signature, params })
    return new Response(null, { status: 204 })
  })
export const fallback = otherMethods('POST')
