import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { signedIn } from '../../test/signedIn.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { inTransaction } from '../context.ts'
import { newId, type ApiKeyId, type UserId } from '../kernel/ids.ts'
import { recordAct } from './recordAct.ts'

const RecordAct = suite('recordAct', {} as CoreWorld)
RecordAct.before(async (w) => void Object.assign(w, await coreWorld()))
RecordAct.after((w) => w.drop())

const [admin, ana] = [newId<'user'>(1), newId<'user'>(2)] as UserId[] as [UserId, UserId]

const acts = async (w: CoreWorld, subject: string): Promise<Record<string, unknown>[]> =>
  (await w.pool.query('select actor, action, data, request_id from audit_acts where subject = $1', [subject])).rows

RecordAct('[AUDIT-1] an act is written down with what it did, and is gone when that is rolled back', async (w) => {
  const ctx = w.as(signedIn(ana, { actedBy: admin }), { requestId: 'asked-once' })
  await inTransaction(ctx, (tx) => recordAct(tx, 'session.ended', 'session:kept', { reason: 'revoked' }))
  await inTransaction(ctx, async (tx) => {
    await recordAct(tx, 'session.ended', 'session:undone')
    throw new Error('changed my mind')
  }).catch(() => undefined)
  const [kept] = await acts(w, 'session:kept')
  assert.is(kept?.action, 'session.ended')
  assert.is(kept?.request_id, 'asked-once')
  assert.equal(kept?.data, { reason: 'revoked' })
  const { sessionId } = (ctx.actor as ReturnType<typeof signedIn>).session
  assert.equal(kept?.actor, { kind: 'user', userId: ana, sessionId, actedBy: admin })
  assert.equal(await acts(w, 'session:undone'), [])
})

RecordAct('[AUDIT-1] recorded outside a transaction is a bug that shows at once', async (w) => {
  try {
    await recordAct(w.as(), 'account.erased', `user:${ana}`)
    assert.unreachable()
  } catch (error) {
    assert.match((error as Error).message, 'inside inTransaction')
  }
})

RecordAct('[ACCESS-2] every kind of actor is kept by its ids, without what proved it', async (w) => {
  const guestId = newId<'guest'>(1)
  const keyId = newId<'apiKey'>(1) as ApiKeyId
  const link = { kind: 'link', bookingId: 'b', localDate: '2026-01-01', guestId } as const
  const key = { kind: 'apiKey', keyId, userId: ana, providerId: null, scopes: ['bookings.read'] } as const
  for (const actor of [{ kind: 'anonymous', guestId, holdToken: 'secret' } as const, link, key, undefined])
    await inTransaction(w.as(actor), (tx) => recordAct(tx, 'booking.cancelled', 'booking:b'))
  assert.equal(
    (await acts(w, 'booking:b')).map((act) => act.actor),
    [
      { kind: 'anonymous', guestId },
      { kind: 'link', bookingId: 'b' },
      { kind: 'apiKey', keyId, userId: ana },
      { kind: 'system', job: 'test' },
    ],
  )
})

RecordAct.run()
