import type { Handle } from '@sveltejs/kit'
import { getApp } from '@mayago/core/app.ts'
import { actorOf } from './actor.ts'
import { addressOf } from './addressOf.ts'
import { guardResponse } from './guardResponse.ts'
import { nameRequest } from './nameRequest.ts'

/** The way of an endpoint's request: one language, one address, no page around it. One step, because it is the hot one. */
export const handleApi: Handle = async ({ event, resolve }) => {
  nameRequest(event)
  const { cookies, locals, request, url } = event
  const { services, makeCtx } = getApp()
  const actor = actorOf(cookies, url.pathname, services.signer, new Date())
  locals.locale = 'en'
  locals.theme = 'system'
  locals.ctx = makeCtx({
    actor: actor.kind === 'anonymous' ? { ...actor, holdToken: request.headers.get('hold-token') } : actor,
    locale: 'en',
    address: addressOf(event),
    requestId: locals.requestId,
    idempotencyKey: keyOf(request),
  })
  const response = await resolve(event)
  guardResponse(response, event)
  return response
}

/** Visible ASCII, so that every proxy and log passes it on unchanged. */
const KEY = /^[\x21-\x7e]{1,255}$/

const keyOf = ({ method, headers }: Request): string | null => {
  const key = method === 'POST' ? headers.get('idempotency-key') : null
  return key !== null && KEY.test(key) ? key : null
}
