/** Sends one mail. Delivery is at least once: `idempotencyKey` lets an adapter drop a repeat where the vendor can. */
export interface MailPort {
  send(mail: Mail): Promise<{ messageId: string }>
}

export interface Mail {
  to: { email: string; name: string }
  subject: string
  html: string
  text: string
  attachments: MailAttachment[]
  idempotencyKey: string
}

export interface MailAttachment {
  filename: string
  contentType: string
  content: Uint8Array
}
