import { smsContract } from '../../ports/sms.contract.ts'
import { freshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { openLocalSms } from './localSms.ts'

smsContract('to the dev inbox', async () => {
  const { pool, drop } = await freshDatabase()
  return {
    sms: openLocalSms(pool, { now: () => new Date() }),
    arrived: async () => {
      const { rows } = await pool.query<{ to: string; text: string }>(
        'select to_number as "to", text from dev_sms order by sent_at, id',
      )
      return rows
    },
    end: drop,
  }
})
