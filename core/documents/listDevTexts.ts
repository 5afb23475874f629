import { queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'

export interface DevTextView {
  id: string
  to: string
  text: string
  sentAt: string
}

const TEXTS_MAX = 100

/** The latest text messages that embedded mode kept instead of sending; doors show them in embedded mode only. */
export const listDevTexts = async (ctx: Ctx): Promise<DevTextView[]> => {
  const rows = await queryRows<{ id: string; to_number: string; text: string; sent_at: string }>(
    ctx.em,
    'select id, to_number, text, sent_at from dev_sms order by sent_at desc, id desc limit $1',
    [TEXTS_MAX],
  )
  return rows.map((row) => ({
    id: row.id,
    to: row.to_number,
    text: row.text,
    sentAt: toDate(row.sent_at).toISOString(),
  }))
}
