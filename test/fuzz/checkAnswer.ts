import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { assertProblem, type Answered } from '../apiClient.ts'
import type { ApiDocument, Operation } from './document.ts'

/** What may be in no answer, whatever was sent: traces, files of ours, columns and encodings that hold secrets. */
const SECRETS = /node_modules|\n\s+at |\bat \/|\bSELECT |\$argon2|password_hash|_sealed\b|refresh_tokens/

export interface Checked extends Answered {
  /** Whether the request asked for some fields only: what is required otherwise may be missing. */
  picked: boolean
}

/** Tells everything in an answer that the document does not say; nothing when all is well. */
export type CheckAnswer = (operation: Operation, answer: Checked) => string[]

export const answerChecker = (document: ApiDocument): CheckAnswer => {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  ajv.addSchema(document, 'whole')
  ajv.addSchema(withoutRequired(document) as object, 'picked')

  const schemaOf = ({ path, method }: Operation, status: number, type: string, picked: boolean) => {
    const steps = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema']
    const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
    return ajv.getSchema(`${picked ? 'picked' : 'whole'}#/${pointer}`) as ValidateFunction | undefined
  }

  return (operation, answer) => {
    const { status, headers, text, body, picked } = answer
    const faults: string[] = []
    if (status >= 500 || status === 429) faults.push(`it answered ${status}`)
    if (SECRETS.test(text)) faults.push(`it tells ${SECRETS.exec(text)?.[0]}`)
    if (!headers.get('x-request-id')) faults.push('it does not name the request')
    const types = operation.responses[String(status)]
    if (types === undefined) return [...faults, `${status} is not declared`]
    const type = headers.get('content-type') ?? ''
    if (types.length === 0) return text === '' ? faults : [...faults, `${status} has no body by the document`]
    if (!types.includes(type)) return [...faults, `the content type is ${type || 'none'}`]
    if (type.endsWith('json') && Object.keys(body).length === 0 && text !== '{}') faults.push('it is no JSON object')
    if (type === 'application/problem+json') faults.push(...problemFaults(answer))
    const validate = schemaOf(operation, status, type, picked && status < 400)
    if (validate === undefined) faults.push(`${status} has no schema`)
    else if (!validate(body)) faults.push(`${status} does not match its schema: ${ajv.errorsText(validate.errors)}`)
    return faults
  }
}

const problemFaults = (answer: Checked): string[] => {
  try {
    assertProblem(answer, null, null)
    return []
  } catch (error) {
    return [`it is not a whole problem: ${(error as Error).message.slice(0, 200)}`]
  }
}

const withoutRequired = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutRequired)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name, part]) => name !== 'required' || !Array.isArray(part))
  return Object.fromEntries(kept.map(([name, part]) => [name, withoutRequired(part)]))
}
