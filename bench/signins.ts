import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { createPasswordHasher, OWASP_MINIMUM } from '@mayago/core/identity/passwords/passwordHasher.ts'
import { startPostgres } from '@mayago/db/embedded/startPostgres.ts'
import { emptyTables } from '@mayago/db/testing/emptyTables.ts'
import { newId } from '@mayago/kernel/ids.ts'
import { format, median, medianOf, type Figure, type Verdict } from './holds/figures.ts'
import { startProduct } from './holds/startServers.ts'
import { assertSold, openBenchWorld, POOL, settled, type BenchWorld } from './holds/world.ts'
import { prepareHold, prepareSignIn } from './prepared.ts'
import { reportVerdicts } from './reportVerdicts.ts'
import { runApart } from './runApart.ts'
import type { Aim, Both } from './signins/fire.ts'

const SETTINGS = { seconds: 15, runs: 3, holds: 200, attempts: 100, accounts: 500, seed: 7 }
const WARM_SECONDS = 3
const PASSWORD = 'quetzal over the ceiba'
const BUDGET = { slowerAtMost: 2, perSecondAtLeast: 10 }

/**
 * Sign-ins beside holds, both over HTTP and both coming on their own: what a flood of attempts, half of them with a wrong
 * password, does to holds, and how many people get in. `npm run bench -- signins [--seconds=15] [--runs=3] [--holds=200]`.
 */
export const run = async (words: readonly string[]): Promise<void> => {
  const settings = { ...SETTINGS, ...Object.fromEntries(words.map(readWord)) }
  mkdirSync('var/bench', { recursive: true })
  const dataDir = mkdtempSync(join('var/bench', 'signins-'))
  const postgres = await startPostgres({ dataDir, log: (line) => console.error(line), durable: true })
  const world = await openBenchWorld(postgres.url)
  try {
    tellSettings(settings)
    const emails = await makeAccounts(world, settings.accounts)
    const product = await startProduct(dataDir, 'product')
    const measured = await measureInTurn(world, product.url, emails, settings)
    await product.stop()
    reportVerdicts(judge(measured))
  } finally {
    await world.close()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const readWord = (word: string): [string, number] => {
  const [name = '', value] = word.replace(/^--/, '').split('=')
  if (!(name in SETTINGS) || !(Number(value) > 0)) throw new Error(`not a setting: ${word}`)
  return [name, Number(value)]
}

const tellSettings = ({ seconds, runs, holds, attempts, accounts, seed }: typeof SETTINGS): void => {
  console.log(`node ${process.version} · ${cpus().length} × ${cpus()[0]?.model} · load ${loadavg()[0]?.toFixed(1)}`)
  console.log(
    `${holds} holds a second, alone and beside ${attempts} attempts to sign in (half right) of ${accounts} people`,
  )
  console.log(
    `argon2id ${JSON.stringify(OWASP_MINIMUM)} · rate limits and seat caps off · pool ${POOL} · mails not sent · seed ${seed}`,
  )
  console.log(`${runs} interleaved runs of ${seconds} s, medians; every measurement starts with emptied tables\n`)
}

/** People with one password, and so one hash. */
const makeAccounts = async ({ pool }: BenchWorld, count: number): Promise<string[]> => {
  const hash = await createPasswordHasher().hash(PASSWORD)
  const emails = Array.from({ length: count }, (_, n) => `traveler.${n}@example.com`)
  await pool.query(
    `insert into users (id, email, name, locale, created_at, email_verified_at, password_hash, password_changed_at)
     select id, email, 'Ana Poot', 'en', now(), now(), $3, now() - interval '1 day'
     from unnest($1::uuid[], $2::text[]) as made (id, email)`,
    [emails.map(() => newId<'user'>(Date.now())), emails, hash],
  )
  return emails
}

/** Every second attempt is made with another than the right one. */
const passwordOf = (n: number): string => (n % 2 === 0 ? PASSWORD : `not ${PASSWORD}`)

interface Measured {
  quiet: Both[]
  beside: Both[]
}

const measureInTurn = async (
  world: BenchWorld,
  url: string,
  emails: readonly string[],
  { seconds, runs, holds, attempts, seed }: typeof SETTINGS,
): Promise<Measured> => {
  const measure = async (perSecond: number): Promise<Both> => {
    await emptyTables(world.pool, 'sessions')
    const departure = await world.freshDeparture()
    const { departureId } = departure
    const aim: Aim = {
      seconds,
      seed,
      holds: { perSecond: holds, sent: [prepareHold(url, departure)] },
      signIns: { perSecond, sent: emails.map((email, n) => prepareSignIn(url, { email, password: passwordOf(n) })) },
    }
    await runApart<Both>('signins/fire.ts', { ...aim, seconds: WARM_SECONDS })
    const before = await settled(world, departureId)
    const both = await runApart<Both>('signins/fire.ts', aim)
    const sold = await settled(world, departureId)
    assertSold(
      {
        rows: sold.rows - before.rows,
        counter: sold.counter - before.counter,
        answers: sold.answers - before.answers,
      },
      both.holds.answers['201'] ?? 0,
    )
    return both
  }
  const measured: Measured = { quiet: [], beside: [] }
  for (let turn = 1; turn <= runs; turn++) {
    const quiet = await measure(0)
    measured.quiet.push(quiet)
    tell(turn, 'holds alone', quiet.holds)
    const beside = await measure(attempts)
    measured.beside.push(beside)
    tell(turn, 'holds beside sign-ins', beside.holds)
    tell(turn, 'sign-ins', beside.signIns)
  }
  return measured
}

const tell = (turn: number, name: string, figure: Figure): void =>
  console.log(`run ${turn}  ${name.padEnd(24)} ${format(figure)}`)

const judge = ({ quiet, beside }: Measured): Verdict[] => {
  const [alone, pressed] = [medianOf(quiet.map(({ holds }) => holds)), medianOf(beside.map(({ holds }) => holds))]
  const slower = median(beside.map(({ holds }, n) => holds.p99Ms / (quiet[n]?.holds.p99Ms ?? NaN)))
  const signIns = medianOf(beside.map((both) => both.signIns))
  const unfit = [
    ...unfitAnswers(alone, ['201']),
    ...unfitAnswers(pressed, ['201']),
    ...unfitAnswers(signIns, ['200', '401', '429']),
  ]
  const without = beside.reduce((sum, both) => sum + both.without, 0)
  return [
    {
      what: `holds, p99 beside sign-ins (${pressed.p99Ms.toFixed(1)} ms) against alone (${alone.p99Ms.toFixed(1)} ms)`,
      measured: `${slower.toFixed(2)} ×`,
      budget: `< ${BUDGET.slowerAtMost} ×`,
      met: slower < BUDGET.slowerAtMost,
    },
    {
      what: 'sign-ins that succeed',
      measured: `${signIns.perSecond.toFixed(1)}/s`,
      budget: `≥ ${BUDGET.perSecondAtLeast}/s`,
      met: signIns.perSecond >= BUDGET.perSecondAtLeast,
    },
    {
      what: 'answers other than 201 to holds, and 200, 401 and 429 to sign-ins',
      measured: unfit.length === 0 ? 'none' : unfit.join(', '),
      budget: 'none',
      met: unfit.length === 0,
    },
    { what: '429 without Retry-After', measured: String(without), budget: '0', met: without === 0 },
  ]
}

const unfitAnswers = ({ answers }: Figure, fit: readonly string[]): string[] =>
  Object.keys(answers).filter((status) => !fit.includes(status))
