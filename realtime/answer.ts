import { isRefusal, type RefusalCode, type RefusalData } from '@mayago/kernel/errors.ts'
import type { Ctx } from '@mayago/core/context.ts'
import type { LimitName } from '@mayago/core/ports/limits.ts'
import { assertLoginLive } from '@mayago/core/identity/index.ts'
import { assertWithinLimits } from '@mayago/core/takeLimits.ts'
import type { LiveAuth } from './auth.ts'
import { getLive } from './live.ts'

/** What a client hears of its message: the answer, or why not, with the code REST gives. */
export type Answer<Result> = { ok: Result } | { refused: { code: RefusalCode | 'internal'; data: unknown } }

/** Runs one use-case for a client's message within its limits, in a context of its own, and says how it went. */
export const answer = async <Result>(
  auth: LiveAuth,
  limits: readonly LimitName[],
  idempotencyKey: string | null,
  work: (ctx: Ctx) => Promise<Result>,
): Promise<Answer<Result>> => {
  const { app, log } = getLive()
  const requestId = crypto.randomUUID()
  const ctx = app.makeCtx({ ...auth, requestId, idempotencyKey })
  try {
    await assertLoginLive(ctx)
    await assertWithinLimits(ctx, limits)
    return { ok: await work(ctx) }
  } catch (error) {
    if (isRefusal(error)) return { refused: { code: error.code, data: error.data as RefusalData[RefusalCode] } }
    log.error({ error: String(error), requestId }, 'a room message failed')
    return { refused: { code: 'internal', data: { requestId } } }
  }
}
