import type { Pool } from 'pg'
import type { Clock } from '@mayago/kernel/time.ts'
import { newId } from '@mayago/kernel/ids.ts'
import type { MailPort } from '../../ports/mail.ts'

/** Mail of the embedded world: it goes to the dev inbox, where one can read what would have been sent. */
export const openLocalMail = (pool: Pool, clock: Clock): MailPort => ({
  send: async ({ to, subject, html, text, attachments, idempotencyKey }) => {
    const kept = attachments.map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      base64: Buffer.from(content).toString('base64'),
    }))
    const { rows } = await pool.query<{ id: string }>(
      `insert into dev_mails (id, to_email, to_name, subject, html, text, attachments, idempotency_key)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (idempotency_key) do update set idempotency_key = excluded.idempotency_key
       returning id`,
      [newId(clock.now().getTime()), to.email, to.name, subject, html, text, JSON.stringify(kept), idempotencyKey],
    )
    return { messageId: (rows[0] as { id: string }).id }
  },
})
