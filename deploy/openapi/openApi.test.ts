import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { OPERATIONS } from '../../web/lib/server/api/operations/index.ts'
import { describeApi } from './describeApi.ts'
import { OPENAPI_FILE, openApiText } from './document.ts'

const OpenApi = suite('OpenAPI')

OpenApi('the committed document is what the schemas say: else run npm run openapi', async () => {
  assert.is(readFileSync(OPENAPI_FILE, 'utf8'), await openApiText())
})

OpenApi('it is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const result = await validator.validate(structuredClone(describeApi()) as unknown as Record<string, unknown>)
  assert.is(result.valid, true, JSON.stringify('errors' in result ? result.errors : null))
  assert.is(validator.version, '3.1')
})

/** What answers under /api/v1 and is no operation for partners, with the reason. */
const NO_OPERATIONS: Record<string, string> = {
  'POST /stripe/webhook': 'Stripe calls it, in its own format',
  'POST /twilio/status': 'Twilio calls it, in its own format',
  'GET /openapi.json': 'the document itself',
}

const ROUTES = 'web/routes/api/v1'
const methodsOf = (source: string): string[] =>
  [...source.matchAll(/^export const (GET|POST|PUT|PATCH|DELETE)\b/gm)].map((match) => match[1] as string)

/** "METHOD /path/{name}" of every route file. */
const routes = (): string[] =>
  readdirSync(ROUTES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === '+server.ts')
    .flatMap(({ parentPath }) => {
      const path = parentPath.slice(ROUTES.length).replace(/\[(\w+)\]/g, '{$1}')
      return methodsOf(readFileSync(join(parentPath, '+server.ts'), 'utf8')).map((method) => `${method} ${path}`)
    })

OpenApi('every route is an operation of the document, and every operation a route', () => {
  const known = [...OPERATIONS.map(({ method, path }) => `${method} ${path}`), ...Object.keys(NO_OPERATIONS)]
  assert.equal(routes().sort(), known.sort())
  assert.equal(methodsOf('export const PUT = endpoint(x)\n'), ['PUT'], 'the search finds what is planted')
})

OpenApi('operations have names of their own, and words', () => {
  assert.is(new Set(OPERATIONS.map(({ operationId }) => operationId)).size, OPERATIONS.length)
  for (const { summary, operationId } of OPERATIONS) assert.ok(summary.length > 5, operationId)
})

OpenApi('[SEAT-4] every POST says how its retries are answered', () => {
  for (const { method, retries, operationId } of OPERATIONS)
    if (method === 'POST') assert.is.not(retries, 'none', operationId)
})

OpenApi.run()
