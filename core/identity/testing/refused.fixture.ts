import * as assert from 'uvu/assert'
import { isRefusal, type RefusalCode } from '@mayago/kernel/errors.ts'

/** What became of it: its refusal's code, or 'kept'. A bug stays a bug. */
export const outcomeOf = (work: Promise<unknown>): Promise<RefusalCode | 'kept'> =>
  work.then(
    () => 'kept',
    (error: unknown) => {
      if (isRefusal(error)) return error.code
      throw error
    },
  )

export const refused = async (work: Promise<unknown>, code: RefusalCode, about = ''): Promise<void> =>
  assert.is(await outcomeOf(work), code, about)
