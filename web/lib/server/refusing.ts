import { error, fail, type ActionFailure } from '@sveltejs/kit'
import { isRefusal, type Refusal, type RefusalCode } from '@mayago/kernel/errors.ts'
import type { LimitName } from '@mayago/core/ports/limits.ts'
import { assertWithinLimits } from '@mayago/core/takeLimits.ts'
import { refusalWords } from '../refusalWords.ts'
import { statusOf } from './refusalStatus.ts'

/** What a form is told when core refused: words, code and data; the page keeps what was typed. */
export interface Refused {
  code: RefusalCode
  data: Refusal['data']
  words: string
}

/** Runs a page's load within its limits; a refusal becomes the error page with its status. */
export const loading = async <Result>(
  locals: App.Locals,
  limits: readonly LimitName[],
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    await assertWithinLimits(locals.ctx, limits)
    return await work()
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown
    const seconds = noteWhenToComeBack(locals, thrown)
    error(statusOf(thrown.code), {
      message: refusalWords(thrown),
      code: thrown.code,
      ...(seconds === null ? {} : { retryAfterSeconds: seconds }),
    })
  }
}

/** Runs a form's action within its limits; a refusal is a failed form with words, never an error page. */
export const acting = async <Result, Kept extends object = Record<never, never>>(
  locals: App.Locals,
  limits: readonly LimitName[],
  work: () => Promise<Result>,
  kept: Kept = {} as Kept,
): Promise<Result | ActionFailure<{ refused: Refused } & Kept>> => {
  try {
    await assertWithinLimits(locals.ctx, ['pages', ...limits])
    return await work()
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown
    noteWhenToComeBack(locals, thrown)
    const refused = { code: thrown.code, data: thrown.data, words: refusalWords(thrown) }
    return fail(statusOf(thrown.code), { refused, ...kept })
  }
}

/** The response's `Retry-After` is set by the hook that sends it. */
const noteWhenToComeBack = (locals: App.Locals, { data }: Refusal): number | null => {
  locals.retryAfterSeconds = 'retryAfterSeconds' in data ? data.retryAfterSeconds : null
  return locals.retryAfterSeconds
}
