import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SqlEntityManager } from '@mikro-orm/postgresql'
import pg from 'pg'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { verifySeats } from '@mayago/core/booking/index.ts'
import { startPostgres } from '@mayago/db/embedded/startPostgres.ts'
import { migrate } from '@mayago/db/migrate.ts'
import { openOrm } from '@mayago/db/orm.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import type { Answered } from '../apiClient.ts'
import { freePort } from '../freePort.ts'
import { chanceSeed, runs } from '../seed.ts'
import { startProcess, type StartedProcess } from '../startProcess.ts'
import { until } from '../until.ts'
import { makeChance, type Chance } from './chance.ts'
import { findUnsettledMoney, letTimeGoBy } from './moneyTrail.ts'
import { again, shop, type Attempt, type Log, type Purchase, type Shop } from './shoppers.ts'

interface World {
  dataDir: string
  port: string
  product: StartedProcess
  /** Never changes: a restarted server keeps its port. */
  databaseUrl: string
  departures: MadeDeparture[]
  log: Log
}

const SHOPPERS = 8
const VICTIMS = ['node', 'postgres', 'both'] as const
const Crash = suite<World>('kill -9 under load')

Crash.before(async (w) => {
  w.dataDir = mkdtempSync(join(tmpdir(), 'mayago-crash-'))
  w.port = String(await freePort())
  w.log = { attempts: [], purchases: [], acknowledged: 0, faults: [] }
  const postgres = await startPostgres({ dataDir: w.dataDir, durable: true, log: () => undefined })
  w.databaseUrl = postgres.url
  await migrate(postgres.url)
  const orm = await openOrm(postgres.url)
  const em = orm.em.fork() as SqlEntityManager
  // Enough seats to go on selling, few enough to be fought for.
  const made = await makeDepartures({ em }, { boat: { capacity: 120 }, cave: { capacity: 60 }, walk: { capacity: 25 } })
  w.departures = Object.values(made)
  await orm.close()
  await postgres.stop()
  w.product = await start(w)
})
Crash.after(async (w) => {
  await w.product?.stop()
  rmSync(w.dataDir, { recursive: true, force: true })
})

const start = (w: World): Promise<StartedProcess> =>
  startProcess('deploy/standalone.ts', {
    PORT: w.port,
    DATA_DIR: w.dataDir,
    LOG_LEVEL: 'error',
    ...Object.fromEntries(
      ['API', 'HOLDS', 'SEARCH', 'CHECKOUT', 'LIVE_TICKETS'].map((name) => [`LIMITS_${name}`, '0']),
    ),
    HOLD_CAP_GUEST: '0',
    HOLD_CAP_ADDRESS: '0',
  })

const query = async <Row extends pg.QueryResultRow>(w: World, sql: string, params: unknown[] = []): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: w.databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql, params)).rows
  } finally {
    await client.end()
  }
}

/** Everybody shops until so many more answers have come; then `kill`, in the middle of it all. */
const killUnderLoad = async (w: World, chance: Chance, kill: () => Promise<unknown>): Promise<void> => {
  let over = false
  const at: Shop = { url: w.product.url, departures: w.departures, log: w.log, over: () => over }
  const enough = w.log.acknowledged + chance.between(50, 120)
  const shopping = Array.from({ length: SHOPPERS }, () => shop(at, makeChance(chance.under(2 ** 31))))
  await until('enough has been sold', () => w.log.acknowledged >= enough, 60_000)
  over = true
  await kill()
  await Promise.all(shopping)
}

const readyAgain = (w: World): Promise<unknown> =>
  until(
    'it is ready again',
    () =>
      fetch(`${w.product.url}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
        ({ status }) => status === 200,
        () => false,
      ),
    60_000,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}; it said: ${w.product.output().slice(-2000)}`)
  })

/** SEAT-5: what was acknowledged, row by row. */
const assertNothingLost = async (w: World): Promise<void> => {
  const rows = await query<{ id: string; state: string; expires_at: Date; booking_id: string; booking: string }>(
    w,
    `select h.id, h.state, h.expires_at, b.id as booking_id, b.state as booking
     from holds h left join bookings b on b.hold_id = h.id where h.id = any($1::uuid[])`,
    [w.log.purchases.map(({ holdId }) => holdId)],
  )
  const kept = new Map(rows.map((row) => [row.id, row]))
  for (const purchase of w.log.purchases) {
    const row = kept.get(purchase.holdId)
    assert.ok(row, `hold ${purchase.holdId} was acknowledged and is gone`)
    const about = JSON.stringify({ ...purchase, unknown: [...purchase.unknown], row })
    assert.ok(isStillSo(purchase, row), about)
  }
}

const isStillSo = (
  { expiresAt, released, unknown, bookingId, confirmed, cancelled }: Purchase,
  row: { state: string; expires_at: Date; booking_id: string | null; booking: string | null },
): boolean => {
  if (bookingId !== null && row.booking_id !== bookingId) return false
  if (cancelled) return row.booking === 'cancelled'
  if (confirmed) return row.booking === 'confirmed' || (unknown.has('cancel') && row.booking === 'cancelled')
  // Money that came after the release may have taken the seats again.
  if (released) return row.state === 'released' || (bookingId !== null && row.state === 'confirmed')
  if (row.state === 'released') return unknown.has('release')
  return row.expires_at >= new Date(expiresAt)
}

const ANSWERED = /^\/(departures|bookings$)/

/** SEAT-4: who got an answer gets it again; who got none gets one, which then stays. */
const assertAnsweredTheSame = async (w: World, attempts: readonly Attempt[]): Promise<void> => {
  const repeat = async (attempt: Attempt): Promise<void> => {
    const told = await askAgain(w, attempt)
    const about = `${attempt.path} ${attempt.key}: ${told.text} after ${attempt.answer?.text ?? 'no answer'}`
    assert.ok(told.status < 500, about)
    if (attempt.answer === null) attempt.answer = told
    assert.equal(
      [told.status, withoutRequest(told.body)],
      [attempt.answer.status, withoutRequest(attempt.answer.body)],
      about,
    )
  }
  // A request whose process died is free to be made again after a minute.
  await query(
    w,
    `update idempotency_keys set locked_until = clock_timestamp() - interval '1 second' where outcome is null`,
  )
  const relevant = attempts.filter(({ path }) => ANSWERED.test(path) || path.endsWith('/cancel'))
  for (let i = 0; i < relevant.length; i += SHOPPERS) await Promise.all(relevant.slice(i, i + SHOPPERS).map(repeat))
  await Promise.all(relevant.slice(-SHOPPERS).map(repeat))
}

/** Goes on as the answer says while payments find their database again. */
const askAgain = async (w: World, attempt: Attempt): Promise<Answered> => {
  let told: Answered | null = null
  await until(
    `${attempt.path} is answered`,
    async () => {
      told = await again(w.product.url, attempt)
      return told.body['code'] !== 'payments_unavailable'
    },
    30_000,
  ).catch((error: Error) => {
    throw new Error(`${String(error)} (${String(error.cause)}); it said: ${w.product.output().slice(-2000)}`)
  })
  assert.ok(told)
  return told
}

const withoutRequest = (body: Record<string, unknown>): Record<string, unknown> => ({ ...body, requestId: undefined })

const assertCountersTrue = async (w: World): Promise<void> => {
  const orm = await openOrm(w.databaseUrl, { poolMax: 1 })
  try {
    assert.equal(await verifySeats({ em: orm.em.fork() as SqlEntityManager }), [])
  } finally {
    await orm.close()
  }
}

/** MONEY-2 and MONEY-4, once the worker has had its time. */
const assertMoneySettles = async (w: World): Promise<void> => {
  let unsettled: unknown[] = []
  await until(
    'all money has found its seat or its way back',
    async () => {
      await query(w, letTimeGoBy)
      unsettled = await query(w, findUnsettledMoney)
      return unsettled.length === 0
    },
    45_000,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${JSON.stringify(unsettled, null, 2)}`)
  })
}

const assertAllIsWell = async (w: World, since: number): Promise<void> => {
  assert.equal(w.log.faults, [], 'before anything was killed')
  await assertNothingLost(w)
  await assertCountersTrue(w)
  await assertAnsweredTheSame(w, w.log.attempts.slice(since))
  await assertMoneySettles(w)
  await assertNothingLost(w)
  await assertCountersTrue(w)
}

const postmaster = (w: World): number =>
  (JSON.parse(readFileSync(join(w.dataDir, 'pg/connection.json'), 'utf8')) as { pid: number }).pid

Crash('[SEAT-1] [SEAT-4] [SEAT-5] [MONEY-2] [MONEY-4] kill -9 of node, of PostgreSQL, or of both', async (w) => {
  const seed = chanceSeed('crash')
  const chance = makeChance(seed)
  const rounds = runs(2, 20)
  for (let round = 0; round < rounds; round++) {
    const since = w.log.attempts.length
    const victim = VICTIMS[round] ?? chance.pick(VICTIMS)
    await killUnderLoad(w, chance, async () => {
      if (victim !== 'node') process.kill(postmaster(w), 'SIGKILL')
      if (victim !== 'postgres') await w.product.kill()
    })
    if (victim !== 'postgres') w.product = await start(w)
    await readyAgain(w)
    await assertAllIsWell(w, since)
  }
})

Crash('[SEAT-1] npm run seats:verify says so too', (w) => {
  const said = execFileSync(process.execPath, ['deploy/seatsVerify.ts'], {
    env: { ...process.env, DATA_DIR: w.dataDir },
    encoding: 'utf8',
  })
  assert.match(said, 'Every counter equals its rows.')
})

const verifyBooks = (w: World) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['deploy/ledgerVerify.ts'], {
    env: { ...process.env, DATA_DIR: w.dataDir },
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

Crash('[MONEY-1] npm run ledger:verify finds that books, bookings and Stripe agree after all of it', (w) => {
  const { status, said } = verifyBooks(w)
  assert.match(said, 'Books, bookings and Stripe agree.')
  assert.match(said, /\d+ entries; [1-9]\d* movements were compared with Stripe, 0 never were at Stripe/)
  assert.is(status, 0)
})

Crash('[MONEY-1] and says which booking differs when one does', async (w) => {
  const [one] = await query<{ id: string; reference: string }>(
    w,
    `update payments y set amount_minor = amount_minor + 10 from booking_refs r
     where r.booking_id = y.booking_id and y.id = (select id from payments where state = 'captured' limit 1)
     returning y.booking_id as id, r.reference`,
  )
  const { status, said } = verifyBooks(w)
  assert.is(status, 1)
  assert.match(said, `booking ${one?.reference} ${one?.id}: its payments captured, and the books have`)
  assert.match(said, '4 differences were found.')
})

Crash.run()
