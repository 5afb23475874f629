import { createHash } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { signedIn } from '../../test/signedIn.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { idempotently, idempotentlySealed } from './idempotency.ts'

const Attempts = suite('attempts and their answers', {} as CoreWorld)
Attempts.before(async (w) => void Object.assign(w, await coreWorld()))
Attempts.before.each(async (w) => void (await queryRows(w.em, 'delete from idempotency_keys')))
Attempts.after((w) => w.drop())

const CONTACT = { name: 'Ana Peña', email: 'ana@example.com' }
const client = (w: CoreWorld): Ctx =>
  w.as(signedIn('01a22087-378c-7835-b525-fd5bee871ca5'), { idempotencyKey: 'first' })
const kept = (w: CoreWorld) =>
  queryRow<{ request_hash: Buffer; outcome: string | null; answer: string | null }>(
    w.em,
    'select request_hash, outcome, answer from idempotency_keys',
  )
const assertCut = async (work: Promise<unknown>): Promise<void> =>
  assert.is(await work.catch((error: Error) => error.message), 'the process was killed')
const cut = (): Promise<never> => Promise.reject(new Error('the process was killed'))

Attempts(
  '[SEAT-4] what is kept of a request is keyed: whoever guesses a contact cannot tell it from the digest',
  async (w) => {
    await idempotently(client(w), 'test', CONTACT, () => Promise.resolve({}))
    const plain = createHash('sha256').update(JSON.stringify(CONTACT)).digest()
    const row = await kept(w)
    assert.is(row?.request_hash.length, 16)
    assert.not.equal(row?.request_hash, plain.subarray(0, 16))
  },
)

for (const [how, once] of Object.entries({ plain: idempotently, sealed: idempotentlySealed })) {
  Attempts(`[SEAT-4] killed after its commit, work that kept its answer is not done twice (${how})`, async (w) => {
    const ctx = client(w)
    let done = 0
    const work = (after: () => Promise<unknown>) =>
      once<{ done: number }>(ctx, 'test', CONTACT, async (keep) => {
        const answer = await inTransaction(ctx, (tx) => keep(tx, { done: ++done }))
        await after()
        return answer
      })
    await assertCut(work(cut))
    assert.equal(await work(cut), { done: 1 })
    assert.is(done, 1)
  })

  Attempts(`[SEAT-4] killed before its commit, nothing is kept and the retry does it (${how})`, async (w) => {
    const ctx = client(w)
    const work = (inside: () => Promise<unknown>) =>
      once<{ done: boolean }>(ctx, 'test', CONTACT, (keep) =>
        inTransaction(ctx, async (tx) => {
          const answer = await keep(tx, { done: true })
          await inside()
          return answer
        }),
      )
    await assertCut(work(cut))
    assert.is(await kept(w), null)
    assert.equal(await work(() => Promise.resolve()), { done: true })
  })
}

Attempts('[SEAT-4] a sealed answer is readable in no row, whether work kept it or not', async (w) => {
  for (const keepsIt of [true, false]) {
    await queryRows(w.em, 'delete from idempotency_keys')
    const ctx = client(w)
    const ask = () =>
      idempotentlySealed(ctx, 'test', {}, async (keep) => {
        const answer = { secret: 'a telling word' }
        return keepsIt ? inTransaction(ctx, (tx) => keep(tx, answer)) : answer
      })
    assert.equal(await ask(), await ask())
    const row = await kept(w)
    assert.is(row?.outcome, 'answered')
    assert.not.match(row?.answer ?? 'a telling word', 'a telling word')
  }
})

Attempts.run()
