import { createHmac } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { smsContract } from '../../ports/sms.contract.ts'
import { openTwilio, type TwilioOptions } from './openTwilio.ts'
import { refusal, startTwilio, type FakeTwilio } from './testing/startTwilio.ts'

const SID = `AC${'a'.repeat(32)}`
const TOKEN = 'a-token-of-thirty-two-characters'
const CALLBACK = 'https://mayago.example/api/v1/twilio/status'
const open = (base: string, over: Partial<TwilioOptions> = {}) =>
  openTwilio({
    accountSid: SID,
    authToken: TOKEN,
    from: '+15005550006',
    apiBase: base,
    statusCallback: CALLBACK,
    ...over,
  })

smsContract('through Twilio', async () => {
  const twilio = await startTwilio(SID, TOKEN)
  return {
    sms: await open(twilio.base),
    arrived: () => Promise.resolve(twilio.messages.map(({ To, Body }) => ({ to: To ?? '', text: Body ?? '' }))),
    end: twilio.stop,
  }
})

const MESSAGE = { to: '+529991234567', text: '123456', idempotencyKey: 'k' }
const Twilio = suite<FakeTwilio>('Twilio adapter')
Twilio.before(async (w) => void Object.assign(w, await startTwilio(SID, TOKEN)))
Twilio.before.each((w) => void (w.messages.length = w.script.length = 0))
Twilio.after((w) => w.stop())

const failing = async (w: FakeTwilio, over: Partial<TwilioOptions> = {}, to = MESSAGE.to): Promise<unknown> =>
  (await open(w.base, over)).send({ ...MESSAGE, to }).then(
    () => assert.unreachable('the message was taken'),
    (error: unknown) => error,
  )

Twilio('sends from our number or messaging service, and says where to call back', async (w) => {
  await (await open(w.base)).send(MESSAGE)
  await (await open(w.base, { from: `MG${'b'.repeat(32)}`, statusCallback: null })).send(MESSAGE)
  assert.equal(w.messages, [
    { To: MESSAGE.to, Body: '123456', From: '+15005550006', StatusCallback: CALLBACK },
    { To: MESSAGE.to, Body: '123456', MessagingServiceSid: `MG${'b'.repeat(32)}` },
  ])
})

Twilio('a number without text messages is a refusal, and is not tried again', async (w) => {
  const before = w.asked()
  assert.ok(isRefusal(await failing(w, {}, '+15005550009'), 'invalid_input'))
  assert.ok(isRefusal(await failing(w, {}, 'nobody'), 'invalid_input'))
  assert.is(w.asked() - before, 2)
})

Twilio('an account it does not know is our fault; the token is not told', async (w) => {
  const error = await failing(w, { authToken: 'another-token' })
  assert.not.ok(isRefusal(error))
  assert.match(String(error), 'Twilio accepts our account')
  assert.not.match(String(error), 'another-token')
})

Twilio('a busy or failing Twilio is asked again, and the later answer counts', async (w) => {
  w.script.push(refusal(429, 20429, 'Too Many Requests'), { status: 503 })
  assert.match((await (await open(w.base)).send(MESSAGE)).messageId, /^SM/)
  assert.is(w.messages.length, 1)
})

Twilio('an outage that lasts is told after three attempts, with a time to come back', async (w) => {
  const before = w.asked()
  w.script.push(...Array.from({ length: 3 }, () => refusal(500, 20500, 'Internal Server Error')))
  const error = await failing(w)
  assert.ok(isRefusal(error, 'temporarily_unavailable'))
  assert.ok(error.data.retryAfterSeconds > 0)
  assert.is(w.asked() - before, 3)
})

Twilio('silence is cut off, and not asked again: the message may be on its way', async (w) => {
  const before = w.asked()
  w.script.push('silence')
  assert.ok(isRefusal(await failing(w, { attemptMsMax: 100 }), 'temporarily_unavailable'))
  assert.is(w.asked() - before, 1)
})

Twilio('nobody listening is an outage', async () => {
  const gone = await startTwilio(SID, TOKEN)
  await gone.stop()
  assert.ok(isRefusal(await failing(gone), 'temporarily_unavailable'))
})

/** As Twilio signs (https://www.twilio.com/docs/usage/webhooks/webhooks-security): the URL, then the sorted form. */
const signatureOf = (url: string, params: Record<string, string>, token = TOKEN): string =>
  createHmac('sha1', token)
    .update(
      url +
        Object.keys(params)
          .sort()
          .map((name) => name + params[name])
          .join(''),
    )
    .digest('base64')

Twilio('[FACTOR-8] a callback is believed only as Twilio signed it: its address, its form, our token', async (w) => {
  const sms = await open(w.base)
  const params = { MessageSid: 'SM1', MessageStatus: 'undelivered', ErrorCode: '30003' }
  const signature = signatureOf(CALLBACK, params)
  assert.equal(sms.readCallback({ url: CALLBACK, signature, params }), {
    messageId: 'SM1',
    status: 'undelivered',
    errorCode: '30003',
  })
  for (const forged of [
    { url: `${CALLBACK}?x=1`, signature, params },
    { url: CALLBACK, signature, params: { ...params, MessageStatus: 'delivered' } },
    { url: CALLBACK, signature, params: { ...params, More: '1' } },
    { url: CALLBACK, signature: signatureOf(CALLBACK, params, 'another token'), params },
    { url: CALLBACK, signature: '', params },
  ])
    assert.is(sms.readCallback(forged), null)
})

Twilio('[FACTOR-8] each of Twilio’s words is one of ours; a word it does not have is none', async (w) => {
  const sms = await open(w.base)
  const told = (MessageStatus: string) => {
    const params = { MessageSid: 'SM1', MessageStatus }
    return sms.readCallback({ url: CALLBACK, signature: signatureOf(CALLBACK, params), params })?.status ?? null
  }
  assert.equal(
    ['accepted', 'queued', 'sending', 'sent', 'delivered', 'read', 'undelivered', 'failed', 'canceled', 'lost'].map(
      told,
    ),
    ['queued', 'queued', 'queued', 'sent', 'delivered', 'delivered', 'undelivered', 'failed', 'failed', null],
  )
})

Twilio.run()
