import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { emptyTables } from '../../db/testing/emptyTables.ts'
import { freshDatabase, type FreshDatabase } from '../../db/testing/freshDatabase.ts'
import { newId } from '../kernel/ids.ts'
import { rotateFields } from './rotateFields.ts'
import { placeOf, SEALED_FIELDS } from './sealedFields.ts'
import { createSealer, type Sealer } from './sealer.ts'

const RotateFields = suite('rotateFields', {} as FreshDatabase)
RotateFields.before(async (w) => void Object.assign(w, await freshDatabase()))
RotateFields.before.each((w) => emptyTables(w.pool, 'users'))
RotateFields.after((w) => w.drop())

const [oldKey, newKey] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
const [before, turning, after] = [createSealer([oldKey]), createSealer([newKey, oldKey]), createSealer([newKey])]

const phoneOf = (n: number): string => `+5299912${String(n).padStart(5, '0')}`

/** Users with a phone each, sealed with the old key; one has none. */
const makeUsers = async (w: FreshDatabase, count: number): Promise<string[]> => {
  const ids = Array.from({ length: count }, (_, n) => newId<'user'>(n + 1) as string)
  for (const [n, id] of ids.entries())
    await w.pool.query('insert into users (id, email, name, phone_sealed) values ($1, $2, $3, $4)', [
      id,
      `u${n}@example.com`,
      'Ana',
      before.seal(placeOf('users', 'phone_sealed', id), phoneOf(n)),
    ])
  await w.pool.query(`insert into users (id, email, name) values ($1, 'none@example.com', 'Ben')`, [newId<'user'>(99)])
  return ids
}

const phones = async (w: FreshDatabase, sealer: Sealer): Promise<string[]> =>
  (await w.pool.query('select id, phone_sealed from users where phone_sealed is not null order by id')).rows.map(
    (row) => sealer.open(placeOf('users', 'phone_sealed', row.id as string), row.phone_sealed as string),
  )

const fork = (w: FreshDatabase) => ({ em: w.orm.em.fork() as SqlEntityManager })

RotateFields('[SEAL-1] every sealed column of the database is known, and each names a row', async (w) => {
  const { rows } = await w.pool.query(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and column_name like '%sealed'
       and table_name not in (select inhrelid::regclass::text from pg_inherits)`,
  )
  assert.equal(
    rows.map((row) => `${row.table_name}.${row.column_name}`).sort(),
    SEALED_FIELDS.map(({ table, column }) => `${table}.${column}`).sort(),
  )
  assert.equal(await rotateFields(fork(w), turning), { sealedAnew: 0, current: 0, lost: [] })
})

RotateFields('[SEAL-2] after a rotation the new key alone opens everything', async (w) => {
  const ids = await makeUsers(w, 1_203)
  const { rows } = await w.pool.query('select phone_sealed from users where id = $1', [ids[0]])
  assert.throws(() => after.open(placeOf('users', 'phone_sealed', ids[0] as string), rows[0].phone_sealed as string))
  assert.equal(await rotateFields(fork(w), turning), { sealedAnew: 1_203, current: 0, lost: [] })
  assert.equal(
    await phones(w, after),
    ids.map((_, n) => phoneOf(n)),
  )
  assert.equal(await rotateFields(fork(w), turning), { sealedAnew: 0, current: 1_203, lost: [] })
})

RotateFields('[SEAL-2] a rotation that was stopped goes on from where it was', async (w) => {
  const ids = await makeUsers(w, 20)
  let left = 7
  const dying: Sealer = {
    ...turning,
    seal: (place, text) => {
      if (left-- === 0) throw new Error('killed')
      return turning.seal(place, text)
    },
  }
  await rotateFields(fork(w), dying).then(
    () => assert.unreachable(),
    (error: Error) => assert.is(error.message, 'killed'),
  )
  assert.equal(await rotateFields(fork(w), turning), { sealedAnew: 13, current: 7, lost: [] })
  assert.is((await phones(w, after)).length, ids.length)
})

RotateFields('[SEAL-2] what somebody writes meanwhile is kept', async (w) => {
  const [id] = (await makeUsers(w, 1)) as [string]
  const place = placeOf('users', 'phone_sealed', id)
  let changed: Promise<unknown> = Promise.resolve()
  const overtaken: Sealer = {
    ...turning,
    seal: (at, text) => {
      changed = w.pool.query('update users set phone_sealed = $2 where id = $1', [id, turning.seal(place, '+1555')])
      return turning.seal(at, text)
    },
  }
  const held = { em: w.orm.em.fork() as SqlEntityManager }
  // The change is under way when the rotation's own write is sent: whichever comes second must not undo it.
  await rotateFields(held, overtaken)
  await changed
  assert.equal(await phones(w, after), ['+1555'])
})

RotateFields('[SEAL-1] a field moved to another row is told as lost, and the others still turn', async (w) => {
  const [first, second] = (await makeUsers(w, 3)) as [string, string, string]
  await w.pool.query('update users set phone_sealed = (select phone_sealed from users where id = $1) where id = $2', [
    first,
    second,
  ])
  const { lost, sealedAnew } = await rotateFields(fork(w), turning)
  assert.equal(lost, [placeOf('users', 'phone_sealed', second)])
  assert.is(sealedAnew, 2)
})

RotateFields.run()
