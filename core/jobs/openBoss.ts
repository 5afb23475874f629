import { PgBoss } from 'pg-boss'
import { JOB_NAMES } from './jobMap.ts'

/**
 * Opens the job queue on the database. One process at a time makes its tables; a worker also supervises and schedules.
 * The queues exist afterwards.
 */
export const openBoss = async (
  url: string,
  { worker, onError }: { worker: boolean; onError: (error: Error) => void },
): Promise<PgBoss> => {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'mayago-jobs',
    max: worker ? 4 : 1,
    supervise: worker,
    schedule: worker,
  })
  boss.on('error', onError)
  await boss.start()
  for (const name of JOB_NAMES) await boss.createQueue(name)
  return boss
}
