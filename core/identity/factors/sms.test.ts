import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { refuse } from '@mayago/kernel/errors.ts'
import type { SmsDelivery, SmsPort, TextMessage } from '../../ports/sms.ts'
import type { Ctx } from '../../context.ts'
import { confirmSms, getFactors, handleSmsCallback, listMethods, removeSms, sendSignInCode, startSms } from './index.ts'
import { atOnce, factorWorld, outcomeOf, showFactor, type FactorWorld, type Person } from '../../../test/factorWorld.ts'

const T0 = new Date('2027-05-01T10:00:00Z')
const later = (seconds: number) => new Date(T0.getTime() + seconds * 1000)
const PHONE = '+52 999 123 4567'

interface World extends FactorWorld {
  sent: TextMessage[]
  /** At `now`, with a carrier that keeps what it is given. */
  texting(person: Person, now: Date): Ctx
  job(now: Date): Ctx
}

const Sms = suite<World>('codes by text message')
Sms.before(async (w) => {
  Object.assign(w, await factorWorld())
  w.sent = []
  const sms: SmsPort = {
    send: (message) => Promise.resolve({ messageId: `SM${w.sent.push(message)}` }),
    readCallback: () => null,
  }
  const ports = { ...w.ports, sms }
  w.texting = (person, now) => person.ctx({ now, ports })
  w.job = (now) => w.as(undefined, { now, ports })
})
Sms.before.each((w) => void (w.sent.length = 0))
Sms.after((w) => w.drop())

const lastCode = ({ sent }: World): string => /\b\d{6}\b/.exec(sent.at(-1)?.text ?? '')?.[0] ?? ''
const wrong = (code: string) => (code === '000000' ? '000001' : '000000')
const tryCode = (w: World, { userId }: Person, code: string, now: Date) =>
  outcomeOf(showFactor(w.job(now), userId, { method: 'sms', code }))

/** Somebody whose phone is confirmed at T0. */
const withPhone = async (w: World): Promise<Person> => {
  const ana = await w.person()
  await startSms(w.texting(ana, T0), { phone: PHONE })
  await confirmSms(w.texting(ana, T0), { code: lastCode(w) })
  return ana
}

Sms('[FACTOR-7] a number counts once its code came back; it is kept sealed and shown by its end', async (w) => {
  const ana = await w.person()
  const sent = await startSms(w.texting(ana, T0), { phone: PHONE })
  assert.equal(sent, { phoneEnd: '67', expiresAt: later(600).toISOString(), againAt: later(30).toISOString() })
  assert.is(w.sent[0]?.to, '+529991234567')
  assert.equal(await listMethods(w.as(), ana.userId), [])
  assert.is(await outcomeOf(confirmSms(w.texting(ana, T0), { code: wrong(lastCode(w)) })), 'second_factor_wrong')
  const { recoveryCodes } = await confirmSms(w.texting(ana, T0), { code: lastCode(w) })
  assert.is(recoveryCodes?.length, 10)
  assert.is((await getFactors(ana.ctx())).sms?.phoneEnd, '67')
  const { rows } = await w.pool.query('select * from sms_factors where user_id = $1', [ana.userId])
  assert.not.match(JSON.stringify(rows), /9991234567/)
  assert.equal(await listMethods(w.as(), ana.userId), ['sms', 'recovery_code'])
  await removeSms(ana.ctx())
  assert.equal(await listMethods(w.as(), ana.userId), [])
})

Sms('[FACTOR-7] what is no mobile number is refused before anything is sent', async (w) => {
  const ana = await w.person()
  for (const phone of ['999 123 4567', '+1 555', '+999 1234567', 'hello', '+52 800 123 4567', '+12025550123;ext=1'])
    assert.is(
      await outcomeOf(startSms(w.texting(ana, T0), { phone })),
      phone.includes(';') ? 'kept' : 'invalid_input',
      phone,
    )
  assert.is(w.sent.length, 1)
})

Sms('[FACTOR-7] a code is kept hashed, ends after ten minutes, and is good once', async (w) => {
  const ana = await withPhone(w)
  await sendSignInCode(w.job(T0), ana.userId)
  const code = lastCode(w)
  const { rows } = await w.pool.query('select * from sms_codes where user_id = $1', [ana.userId])
  assert.not.ok(JSON.stringify(rows).includes(code))
  assert.is(await tryCode(w, ana, code, later(601)), 'second_factor_wrong')
  assert.is(await tryCode(w, ana, code, later(599)), 'kept')
  assert.is(await tryCode(w, ana, code, later(599)), 'second_factor_wrong')
})

Sms('[FACTOR-7] the right code, twenty times at once, is accepted once', async (w) => {
  const ana = await withPhone(w)
  await sendSignInCode(w.job(T0), ana.userId)
  const code = lastCode(w)
  const counts = await atOnce(20, () => showFactor(w.job(T0), ana.userId, { method: 'sms', code }))
  assert.equal(counts, { kept: 1, second_factor_wrong: 19 })
})

Sms('[FACTOR-7] five attempts at a code, however many come at once', async (w) => {
  const ana = await withPhone(w)
  await sendSignInCode(w.job(T0), ana.userId)
  const code = lastCode(w)
  await atOnce(20, () => showFactor(w.job(T0), ana.userId, { method: 'sms', code: wrong(code) }))
  const { rows } = await w.pool.query<{ attempts: number }>('select attempts from sms_codes where user_id = $1', [
    ana.userId,
  ])
  assert.is(rows[0]?.attempts, 5)
  assert.is(await tryCode(w, ana, code, T0), 'second_factor_wrong')
})

Sms('[FACTOR-7] another code comes no sooner than half a minute later, and ends the first', async (w) => {
  const ana = await withPhone(w)
  const counts = await atOnce(10, () => sendSignInCode(w.job(T0), ana.userId))
  assert.equal(counts, { kept: 1, too_many_requests: 9 })
  const first = lastCode(w)
  assert.is(await outcomeOf(sendSignInCode(w.job(later(29)), ana.userId)), 'too_many_requests')
  await sendSignInCode(w.job(later(30)), ana.userId)
  const second = lastCode(w)
  if (first !== second) assert.is(await tryCode(w, ana, first, later(31)), 'second_factor_wrong')
  assert.is(await tryCode(w, ana, second, later(31)), 'kept')
})

Sms('[FACTOR-7] how long that is, is configuration: at 0 the next comes at once', async (w) => {
  const ana = await withPhone(w)
  const { settings } = w.as().services
  const at = (smsAgainSeconds: number, now: Date): Ctx => {
    const ctx = w.job(now)
    return { ...ctx, services: { ...ctx.services, settings: { ...settings, smsAgainSeconds } } }
  }
  await sendSignInCode(w.job(T0), ana.userId)
  assert.is(await outcomeOf(sendSignInCode(at(60, later(59)), ana.userId)), 'too_many_requests')
  await sendSignInCode(at(60, later(60)), ana.userId)
  assert.equal(await atOnce(3, () => sendSignInCode(at(0, later(59)), ana.userId)), { kept: 3 })
})

Sms('a code to confirm a number signs nobody in', async (w) => {
  const ana = await withPhone(w)
  await startSms(w.texting(ana, later(60)), { phone: '+52 999 765 4321' })
  assert.is(await tryCode(w, ana, lastCode(w), later(60)), 'second_factor_wrong')
})

Sms('a carrier that is away keeps nobody waiting for the next try', async (w) => {
  const ana = await w.person()
  const away: SmsPort = {
    send: () => Promise.reject(refuse('temporarily_unavailable', { retryAfterSeconds: 10 })),
    readCallback: () => null,
  }
  const without = ana.ctx({ now: T0, ports: { ...w.ports, sms: away } })
  assert.is(await outcomeOf(startSms(without, { phone: PHONE })), 'temporarily_unavailable')
  assert.is(await outcomeOf(startSms(w.texting(ana, later(1)), { phone: PHONE })), 'kept')
})

Sms('[FACTOR-8] callbacks count when signed, in whatever order they come, before the send is noted too', async (w) => {
  const ana = await withPhone(w)
  const told = (delivery: SmsDelivery | null) => {
    const sms = { ...w.ports.sms, readCallback: () => delivery }
    const ctx = w.as(undefined, { ports: { ...w.ports, sms } })
    return outcomeOf(handleSmsCallback(ctx, { url: '', signature: '', params: {} }))
  }
  const stateOf = async (messageId: string) =>
    (await w.pool.query('select user_id, status, error_code from sms_deliveries where message_id = $1', [messageId]))
      .rows[0]
  assert.is(await told(null), 'not_allowed')
  await told({ messageId: 'SM1', status: 'delivered', errorCode: null })
  await told({ messageId: 'SM1', status: 'sent', errorCode: null })
  assert.equal(await stateOf('SM1'), { user_id: ana.userId, status: 'delivered', error_code: null })
  await told({ messageId: 'SM2', status: 'undelivered', errorCode: '30003' })
  await sendSignInCode(w.job(T0), ana.userId)
  assert.equal(await stateOf('SM2'), { user_id: ana.userId, status: 'undelivered', error_code: '30003' })
})

Sms.run()
