import { openLocalMail } from '@mayago/core/adapters/local/localMail.ts'
import { JOB_HANDLERS } from '@mayago/core/jobs/handlers.ts'
import type { CoreWorld } from './coreWorld.ts'

type MailJob = 'account.sendRegistration' | 'account.sendReset' | 'account.sendEmailChange'

/** Runs the waiting mail jobs of one name; answers how many, and the token in the latest mail to the address. */
export const mailedToken = async (
  w: CoreWorld,
  name: MailJob,
  email: string,
): Promise<{ jobs: number; token: string }> => {
  const mail = openLocalMail(w.pool, { now: () => new Date() })
  const jobs = await w.boss.fetch<{ userId: string; sealed: string }>(name, { batchSize: 50 })
  for (const job of jobs ?? []) {
    await JOB_HANDLERS[name](w.as(undefined, { ports: { ...w.ports, mail } }), job.data)
    await w.boss.complete(name, job.id)
  }
  const { rows } = await w.pool.query<{ text: string }>(
    'select text from dev_mails where to_email = $1 order by sent_at desc limit 1',
    [email],
  )
  return { jobs: jobs.length, token: /[?]token=([\w-]+)/.exec(rows[0]?.text ?? '')?.[1] ?? '' }
}
