import { createHash } from 'node:crypto'
import type { MailPort } from '../../ports/mail.ts'

export interface SendGridOptions {
  apiKey: string
  /** Its EU region, or a test. */
  apiBase: string
  from: { name: string; email: string }
}

/**
 * Mail by SendGrid's v3 API, through its SDK (https://www.twilio.com/docs/sendgrid/api-reference/mail-send). It knows no
 * idempotency keys: a repeated mail carries the same custom argument, by which it can be told from a second one.
 */
export const openSendGrid = async ({ apiKey, apiBase, from }: SendGridOptions): Promise<MailPort> => {
  const [{ default: client }, { default: mail }] = await Promise.all([
    import('@sendgrid/client'),
    import('@sendgrid/mail'),
  ])
  client.setApiKey(apiKey)
  client.setDefaultRequest('baseUrl', apiBase)
  mail.setClient(client)
  mail.setTimeout(15_000)
  return {
    send: async ({ to, subject, html, text, attachments, idempotencyKey }) => {
      const [response] = await mail.send({
        to,
        from,
        subject,
        // Plain text first: clients show the last part they understand (RFC 2046 §5.1.4).
        content: [
          { type: 'text/plain', value: text },
          { type: 'text/html', value: html },
        ],
        attachments: attachments.map((attachment) => ({
          filename: attachment.filename,
          type: attachment.contentType,
          content: Buffer.from(attachment.content).toString('base64'),
          disposition: 'attachment',
        })),
        customArgs: { idempotencyKey: createHash('sha256').update(idempotencyKey).digest('hex') },
        // Links in our mails are signed and private: no rewriting by third parties.
        trackingSettings: { clickTracking: { enable: false, enableText: false }, openTracking: { enable: false } },
      })
      const id: unknown = (response.headers as Record<string, unknown>)['x-message-id']
      return { messageId: typeof id === 'string' ? id : '' }
    },
  }
}
