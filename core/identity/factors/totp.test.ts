import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import jsQR from 'jsqr'
import { queryRow } from '@mayago/db/sql.ts'
import { openLocalLimits } from '../../adapters/local/localLimits.ts'
import type { Ctx } from '../../context.ts'
import { noLimits } from '../../../test/noLimits.ts'
import { confirmTotp, getFactors, listMethods, removeTotp, startTotp } from './index.ts'
import { atOnce, factorWorld, outcomeOf, showFactor, type FactorWorld, type Person } from '../../../test/factorWorld.ts'

const T0 = new Date('2027-05-01T10:00:10Z')
const later = (seconds: number) => new Date(T0.getTime() + seconds * 1000)

const Totp = suite<FactorWorld>('totp')
Totp.before(async (w) => void Object.assign(w, await factorWorld()))
Totp.after((w) => w.drop())

const tryCode = (ctx: Ctx, { userId }: Person, code: string) =>
  outcomeOf(showFactor(ctx, userId, { method: 'totp', code }))

Totp('[FACTOR-1] nothing counts until a code is confirmed; the secret is kept sealed', async (w) => {
  const ana = await w.person()
  const started = await startTotp(ana.ctx({ now: T0 }))
  assert.match(started.uri, /^otpauth:\/\/totp\/MayaGo:/)
  assert.equal(await listMethods(w.as(), ana.userId), [])
  assert.is((await getFactors(ana.ctx({ now: T0 }))).totp, null)
  assert.is(await outcomeOf(confirmTotp(ana.ctx({ now: T0 }), { code: '000000' })), 'second_factor_wrong')
  // Reloading the page must not change what was scanned a moment ago.
  assert.is((await startTotp(ana.ctx({ now: T0 }))).key, started.key)
  const { recoveryCodes } = await w.addApp(ana, T0)
  assert.is(recoveryCodes?.length, 10)
  assert.equal(await listMethods(w.as(), ana.userId), ['totp', 'recovery_code'])
  const row = await queryRow<{ secret_sealed: string }>(
    w.em,
    'select secret_sealed from totp_factors where user_id = $1',
    [ana.userId],
  )
  assert.not.ok(row?.secret_sealed.includes(started.key.replaceAll(' ', '')))
})

Totp('the picture shows the address of the secret, to any scanner', async (w) => {
  const { qr, uri } = await startTotp((await w.person()).ctx())
  assert.is(await scan(qr), uri)
})

Totp('[FACTOR-2] the code of this step, the one before and the one after are right; others are wrong', async (w) => {
  const ana = await w.person()
  const app = await w.addApp(ana, T0)
  for (const [seconds, outcome] of [
    [300, 'kept'],
    [360 - 30, 'kept'],
    [360 + 30, 'kept'],
  ] as const)
    assert.is(
      await tryCode(w.as(undefined, { now: later(seconds === 300 ? 300 : 360) }), ana, app.codeAt(later(seconds))),
      outcome,
    )
  for (const seconds of [-60, 60])
    assert.is(
      await tryCode(w.as(undefined, { now: later(900) }), ana, app.codeAt(later(900 + seconds))),
      'second_factor_wrong',
    )
})

Totp('[FACTOR-2] a code is good once, and no earlier one after it; that which confirmed is used up too', async (w) => {
  const ana = await w.person()
  const app = await w.addApp(ana, T0)
  assert.is(await tryCode(w.as(undefined, { now: T0 }), ana, app.codeAt(T0)), 'second_factor_wrong')
  const now = later(90)
  assert.is(await tryCode(w.as(undefined, { now }), ana, app.codeAt(now)), 'kept')
  assert.is(await tryCode(w.as(undefined, { now }), ana, app.codeAt(now)), 'second_factor_wrong')
  assert.is(await tryCode(w.as(undefined, { now }), ana, app.codeAt(later(60))), 'second_factor_wrong')
})

Totp('[FACTOR-2] the same code, twenty times at once, is accepted once', async (w) => {
  const ana = await w.person()
  const app = await w.addApp(ana, T0)
  const now = later(60)
  const counts = await atOnce(20, () =>
    showFactor(w.as(undefined, { now }), ana.userId, { method: 'totp', code: app.codeAt(now) }),
  )
  assert.equal(counts, { kept: 1, second_factor_wrong: 19 })
})

Totp('control: reading, comparing and writing back accepts the same code every time', async (w) => {
  const ana = await w.person()
  await w.addApp(ana, T0)
  const step = Math.floor(later(60).getTime() / 30_000)
  const read = () =>
    w.pool.query<{ last_step: string }>('select last_step from totp_factors where user_id = $1', [ana.userId])
  const reads = await Promise.all(Array.from({ length: 20 }, read))
  const accepted = reads.filter(({ rows }) => Number(rows[0]?.last_step) < step)
  for (const _ of accepted) await w.pool.query('update totp_factors set last_step = $1', [step])
  assert.is(accepted.length, 20)
})

Totp('a new app takes the place of the old one; its removal closes recovery codes too', async (w) => {
  const ana = await w.person()
  const old = await w.addApp(ana, T0)
  const app = await w.addApp(ana, later(60))
  assert.is(app.recoveryCodes, null)
  assert.is(await tryCode(w.as(undefined, { now: later(120) }), ana, old.codeAt(later(120))), 'second_factor_wrong')
  assert.is(await tryCode(w.as(undefined, { now: later(120) }), ana, app.codeAt(later(120))), 'kept')
  await removeTotp(ana.ctx())
  assert.equal(await listMethods(w.as(), ana.userId), [])
  assert.is((await getFactors(ana.ctx())).recoveryCodesLeft, 0)
  assert.is(await outcomeOf(removeTotp(ana.ctx())), 'not_found')
  assert.equal(await w.acts(ana), ['factor.added totp', 'factor.added totp', 'factor.removed totp'])
})

Totp('[FACTOR-6] five tries in five minutes, counted by account', async (w) => {
  const [ana, ben] = [await w.person(), await w.person()]
  const app = await w.addApp(ana, T0)
  const limits = openLocalLimits({ ...noLimits, secondFactor: { points: 5, seconds: 300 } })
  const now = later(60)
  const from = (address: string) => w.as(undefined, { now, address, ports: { ...w.ports, limits } })
  for (let n = 0; n < 5; n++) assert.is(await tryCode(from(`203.0.113.${n}`), ana, '000000'), 'second_factor_wrong')
  assert.is(await tryCode(from('203.0.113.9'), ana, app.codeAt(now)), 'too_many_requests')
  assert.is(await tryCode(from('203.0.113.0'), ben, '000000'), 'second_factor_wrong')
  await limits.close()
})

/** Reads the SVG's dark modules back into pixels. */
const scan = async (svg: string): Promise<string | undefined> => {
  const { default: sharp } = await import('sharp')
  const { data, info } = await sharp(Buffer.from(svg))
    .resize(800)
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
}

Totp.run()
