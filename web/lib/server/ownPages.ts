import type { LimitName } from '@mayago/core/ports/limits.ts'
import { leadToProof } from './account.ts'
import { acting, loading } from './refusing.ts'

/** Runs the load of a page about one's own account. */
export const loadingOwn = <Result>(locals: App.Locals, url: URL, work: () => Promise<Result>): Promise<Result> =>
  loading(locals, [], () => leadToProof({ url }, work))

/** Runs a form's action of such a page. */
export const actingOwn = <Result, Kept extends object = Record<never, never>>(
  locals: App.Locals,
  url: URL,
  work: () => Promise<Result>,
  kept: Kept = {} as Kept,
  limits: readonly LimitName[] = [],
) => acting(locals, limits, () => leadToProof({ url }, work), kept)
