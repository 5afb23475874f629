import { redirect } from '@sveltejs/kit'
import { isRefusal, type RefusalCode } from '@mayago/kernel/errors.ts'
import type { LimitName } from '@mayago/core/ports/limits.ts'
import { to } from '../links.ts'
import { acting, loading } from './refusing.ts'

/** Where somebody is led whose sign-in is missing or too old; afterwards they are back where they were. */
const LEADS: Partial<Record<RefusalCode, string>> = {
  sign_in_required: '/account/sign-in',
  sign_in_again: '/account/security/confirm',
}

/** Runs the load of a page about one's own account. */
export const loadingOwn = <Result>(locals: App.Locals, url: URL, work: () => Promise<Result>): Promise<Result> =>
  loading(locals, [], () => leading(url, work))

/** Runs a form's action of such a page. */
export const actingOwn = <Result, Kept extends object = Record<never, never>>(
  locals: App.Locals,
  url: URL,
  work: () => Promise<Result>,
  kept: Kept = {} as Kept,
  limits: readonly LimitName[] = [],
) => acting(locals, limits, () => leading(url, work), kept)

const leading = async <Result>(url: URL, work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (thrown) {
    const page = isRefusal(thrown) ? LEADS[thrown.code] : undefined
    if (page === undefined) throw thrown
    redirect(303, to(page, { next: url.pathname }))
  }
}
