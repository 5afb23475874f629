import { recordAct } from '../../audit/index.ts'
import type { Ctx } from '../../context.ts'
import { FACTOR_CHANGES, type FactorChange } from './factorChanges.ts'

/** Audits a change in its transaction, and mails it to the person: nobody's factors change behind their back. */
export const noteChange = async (tx: Ctx, userId: string, change: FactorChange): Promise<void> => {
  const { act, method } = FACTOR_CHANGES[change]
  await recordAct(tx, act, `user:${userId}`, { method })
  await tx.services.jobs.enqueue(tx.em, 'factor.sendNotice', { userId, change, at: tx.now.toISOString() })
}
