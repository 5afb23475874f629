import { decodeProtectedHeader } from 'jose'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { SessionId, UserId } from '@mayago/kernel/ids.ts'
import { newId } from '@mayago/kernel/ids.ts'
import { coreWorld, type CoreWorld } from '../../../test/coreWorld.ts'
import type { Ctx } from '../../context.ts'
import { createAccessKeyRing } from './accessKeyRing.ts'
import { findAccessKeys, rotateAccessKeys } from './accessKeys.ts'
import { readAccessToken, signAccessToken } from './accessToken.ts'

const Keys = suite('keys of access tokens', {} as CoreWorld)
Keys.before(async (w) => void Object.assign(w, await coreWorld()))
Keys.before.each(async (w) => void (await w.pool.query('delete from access_keys')))
Keys.after((w) => w.drop())

const START = Date.parse('2026-03-01T00:00:00Z')
/** A process of its own: its ring has seen nothing yet. */
const day = (w: CoreWorld, days: number): Ctx => {
  const ctx = w.as(undefined, { now: new Date(START + days * 86_400_000) })
  return { ...ctx, services: { ...ctx.services, accessKeys: createAccessKeyRing() } }
}
const sign = async (ctx: Ctx): Promise<string> =>
  (await signAccessToken(ctx, newId<'user'>(1) as UserId, newId<'session'>(1) as SessionId)).token
const kids = async (ctx: Ctx): Promise<string[]> => (await findAccessKeys(ctx)).map(({ kid }) => kid)

Keys(
  '[TOKEN-1] a key signs thirty days; the next is published a day before, the old one for a day after',
  async (w) => {
    const first = decodeProtectedHeader(await sign(day(w, 0))).kid
    await rotateAccessKeys(day(w, 28))
    assert.equal(await kids(day(w, 28)), [first])
    await rotateAccessKeys(day(w, 29.5))
    await rotateAccessKeys(day(w, 29.6))
    const [next] = await kids(day(w, 29.6))
    assert.is((await kids(day(w, 29.6))).length, 2)
    const old = await sign(day(w, 29.99))
    assert.is(decodeProtectedHeader(old).kid, first, 'what is only published does not sign yet')
    assert.is(decodeProtectedHeader(await sign(day(w, 30.01))).kid, next)
    assert.ok(await readAccessToken(day(w, 29.995), old))
    assert.equal(await kids(day(w, 31.1)), [next])
  },
)

Keys('[TOKEN-1] ten processes that start at once make one key', async (w) => {
  const tokens = await Promise.all(Array.from({ length: 10 }, () => sign(day(w, 0))))
  assert.is(new Set(tokens.map((token) => decodeProtectedHeader(token).kid)).size, 1)
})

Keys('[TOKEN-1] after a pause of months a process makes itself a key again', async (w) => {
  const first = decodeProtectedHeader(await sign(day(w, 0))).kid
  const later = decodeProtectedHeader(await sign(day(w, 200))).kid
  assert.is.not(later, first)
})

Keys('[FIELD-1] the private part is sealed, and for its own row', async (w) => {
  await sign(day(w, 0))
  const { rows } = await w.pool.query('select * from access_keys')
  assert.match(rows[0].private_sealed, /^v1\./)
  assert.not.match(JSON.stringify(rows[0].public_jwk), '"d"')
  assert.throws(() => w.as().services.sealer.open('access_keys.private_sealed:another', rows[0].private_sealed))
})

Keys('[TOKEN-2] made-up key names make us look into the table once in a while, not each time', async (w) => {
  const ctx = day(w, 0)
  await sign(ctx)
  let reads = 0
  const em = new Proxy(ctx.em, {
    get: (target, name) => {
      if (name === 'getKysely') reads += 1
      const value = Reflect.get(target, name) as unknown
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  for (let n = 0; n < 50; n++) assert.is(await ctx.services.accessKeys.find({ ...ctx, em }, `made-up-${n}`), null)
  assert.ok(reads <= 1, `read ${reads} times`)
})

Keys.run()
