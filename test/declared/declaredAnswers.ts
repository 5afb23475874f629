import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { operationsOf, type ApiDocument, type Operation } from './document.ts'

/** An answer as far as the document speaks of it. */
export interface Told {
  status: number
  headers: Headers
  text: string
  body: unknown
}

export interface DeclaredAnswers {
  /** The operation that a request is for; null where the document has none, for other methods and addresses. */
  find(method: string, pathname: string): Operation | null
  /**
   * Everything in an answer that the document does not say: its status, content type, a field too many or too few, and,
   * of a refusal, its code. `picked` says that some fields only were asked for.
   */
  faults(operation: Operation, answer: Told, picked: boolean): string[]
}

/** Holds answers against what is published of them. */
export const declaredAnswers = (document: ApiDocument): DeclaredAnswers => {
  const operations = operationsOf(document)
  const validateOf = compiler(document)
  return {
    find: (method, pathname) =>
      operations.find((one) => one.method === method && one.path === pathname) ??
      operations.find((one) => one.method === method && isPath(one.path, pathname)) ??
      null,
    faults: (operation, { status, headers, text, body }, picked) => {
      const types = operation.responses[String(status)]
      if (types === undefined) return [`${status} is not declared`]
      if (types.length === 0) return text === '' ? [] : [`${status} has no body by the document`]
      const type = headers.get('content-type') ?? ''
      if (!types.includes(type)) return [`the content type is ${type || 'none'}`]
      const validate = validateOf(operation, status, type, picked && status < 400)
      if (validate === undefined) return [`${status} has no schema`]
      if (validate(body)) return []
      return [`${status} does not match its schema: ${JSON.stringify(validate.errors?.[0])}`]
    },
  }
}

/** Finds the schema of an answer and compiles it, once. */
const compiler = (document: ApiDocument) => {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  addFormats.default(ajv)
  ajv.addSchema(document, 'whole')
  ajv.addSchema(withoutRequired(document) as object, 'picked')
  return ({ path, method }: Operation, status: number, type: string, picked: boolean): ValidateFunction | undefined => {
    const steps = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema']
    const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
    return ajv.getSchema(`${picked ? 'picked' : 'whole'}#/${pointer}`)
  }
}

const withoutRequired = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutRequired)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name, part]) => name !== 'required' || !Array.isArray(part))
  return Object.fromEntries(kept.map(([name, part]) => [name, withoutRequired(part)]))
}

const isPath = (pattern: string, pathname: string): boolean =>
  new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname)
