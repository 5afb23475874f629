import type { RequestEvent, RequestHandler } from '@sveltejs/kit'
import type { z } from 'zod'
import { isRefusal, refuse } from '@mayago/kernel/errors.ts'
import { idempotentlySealed } from '@mayago/core/booking/index.ts'
import type { Ctx } from '@mayago/core/context.ts'
import type { LimitName } from '@mayago/core/ports/limits.ts'
import { takeLimits } from '@mayago/core/takeLimits.ts'
import { answerRead } from './api/answerRead.ts'
import type { AnyOperation, Operation } from './api/operation.ts'
import { pickFields, readFields } from './api/pickFields.ts'
import { answerJson } from './answerJson.ts'
import { answerProblem, otherProblem, problemFor } from './problems.ts'
import { readJson } from './readJson.ts'

/**
 * The door of an operation: path, query or JSON body, parsed by the use-case's own schema; its answer as JSON, its
 * refusals as problems (RFC 9457). Every POST needs an `Idempotency-Key` (SEAT-4); a `Hold-Token` says whose hold it is.
 */
export const endpoint = <Input extends z.ZodObject, Output extends z.ZodObject>(
  operation: Operation<Input, Output>,
): RequestHandler => {
  const work = operation.method === 'GET' ? read<Input, Output> : change<Input, Output>
  const own = operation.limits
  const all = ['api', ...own] as const
  return (event) => answering(event, isOwn(operation, event) ? own : all, (ctx) => work(ctx, event, operation))
}

/** Programs may say so too, and then are held to the endpoint's own limits, which are the narrower ones by the minute. */
const isOwn = ({ ownPages }: AnyOperation, { request: { headers } }: RequestEvent): boolean =>
  ownPages === true && headers.get('sec-fetch-site') === 'same-origin' && !headers.has('authorization')

const read = async <Input extends z.ZodObject, Output extends z.ZodObject>(
  ctx: Ctx,
  { request, url, params }: RequestEvent,
  { input, output, useCase, shared }: Operation<Input, Output>,
): Promise<Response> => {
  const { fields, ...query } = Object.fromEntries(url.searchParams)
  const asked = parse(input, query, params)
  const tree = fields ? readFields(fields, output) : null
  const answer = await useCase(ctx, asked)
  const body = JSON.stringify(tree === null ? answer : pickFields(tree, answer, output))
  return answerRead(request, { body, contentType: 'application/json', shared })
}

const change = async <Input extends z.ZodObject, Output extends z.ZodObject>(
  ctx: Ctx,
  event: RequestEvent,
  { operationId, input, useCase, status, retries, admit }: Operation<Input, Output>,
): Promise<Response> => {
  const body = await bodyOf(event)
  assertKeyed(ctx, event)
  const asked = parse(input, body, event.params)
  if (retries !== 'sealed') return answerJson(await useCase(ctx, asked), status)
  await admit?.(ctx)
  return answerJson(await idempotentlySealed(ctx, operationId, asked, () => useCase(ctx, asked)), status)
}

/** Takes the limits, runs `work` and sees to headers and problems: nothing unforeseen tells more than a request id. */
export const answering = async (
  event: RequestEvent,
  limits: readonly LimitName[],
  work: (ctx: Ctx) => Promise<Response>,
): Promise<Response> => {
  const { ctx, requestId } = event.locals
  let headers: Record<string, string> = {}
  try {
    const limited = await takeLimits(ctx, limits)
    headers = limited.headers
    if (!limited.allowed) throw refuse('too_many_requests', { retryAfterSeconds: limited.retryAfterSeconds })
    const response = await work(ctx)
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
    return response
  } catch (error) {
    if (!isRefusal(error)) ctx.ports.log.error({ err: error, requestId, route: event.route.id }, 'an endpoint failed')
    return answerProblem(problemFor(error, requestId), headers)
  }
}

/** Answers every method that the route does not have; OPTIONS hears which it has. */
export const otherMethods = (...methods: string[]): RequestHandler => {
  const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS']
  const allow = allowed.join(', ')
  return ({ locals, request }) =>
    request.method === 'OPTIONS'
      ? new Response(null, { status: 204, headers: { allow } })
      : answerProblem(otherProblem('method_not_allowed', allowed.join(' and '), locals.requestId), { allow })
}

const assertKeyed = ({ idempotencyKey }: Ctx, { request }: RequestEvent): void => {
  if (request.method === 'POST' && idempotencyKey === null) throw refuse('key_required', {})
}

const bodyOf = async ({ request, params }: RequestEvent): Promise<Record<string, unknown>> => {
  const body = await readJson(request)
  const twice = Object.keys(params).filter((name) => Object.hasOwn(body, name))
  if (twice.length > 0)
    throw refuse('invalid_input', { issues: twice.map((path) => ({ path, message: 'is named by the address' })) })
  return body
}

const ISSUES_MAX = 20

/** A path that cannot name anything names nothing: `not_found`. Everything else that does not fit is `invalid_input`. */
const parse = <Schema extends z.ZodType>(
  schema: Schema,
  input: Record<string, unknown>,
  params: Partial<Record<string, string>>,
): z.output<Schema> => {
  const result = schema.safeParse({ ...input, ...params })
  if (result.success) return result.data
  const issues = result.error.issues.map(({ path, message }) => ({
    path: path.join('.').slice(0, 100),
    message: message.slice(0, 200),
  }))
  const misnamed = issues.find(({ path }) => Object.hasOwn(params, path))
  if (misnamed) throw refuse('not_found', { what: misnamed.path.replace(/(Id)?(OrSlug)?$/, '') })
  throw refuse('invalid_input', { issues: issues.slice(0, ISSUES_MAX) })
}
