import type { Handle, RequestEvent } from '@sveltejs/kit'
import { getApp } from '@mayago/core/app.ts'
import { withActor, type Ctx } from '@mayago/core/context.ts'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { actorOf } from './actor.ts'
import { addressOf } from './addressOf.ts'
import { allowOrigin, answerPreflight, isPreflight } from './api/allowOrigin.ts'
import { findApiKey } from './findApiKey.ts'
import { actsAs, findApiUser } from './findUser.ts'
import { guardResponse } from './guardResponse.ts'
import { nameRequest } from './nameRequest.ts'
import { answerProblem, problemFor } from './problems.ts'

type Resolve = Parameters<Handle>[0]['resolve']

/** The way of an endpoint's request: one language, one address, no page around it. One step, because it is the hot one. */
export const handleApi: Handle = async ({ event, resolve }) => {
  nameRequest(event)
  const { locals, request } = event
  const { services, makeCtx } = getApp()
  const actor = actorOf(event, services.signer, new Date())
  locals.locale = 'en'
  locals.theme = 'system'
  const ctx = makeCtx({
    actor: actor.kind === 'anonymous' ? { ...actor, holdToken: request.headers.get('hold-token') } : actor,
    locale: 'en',
    address: addressOf(event),
    requestId: locals.requestId,
    idempotencyKey: keyOf(request),
    userAgent: request.headers.get('user-agent'),
  })
  const { apiOrigins } = services.settings
  const response = isPreflight(request) ? answerPreflight(request, apiOrigins) : await acting(event, ctx, resolve)
  guardResponse(response, event)
  allowOrigin(request, response, apiOrigins)
  return response
}

/** Finds the key or the user, and answers at once where a token is not good: whoever sends one means to be somebody. */
const acting = async (event: RequestEvent, ctx: Ctx, resolve: Resolve): Promise<Response> => {
  const { locals } = event
  try {
    const key = await findApiKey(event.request, ctx)
    locals.user = key === null ? await findApiUser(event, ctx) : null
    locals.ctx = key === null ? actsAs(ctx, locals.user) : withActor(ctx, key)
  } catch (error) {
    if (!isRefusal(error)) ctx.ports.log.error({ err: error, requestId: locals.requestId }, 'a token was not checked')
    return answerProblem(problemFor(error, locals.requestId))
  }
  return resolve(event)
}

/** Visible ASCII, so that every proxy and log passes it on unchanged. */
const KEY = /^[\x21-\x7e]{1,255}$/

const keyOf = ({ method, headers }: Request): string | null => {
  const key = method === 'POST' ? headers.get('idempotency-key') : null
  return key !== null && KEY.test(key) ? key : null
}
