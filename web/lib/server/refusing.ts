import { error, fail, type ActionFailure } from '@sveltejs/kit'
import { isRefusal, type Refusal, type RefusalCode } from '@mayago/kernel/errors.ts'
import { refusalWords } from '../refusalWords.ts'
import { statusOf } from './refusalStatus.ts'

/** What a form is told when core refused: words, code and data; the page keeps what was typed. */
export interface Refused {
  code: RefusalCode
  data: Refusal['data']
  words: string
}

/** Runs a page's load; a refusal becomes the error page with its status. */
export const loading = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown
    const seconds = 'retryAfterSeconds' in thrown.data ? thrown.data.retryAfterSeconds : undefined
    error(statusOf(thrown.code), {
      message: refusalWords(thrown),
      code: thrown.code,
      ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }),
    })
  }
}

/** Runs a form's action; a refusal is a failed form with words, never an error page. */
export const acting = async <Result, Kept extends object = Record<never, never>>(
  work: () => Promise<Result>,
  kept: Kept = {} as Kept,
): Promise<Result | ActionFailure<{ refused: Refused } & Kept>> => {
  try {
    return await work()
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown
    const refused = { code: thrown.code, data: thrown.data, words: refusalWords(thrown) }
    return fail(statusOf(thrown.code), { refused, ...kept })
  }
}
