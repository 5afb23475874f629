import * as assert from 'uvu/assert'
import type { AnyOperation } from '../web/lib/server/api/operation.ts'
import type { Answered } from './apiClient.ts'

/** Holds answers against what their operations declare, and knows in the end which operation had none. */
export const checkAnswers = (operations: Record<string, AnyOperation>) => {
  const missing = new Set(Object.values(operations).map(({ operationId }) => operationId))
  return {
    /** The declared status and shape: no member is missing, none is there that is not declared. */
    succeeded: ({ operationId, status, output }: AnyOperation, answer: Answered): void => {
      assert.is(answer.status, status, `${operationId}: ${answer.text}`)
      assert.equal(output.parse(answer.body), answer.body, operationId)
      missing.delete(operationId)
    },
    assertComplete: (): void => assert.equal([...missing], []),
  }
}
