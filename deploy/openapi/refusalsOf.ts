import type { RefusalCode } from '@mayago/kernel/errors.ts'
import { ACCESS } from '@mayago/core/identity/access.ts'
import { pathNames, type AnyOperation } from '../../web/lib/server/api/operation.ts'

/** What the table of who may do what says of an operation. */
export const ruleOf = ({ action }: AnyOperation): { who: readonly string[]; scope?: string; recent?: true } =>
  ACCESS[action]

/** Every refusal that an operation may answer: its own, and those that its kind brings. */
export const refusalsOf = (operation: AnyOperation): RefusalCode[] => {
  const { method, credentials, refusals, retries } = operation
  const isKept = method === 'POST' && retries !== 'anew'
  const rule = ruleOf(operation)
  const all: (RefusalCode | false | undefined)[] = [
    ...refusals,
    'invalid_input',
    pathNames(operation).length > 0 && 'not_found',
    method === 'POST' && 'key_required',
    isKept && 'key_reused',
    isKept && 'key_in_flight',
    method !== 'GET' && 'body_too_large',
    method !== 'GET' && 'wrong_content_type',
    // Whoever sends a token means to be somebody, even where nobody need be.
    'token_invalid',
    credentials.includes('bearer') && 'account_suspended',
    credentials.includes('bearer') && rule.scope !== undefined && 'scope_missing',
    'not_allowed',
    !credentials.includes('none') && 'sign_in_required',
    rule.recent && 'sign_in_again',
    (rule.recent || isForStaff(rule)) && 'second_factor_missing',
    'too_many_requests',
    'temporarily_unavailable',
  ]
  return [...new Set(all.filter((code) => typeof code === 'string'))]
}

/** Staff need a second factor for all that is theirs to do. */
const isForStaff = ({ who }: { who: readonly string[] }): boolean => who.includes('support') || who.includes('admin')
