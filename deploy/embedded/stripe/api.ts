import type { IncomingMessage, ServerResponse } from 'node:http'
import { timingSafeEqual } from 'node:crypto'
import { answerOnce, type Answer } from './answerOnce.ts'
import { expand } from './expand.ts'
import { parseForm } from './form.ts'
import { Params } from './params.ts'
import { readBody } from './readBody.ts'
import { findRoute } from './routes.ts'
import { newRequestId } from './sandboxIds.ts'
import { callOf } from './callOf.ts'
import { API_VERSION, findObject, onAccount, type Call } from './store.ts'
import { StripeError } from './stripeError.ts'
import { transact } from './transact.ts'
import type { Sandbox } from './sandbox.ts'

const KEY_LENGTH_MAX = 255

/** Answers one call to `/v1/…` as Stripe would. */
export const handleApi = async (
  sandbox: Sandbox,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> => {
  const requestId = newRequestId()
  const key = headerOf(req, 'idempotency-key')
  let answer: Answer
  try {
    answer = await answerCall(sandbox, req, url, { requestId, idempotencyKey: key })
  } catch (error) {
    answer = answerFor(sandbox, error, requestId)
  }
  const text = JSON.stringify(answer.body, null, 2)
  res.writeHead(answer.status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-cache, no-store',
    'Request-Id': requestId,
    'Stripe-Version': API_VERSION,
    ...(key === null ? {} : { 'Idempotency-Key': key }),
    ...(answer.replayOf === undefined ? {} : { 'Idempotent-Replayed': 'true', 'Original-Request': answer.replayOf }),
    ...(answer.status === 409 || answer.status >= 500 ? { 'Stripe-Should-Retry': 'true' } : {}),
  })
  res.end(text)
  if (req.method !== 'GET') sandbox.wake()
}

const answerCall = async (
  sandbox: Sandbox,
  req: IncomingMessage,
  url: URL,
  asked: { requestId: string; idempotencyKey: string | null },
): Promise<Answer> => {
  const method = req.method ?? 'GET'
  const body = method === 'GET' ? url.search.slice(1) : await readBody(req)
  const tree = parseForm(body)
  const isSecret = authenticate(sandbox, req, tree['key'])
  delete tree['key']
  const found = findRoute(method, url.pathname)
  if (found === null)
    throw new StripeError(404, {
      type: 'invalid_request_error',
      message: `Unrecognized request URL (${method}: ${url.pathname}). The sandbox does not know this call.`,
    })
  if (!found.route.isOpen && !isSecret)
    throw new StripeError(403, {
      type: 'invalid_request_error',
      code: 'secret_key_required',
      message: 'This API call cannot be made with a publishable API key. Please use a secret API key.',
    })
  if (asked.idempotencyKey !== null && asked.idempotencyKey.length > KEY_LENGTH_MAX)
    throw new StripeError(400, { type: 'idempotency_error', message: 'Idempotency keys have up to 255 characters.' })

  const account = headerOf(req, 'stripe-account')
  if (account !== null && !found.route.isOnAccounts)
    throw new StripeError(400, {
      type: 'invalid_request_error',
      message: `The sandbox does not know this call on a connected account (${method}: ${url.pathname}).`,
    })

  return transact(sandbox.pool, async (db) => {
    const platform: Call = { ...callOf(sandbox, db), isSecret, ...asked }
    if (account !== null) await assertConnected(platform, account)
    const call = onAccount(platform, account)
    return answerOnce(call, { method, path: url.pathname, body }, async () => {
      const params = new Params(tree)
      const paths = params.list('expand')
      const answer = await found.route.handle(call, params, found.id)
      return answer instanceof StripeError || paths.length === 0 ? answer : expand(call, answer, paths)
    })
  })
}

const assertConnected = async (call: Call, account: string): Promise<void> => {
  if ((await findObject(call, 'account', account)) === null)
    throw new StripeError(403, {
      type: 'invalid_request_error',
      code: 'account_invalid',
      message: `The provided key does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`,
    })
}

/** True for the secret key, false for the publishable one, which Stripe.js may also send in the body. */
const authenticate = (sandbox: Sandbox, req: IncomingMessage, bodyKey: unknown): boolean => {
  const authorization = headerOf(req, 'authorization') ?? ''
  const [scheme = '', credentials = ''] = authorization.split(' ')
  const key =
    scheme.toLowerCase() === 'basic'
      ? (Buffer.from(credentials, 'base64').toString().split(':')[0] ?? '')
      : credentials || (typeof bodyKey === 'string' ? bodyKey : '')
  if (key === '')
    throw new StripeError(401, {
      type: 'invalid_request_error',
      message:
        "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    })
  if (isSame(key, sandbox.secretKey)) return true
  if (isSame(key, sandbox.publishableKey)) return false
  throw new StripeError(401, {
    type: 'invalid_request_error',
    message: `Invalid API Key provided: ${key.slice(0, 8)}****`,
  })
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

const answerFor = (sandbox: Sandbox, error: unknown, requestId: string): Answer => {
  if (error instanceof StripeError) return { status: error.status, body: { error: error.body } }
  sandbox.log.error({ err: error, requestId }, 'stripe sandbox: a call failed')
  return {
    status: 500,
    body: { error: { type: 'api_error', message: `An unknown error occurred in the sandbox (${requestId}).` } },
  }
}

const headerOf = (req: IncomingMessage, name: string): string | null => {
  const value = req.headers[name]
  return typeof value === 'string' && value !== '' ? value : null
}
