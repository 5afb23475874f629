import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import * as assert from 'uvu/assert'
import { describeApi } from '../deploy/openapi/describeApi.ts'
import { OPERATIONS } from '../web/lib/server/api/operations/index.ts'
import type { AnyOperation } from '../web/lib/server/api/operation.ts'

/** What is published of an operation's answer; made when first asked for. */
const checks = new Map<string, ValidateFunction>()
let ajv: Ajv2020 | null = null

const checkOf = ({ operationId, path, method, status }: AnyOperation): ValidateFunction => {
  if (ajv === null) {
    ajv = new Ajv2020({ strict: false })
    addFormats.default(ajv)
    ajv.addSchema(describeApi(), 'api')
  }
  const made = checks.get(operationId)
  if (made) return made
  const place = ['paths', path, method.toLowerCase(), 'responses', status, 'content', 'application/json', 'schema']
  const pointer = place.map((name) => encodeURIComponent(String(name).replaceAll('~', '~0').replaceAll('/', '~1')))
  const check = ajv.compile({ $ref: `api#/${pointer.join('/')}` })
  checks.set(operationId, check)
  return check
}

const isPath = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path)

/** A success is told as the document says: its status, and every field in it, with none beside. */
export const assertDeclared = (method: string, asked: string, status: number, body: unknown): void => {
  const { pathname, searchParams } = new URL(asked, 'http://api')
  if (status >= 300 || searchParams.has('fields')) return
  const operation =
    OPERATIONS.find((one) => one.method === method && one.path === pathname) ??
    OPERATIONS.find((one) => one.method === method && isPath(one.path, pathname))
  if (!operation) return
  assert.is(status, operation.status, operation.operationId)
  const check = checkOf(operation)
  assert.ok(check(body), `${operation.operationId}: ${JSON.stringify(check.errors)}`)
}
