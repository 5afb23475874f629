import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { getFactors, regenerateRecoveryCodes } from './index.ts'
import { atOnce, factorWorld, outcomeOf, showFactor, type FactorWorld, type Person } from '../../../test/factorWorld.ts'

const Codes = suite<FactorWorld>('recovery codes')
Codes.before(async (w) => void Object.assign(w, await factorWorld()))
Codes.after((w) => w.drop())

const tryCode = (w: FactorWorld, { userId }: Person, code: string) =>
  showFactor(w.as(), userId, { method: 'recovery_code', code })

Codes(
  '[FACTOR-3] ten different codes come with the first factor; each is good once, however it is typed',
  async (w) => {
    const ana = await w.person()
    const { recoveryCodes } = await w.addApp(ana, new Date())
    const codes = recoveryCodes ?? []
    assert.is(new Set(codes).size, 10)
    for (const code of codes) assert.match(code, /^[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}$/)
    assert.is(await outcomeOf(tryCode(w, ana, codes[0]?.toLowerCase().replaceAll('-', ' ') ?? '')), 'kept')
    assert.is(await outcomeOf(tryCode(w, ana, codes[0] ?? '')), 'second_factor_wrong')
    assert.is((await getFactors(ana.ctx())).recoveryCodesLeft, 9)
    assert.equal(await w.acts(ana), ['factor.added totp', 'recoveryCode.used recovery_code'])
  },
)

Codes('[FACTOR-3] the same code, twenty times at once, is accepted once', async (w) => {
  const ana = await w.person()
  const { recoveryCodes } = await w.addApp(ana, new Date())
  const counts = await atOnce(20, () => tryCode(w, ana, recoveryCodes?.[3] ?? ''))
  assert.equal(counts, { kept: 1, second_factor_wrong: 19 })
})

Codes('control: looking first and marking then accepts the same code every time', async (w) => {
  const ana = await w.person()
  await w.addApp(ana, new Date())
  const look = () =>
    w.pool.query<{ hash: Buffer; used_at: string | null }>(
      'select hash, used_at from recovery_codes where user_id = $1 order by hash limit 1',
      [ana.userId],
    )
  const looks = await Promise.all(Array.from({ length: 20 }, look))
  const accepted = looks.flatMap(({ rows }) => rows.filter(({ used_at }) => used_at === null))
  for (const { hash } of accepted)
    await w.pool.query('update recovery_codes set used_at = now() where hash = $1', [hash])
  assert.is(accepted.length, 20)
})

Codes(
  '[FACTOR-3] new codes end the old ones; somebody else’s open nothing; without a factor there are none',
  async (w) => {
    const [ana, ben] = [await w.person(), await w.person()]
    assert.is(await outcomeOf(regenerateRecoveryCodes(ana.ctx())), 'second_factor_missing')
    const old = (await w.addApp(ana, new Date())).recoveryCodes ?? []
    await w.addApp(ben, new Date())
    const { recoveryCodes } = await regenerateRecoveryCodes(ana.ctx())
    assert.is(await outcomeOf(tryCode(w, ana, old[0] ?? '')), 'second_factor_wrong')
    assert.is(await outcomeOf(tryCode(w, ben, recoveryCodes[0] ?? '')), 'second_factor_wrong')
    assert.is(await outcomeOf(tryCode(w, ana, recoveryCodes[0] ?? '')), 'kept')
  },
)

Codes('[FACTOR-3] no code can be read from the table', async (w) => {
  const ana = await w.person()
  const { recoveryCodes } = await w.addApp(ana, new Date())
  const { rows } = await w.pool.query('select * from recovery_codes where user_id = $1', [ana.userId])
  const kept = JSON.stringify(rows)
  for (const code of recoveryCodes ?? []) assert.not.ok(kept.includes(code) || kept.includes(code.replaceAll('-', '')))
})

Codes.run()
