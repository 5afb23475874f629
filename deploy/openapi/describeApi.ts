import { z } from 'zod'
import { createDocument, type ZodOpenApiObject, type ZodOpenApiOperationObject } from 'zod-openapi'
import type { RefusalCode } from '@mayago/kernel/errors.ts'
import { OPERATIONS } from '../../web/lib/server/api/operations/index.ts'
import { pathNames, type AnyOperation } from '../../web/lib/server/api/operation.ts'
import { PROBLEMS, problemPath } from '../../web/lib/server/problems.ts'
import { statusOf } from '../../web/lib/server/refusalStatus.ts'
import { GUIDE } from './guide.ts'
import { refusalsOf, ruleOf } from './refusalsOf.ts'

/** The OpenAPI 3.1 document, made of the very schemas that the endpoints validate with. */
export const describeApi = () => createDocument(outline, { override: plainNumbers })

const problem = z
  .looseObject({
    type: z
      .string()
      .meta({ format: 'uri', description: 'Where the code is explained: /api/problems/<code> of this origin.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ description: 'Stable: decide by it.' }),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'A refusal as RFC 9457 tells it, with the data of its code as further members.' })

/** A number that a query carries is text on its way; it is documented as the number it means. */
const plainNumbers: NonNullable<Parameters<typeof createDocument>[1]>['override'] = ({ jsonSchema, zodSchema, io }) => {
  const { def } = zodSchema._zod
  if (io !== 'input' || def.type !== 'pipe') return
  const { anyOf } = jsonSchema
  if (!anyOf?.some((one) => typeof one === 'object' && 'type' in one && one.type === 'number')) return
  const meant = z.toJSONSchema((def as z.core.$ZodPipeDef).out, { io: 'input' })
  delete jsonSchema.anyOf
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = meant
  const bounds = { minimum, maximum, exclusiveMinimum, exclusiveMaximum }
  Object.assign(
    jsonSchema,
    { type },
    Object.fromEntries(Object.entries(bounds).filter(([, bound]) => bound !== undefined)),
  )
}

const describe = (operation: AnyOperation): ZodOpenApiOperationObject => {
  const { operationId, method, tag, summary, description, credentials, output, status } = operation
  const { path, rest } = split(operation)
  const { scope, recent } = ruleOf(operation)
  const isRead = method === 'GET'
  return {
    operationId,
    tags: [tag],
    summary,
    description: [description, recent && RECENT, scope && `API keys need the scope \`${scope}\`.`]
      .filter(Boolean)
      .join('\n\n'),
    security: credentials.map((credential) => (credential === 'none' ? {} : { [credential]: [] })),
    requestParams: {
      ...(path === null ? {} : { path }),
      ...(isRead ? { query: rest.extend({ fields }) } : {}),
      header: isRead ? conditional : method === 'POST' ? keyed : z.object({}),
    },
    ...(isRead || Object.keys(rest.shape).length === 0
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: rest } } } }),
    responses: {
      [String(status) as '200']: {
        description: DONE[status],
        headers: isRead ? { ETag: { schema: { type: 'string' } } } : {},
        content: { 'application/json': { schema: output } },
      },
      ...(isRead ? { '304': { description: 'Nothing has changed since `If-None-Match`.' } } : {}),
      ...refusing(refusalsOf(operation)),
    },
  }
}

const RECENT = 'Needs a sign-in of the last 15 minutes, or one that was confirmed since; else `sign_in_again`.'
const DONE: Record<AnyOperation['status'], string> = { 200: 'Done.', 201: 'Made.', 202: 'Taken in: it is on its way.' }

/** What the path names, and the rest; the rest is as strict as the whole. */
const split = (operation: AnyOperation) => {
  const names = pathNames(operation)
  const { shape } = operation.input
  const part = (inPath: boolean) =>
    Object.fromEntries(Object.entries(shape).filter(([name]) => names.includes(name) === inPath))
  const isStrict = operation.input._zod.def.catchall !== undefined
  return {
    path: names.length === 0 ? null : z.object(part(true)),
    rest: isStrict ? z.strictObject(part(false)) : z.object(part(false)),
  }
}

const fields = z
  .string()
  .optional()
  .meta({ description: 'Only these, by comma; dots lead inside: `id,priceFrom.minor`.' })
const conditional = z.object({
  'If-None-Match': z.string().optional().meta({ description: 'The `ETag` of the answer you have.' }),
})
const keyed = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .meta({
      description: 'New for each attempt, the same for its retries.',
      example: '6f1c1b0a-2a5b-4f0e-9a51-1d5a8e',
    }),
})

/** One answer for each status, which lists its codes. */
const refusing = (codes: readonly RefusalCode[]) => {
  const statuses = [...new Set(codes.map(statusOf))].sort((a, b) => a - b)
  const answers = statuses.map((status) => {
    const own = codes.filter((code) => statusOf(code) === status)
    const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: own } } }] }
    return [
      String(status),
      {
        description: own.map((code) => `[\`${code}\`](${problemPath(code)}): ${PROBLEMS[code].title}.`).join(' '),
        content: { 'application/problem+json': { schema } },
      },
    ]
  })
  return Object.fromEntries(answers) as Record<'400', { description: string }>
}

const TAGS: Record<AnyOperation['tag'], string> = {
  Catalogue: 'What is sold, and when it runs.',
  Holds: 'Seats kept for a party for a while.',
  Bookings: 'What a hold becomes when it is paid.',
  Live: 'Tickets for the rooms that tell seats as they change.',
  Account: 'The person who is signed in.',
  Security: 'Ways to sign in, and second factors.',
  Partners: 'API keys and webhooks.',
  Admin: 'For the people who keep the house.',
}

const pathsOf = (operations: readonly AnyOperation[]): ZodOpenApiObject['paths'] => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const operation of operations)
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = describe(operation)
  return paths
}

const used = new Set(OPERATIONS.map(({ tag }) => tag))
const outline: ZodOpenApiObject = {
  openapi: '3.1.0',
  info: { title: 'MayaGo API', version: '1.0.0', description: GUIDE, license: { name: 'Proprietary' } },
  servers: [{ url: '/api/v1' }],
  tags: Object.entries(TAGS)
    .filter(([name]) => used.has(name as AnyOperation['tag']))
    .map(([name, description]) => ({ name, description })),
  paths: pathsOf(OPERATIONS),
  components: {
    schemas: { Problem: problem },
    securitySchemes: {
      holdToken: {
        type: 'apiKey',
        in: 'header',
        name: 'Hold-Token',
        description: 'The secret from the answer that placed the hold.',
      },
      bearer: { type: 'http', scheme: 'bearer', description: 'An access token, or an API key `mgk_…`.' },
      cookie: {
        type: 'apiKey',
        in: 'cookie',
        name: '__Host-mayago_access',
        description: 'What our own pages are signed in with. It changes nothing when another origin sends it along.',
      },
    },
  },
}
