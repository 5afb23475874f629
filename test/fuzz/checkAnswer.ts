import { assertProblem, type Answered } from '../apiClient.ts'
import { declaredAnswers } from '../declared/declaredAnswers.ts'
import type { ApiDocument, Operation } from '../declared/document.ts'

/** What may be in no answer, whatever was sent: traces, files of ours, columns and encodings that hold secrets. */
const SECRETS = /node_modules|\n\s+at |\bat \/|\bSELECT |\$argon2|password_hash|_sealed\b|refresh_tokens/

export interface Checked extends Answered {
  /** Whether the request asked for some fields only: what is required otherwise may be missing. */
  picked: boolean
}

/** Tells everything in an answer that the document does not say; nothing when all is well. */
export type CheckAnswer = (operation: Operation, answer: Checked) => string[]

export const answerChecker = (document: ApiDocument): CheckAnswer => {
  const declared = declaredAnswers(document)
  return (operation, answer) => {
    const { status, headers, text, body, picked } = answer
    const faults = declared.faults(operation, answer, picked)
    if (status >= 500 || status === 429) faults.push(`it answered ${status}`)
    if (SECRETS.test(text)) faults.push(`it tells ${SECRETS.exec(text)?.[0]}`)
    if (!headers.get('x-request-id')) faults.push('it does not name the request')
    const type = headers.get('content-type') ?? ''
    if (type.endsWith('json') && Object.keys(body).length === 0 && text !== '{}') faults.push('it is no JSON object')
    if (type === 'application/problem+json') faults.push(...problemFaults(answer))
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
