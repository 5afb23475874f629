import type { Ctx } from './context.ts'

/**
 * Does one thing of a round that finishes what jobs did not: one that fails is logged and comes again, and must not keep
 * the others waiting. `about` names it in the log, by ids.
 */
export const attempt = async (ctx: Ctx, about: Record<string, string>, work: () => Promise<unknown>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    ctx.ports.log.warn({ ...about, error: String(error) }, 'money that should have moved has not; it is tried again')
  }
}
