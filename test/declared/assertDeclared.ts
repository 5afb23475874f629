import * as assert from 'uvu/assert'
import { declaredAnswers, type Told } from './declaredAnswers.ts'
import { readDocument, type Operation } from './document.ts'

const declared = declaredAnswers(readDocument())

/**
 * Fails where an operation answers what the document does not say of it. `path` is below /api/v1, with its query.
 * Answers the operation, or null where there is none at this address and method.
 */
export const assertDeclared = (method: string, path: string, answer: Told): Operation | null => {
  const { pathname, searchParams } = new URL(path, 'http://api')
  const operation = declared.find(method, pathname)
  if (operation === null) return null
  const faults = declared.faults(operation, answer, Boolean(searchParams.get('fields')))
  assert.equal(faults, [], `${operation.name}: ${answer.status} ${answer.text.slice(0, 400)}`)
  return operation
}
