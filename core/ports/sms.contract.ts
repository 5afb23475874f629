import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { SmsPort, TextMessage } from './sms.ts'

export interface SmsUnderTest {
  sms: SmsPort
  /** What reached the phones, the earliest first. */
  arrived(): Promise<Pick<TextMessage, 'to' | 'text'>[]>
  end(): Promise<void>
}

/** What every SmsPort does, whoever carries the messages. */
export const smsContract = (name: string, open: () => Promise<SmsUnderTest>): void => {
  const Sms = suite<SmsUnderTest>(`SMS ${name}`)
  Sms.before(async (w) => void Object.assign(w, await open()))
  Sms.after((w) => w.end())

  Sms('a message arrives whole, letters beyond ASCII included, and has an id of its own', async ({ sms, arrived }) => {
    const texts = ['123456 es tu código de MayaGo', 'Uno & otro: 100 % +1 ✓', 'a'.repeat(300)]
    const ids = []
    for (const text of texts) {
      const { messageId } = await sms.send({
        to: '+529991234567',
        text,
        idempotencyKey: `contract-${texts.indexOf(text)}`,
      })
      ids.push(messageId)
    }
    assert.is(new Set(ids).size, texts.length)
    for (const id of ids) assert.match(id, /^[\w-]{10,}$/)
    assert.equal(
      await arrived(),
      texts.map((text) => ({ to: '+529991234567', text })),
    )
  })

  Sms('a callback that nobody signed tells nothing', ({ sms }) => {
    const params = { MessageSid: `SM${'0'.repeat(32)}`, MessageStatus: 'delivered' }
    for (const signature of ['', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=', '🙂'])
      assert.is(sms.readCallback({ url: 'https://mayago.example/api/v1/twilio/status', signature, params }), null)
  })

  Sms.run()
}
