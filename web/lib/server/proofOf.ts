import type { FactorProof } from '@mayago/core/identity/factors/index.ts'
import { jsonOf, textOf } from './forms.ts'

/** What a form shows as a second factor. */
export const proofOf = (form: FormData): FactorProof => {
  const method = textOf(form, 'method')
  return method === 'passkey' ? { method, response: jsonOf(form, 'response') } : { method, code: textOf(form, 'code') }
}
