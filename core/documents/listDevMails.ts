import { refuse } from '@mayago/kernel/errors.ts'
import { queryRow, queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'

export interface DevMailView {
  id: string
  toName: string
  toEmail: string
  subject: string
  sentAt: string
  attachments: { filename: string; contentType: string; bytes: number }[]
}

interface DevMailRow {
  id: string
  to_name: string
  to_email: string
  subject: string
  sent_at: string
  attachments: { filename: string; contentType: string; bytes: number }[]
}

const MAILS_MAX = 100

/** The latest mails that embedded mode kept instead of sending; doors show it in embedded mode only. */
export const listDevMails = async (ctx: Ctx): Promise<DevMailView[]> => {
  assertCan(ctx, 'devInbox.read')
  const rows = await queryRows<DevMailRow>(
    ctx.em,
    `select id, to_name, to_email, subject, sent_at,
       (select coalesce(jsonb_agg(jsonb_build_object('filename', a ->> 'filename', 'contentType', a ->> 'contentType',
          'bytes', length(a ->> 'base64') * 3 / 4) order by n), '[]')
        from jsonb_array_elements(attachments) with ordinality as x(a, n)) as attachments
     from dev_mails order by sent_at desc, id desc limit $1`,
    [MAILS_MAX],
  )
  return rows.map((row) => ({
    id: row.id,
    toName: row.to_name,
    toEmail: row.to_email,
    subject: row.subject,
    sentAt: toDate(row.sent_at).toISOString(),
    attachments: row.attachments,
  }))
}

/** One kept mail with its bodies. */
export const getDevMail = async (
  ctx: Ctx,
  { mailId }: { mailId: string },
): Promise<{ subject: string; html: string; text: string }> => {
  assertCan(ctx, 'devInbox.read')
  const row = await queryRow<{ subject: string; html: string; text: string }>(
    ctx.em,
    'select subject, html, text from dev_mails where id = $1',
    [mailId],
  )
  if (!row) throw refuse('not_found', { what: 'mail' })
  return row
}

export const getDevAttachment = async (
  ctx: Ctx,
  { mailId, index }: { mailId: string; index: number },
): Promise<{ filename: string; contentType: string; content: Uint8Array<ArrayBuffer> }> => {
  assertCan(ctx, 'devInbox.read')
  const row = await queryRow<{ filename: string; contentType: string; content: string }>(
    ctx.em,
    `select attachments -> $2::int ->> 'filename' as filename, attachments -> $2::int ->> 'contentType' as "contentType",
       attachments -> $2::int ->> 'base64' as content
     from dev_mails where id = $1 and jsonb_array_length(attachments) > $2::int`,
    [mailId, index],
  )
  if (!row) throw refuse('not_found', { what: 'attachment' })
  return { ...row, content: new Uint8Array(Buffer.from(row.content, 'base64')) }
}
