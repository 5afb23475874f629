/**
 * Sends one text message. Delivery is at least once; an adapter drops a repeat of `idempotencyKey` where it can. Throws
 * `invalid_input` for a number that cannot be reached, `temporarily_unavailable` while the carrier is away.
 */
export interface SmsPort {
  send(message: TextMessage): Promise<{ messageId: string }>
  /** What a carrier's callback tells, or null when its signature isn't the carrier's. `url` is the address it was posted to. */
  readCallback(callback: { url: string; signature: string; params: Record<string, string> }): SmsDelivery | null
}

export interface TextMessage {
  /** E.164. */
  to: string
  text: string
  idempotencyKey: string
}

export interface SmsDelivery {
  messageId: string
  status: 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed'
  errorCode: string | null
}
