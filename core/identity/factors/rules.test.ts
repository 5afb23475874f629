import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Mail } from '../../ports/mail.ts'
import { sendSecurityNotice } from '../../documents/index.ts'
import { FACTOR_CHANGES, type FactorChange } from './factorChanges.ts'
import {
  confirmSms,
  confirmTotp,
  getFactors,
  passkeyOptions,
  regenerateRecoveryCodes,
  removePasskey,
  removeSms,
  removeTotp,
  renamePasskey,
  startSms,
  startTotp,
} from './index.ts'
import { factorWorld, outcomeOf, type FactorWorld } from '../../../test/factorWorld.ts'

const Rules = suite<FactorWorld>('factors')
Rules.before(async (w) => void Object.assign(w, await factorWorld()))
Rules.after((w) => w.drop())

const CHANGES = [
  startTotp,
  (ctx: Parameters<typeof startTotp>[0]) => confirmTotp(ctx, { code: '123456' }),
  removeTotp,
  passkeyOptions,
  (ctx: Parameters<typeof startTotp>[0]) => renamePasskey(ctx, { passkeyId: 'a', name: 'b' }),
  (ctx: Parameters<typeof startTotp>[0]) => removePasskey(ctx, { passkeyId: 'a' }),
  (ctx: Parameters<typeof startTotp>[0]) => startSms(ctx, { phone: '+529991234567' }),
  (ctx: Parameters<typeof startTotp>[0]) => confirmSms(ctx, { code: '123456' }),
  removeSms,
  regenerateRecoveryCodes,
] as const

Rules(
  '[ACCESS-1] factors are changed after a recent sign-in only, never by who acts as another, never unasked',
  async (w) => {
    const [ana, admin] = [await w.person(), await w.person({ role: 'admin' })]
    const old = { signedInAt: new Date(Date.now() - 16 * 60_000).toISOString() }
    for (const change of CHANGES) {
      assert.is(await outcomeOf(change(w.guest())), 'sign_in_required', change.name)
      assert.is(await outcomeOf(change(ana.ctx({}, old))), 'sign_in_again', change.name)
      assert.is(await outcomeOf(change(ana.ctx({}, { actedBy: admin.userId }))), 'not_allowed', change.name)
    }
    assert.is(await outcomeOf(getFactors(w.guest())), 'sign_in_required')
    assert.is(await outcomeOf(getFactors(ana.ctx({}, old))), 'kept')
  },
)

Rules(
  '[FACTOR-5] where there is a factor, the sign-in must have shown one: a password alone changes none',
  async (w) => {
    const ana = await w.person()
    await w.addApp(ana, new Date())
    for (const change of CHANGES)
      assert.is(await outcomeOf(change(ana.ctx({}, { secondFactor: false }))), 'sign_in_again', change.name)
  },
)

Rules('[FACTOR-5] admins and support add their first factor without one, and keep their last', async (w) => {
  for (const role of ['admin', 'support'] as const) {
    const boss = await w.person({ role })
    assert.is(await outcomeOf(startTotp(boss.ctx({}, { secondFactor: false }))), 'kept')
    await w.addApp(boss, new Date())
    assert.is((await getFactors(boss.ctx())).required, true)
    assert.is(await outcomeOf(removeTotp(boss.ctx())), 'last_factor')
    const key = await w.addKey(boss)
    assert.is(await outcomeOf(removeTotp(boss.ctx())), 'kept')
    assert.is(await outcomeOf(removePasskey(boss.ctx(), { passkeyId: key.id })), 'last_factor')
  }
})

Rules('[FACTOR-5] two factors of an admin, removed at the same time: one stays', async (w) => {
  for (let round = 0; round < 5; round++) {
    const boss = await w.person({ role: 'admin' })
    await w.addApp(boss, new Date())
    const key = await w.addKey(boss)
    const outcomes = await Promise.all([
      outcomeOf(removeTotp(boss.ctx())),
      outcomeOf(removePasskey(boss.ctx(), { passkeyId: key.id })),
    ])
    assert.equal(outcomes.sort(), ['kept', 'last_factor'])
  }
})

Rules('[FACTOR-5] who has no password keeps the passkey that lets them in', async (w) => {
  const ana = await w.person({ password: false })
  const key = await w.addKey(ana)
  await w.addApp(ana, new Date())
  assert.is(await outcomeOf(removePasskey(ana.ctx(), { passkeyId: key.id })), 'last_way_in')
})

Rules('a refused change leaves neither an act nor a job', async (w) => {
  const boss = await w.person({ role: 'admin' })
  await w.addApp(boss, new Date())
  const jobs = async () => (await w.pool.query("select 1 from pgboss.job where name = 'factor.sendNotice'")).rowCount
  const before = await jobs()
  assert.is(await outcomeOf(removeTotp(boss.ctx())), 'last_factor')
  assert.equal(await w.acts(boss), ['factor.added totp'])
  assert.is(await jobs(), before)
  await startTotp(boss.ctx())
  await w.addKey(boss)
  assert.is(await jobs(), (before ?? 0) + 1)
})

Rules('every change is mailed in the person’s language, with a way to look and nothing secret', async (w) => {
  const eva = await w.person({ locale: 'es' })
  const sent: Mail[] = []
  const mail = { send: (one: Mail) => (sent.push(one), Promise.resolve({ messageId: 'm' })) }
  const ctx = w.as(undefined, { ports: { ...w.ports, mail } })
  for (const change of Object.keys(FACTOR_CHANGES) as FactorChange[])
    await sendSecurityNotice(ctx, { userId: eva.userId, change, at: '2027-05-01T10:00:00.000Z' })
  assert.is(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size, Object.keys(FACTOR_CHANGES).length)
  assert.is(new Set(sent.map(({ text }) => text)).size, sent.length)
  for (const { subject, html, text } of sent) {
    assert.is(subject, 'Cambió tu inicio de sesión en MayaGo')
    assert.match(text, `${w.settings.publicOrigin}/es/account/security`)
    assert.match(text, '1 de mayo de 2027')
    assert.not.match(html, /\{\{/)
  }
})

Rules.run()
