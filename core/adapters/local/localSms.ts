import type { Pool } from 'pg'
import { newId } from '@mayago/kernel/ids.ts'
import type { Clock } from '@mayago/kernel/time.ts'
import type { SmsPort } from '../../ports/sms.ts'

/** Text messages of the embedded world: they go to the dev inbox. No carrier calls back. */
export const openLocalSms = (pool: Pool, clock: Clock): SmsPort => ({
  send: async ({ to, text, idempotencyKey }) => {
    const { rows } = await pool.query<{ id: string }>(
      `insert into dev_sms (id, to_number, text, idempotency_key) values ($1, $2, $3, $4)
       on conflict (idempotency_key) do update set idempotency_key = excluded.idempotency_key
       returning id`,
      [newId(clock.now().getTime()), to, text, idempotencyKey],
    )
    return { messageId: (rows[0] as { id: string }).id }
  },
  readCallback: () => null,
})
