import type { Ctx } from '../../context.ts'
import type { JobName } from '../../jobs/jobMap.ts'

/** What a job must know of a person and nobody may read in the queue's table. */
export const sealForJob = (ctx: Ctx, job: JobName, data: unknown): string =>
  ctx.services.sealer.seal(`job:${job}`, JSON.stringify(data))

export const openForJob = <Data>(ctx: Ctx, job: JobName, sealed: string): Data =>
  JSON.parse(ctx.services.sealer.open(`job:${job}`, sealed)) as Data
