import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { appendActs, verifyAudit } from '@mayago/core/audit/index.ts'
import { verifySeats } from '@mayago/core/booking/index.ts'
import { DOORS } from '../access/doors.ts'
import { makeChance } from '../faults/chance.ts'
import { chanceSeed, runs } from '../seed.ts'
import { operationsOf, readDocument } from '../declared/document.ts'
import { drive, type Tamper } from './drive.ts'
import { fuzzWorld, type FuzzWorld } from './fuzzWorld.ts'
import { RECIPES } from './recipes/index.ts'

const REQUESTS = runs(5_000, 50_000)
/** The share of requests that may meet a connection on which the server hung up. */
const RESETS_MAX = 0.001
const seed = chanceSeed('fuzz')
const document = readDocument()
const operations = operationsOf(document)
const names = operations.map(({ name }) => name)
const kept = operations.filter(({ codes }) => codes.includes('key_reused')).map(({ name }) => name)

const Fuzz = suite<FuzzWorld>('fuzz')
Fuzz.before(async (w) => void Object.assign(w, await fuzzWorld(makeChance(seed))))
Fuzz.after((w) => w.drop())

Fuzz('there is a recipe for every operation of the document, and none for what is no endpoint', () => {
  assert.equal(
    names.filter((name) => RECIPES[name] === undefined),
    [],
  )
  const doors = Object.keys(DOORS).map((door) => door.replace('/api/v1', '').replaceAll(/\[(\w+)\]/g, '{$1}'))
  assert.equal(
    Object.keys(RECIPES).filter((name) => !doors.includes(name)),
    [],
  )
})

Fuzz(
  `${REQUESTS} requests at every operation: each answer is as the document says, with no fault and no limit`,
  async (w) => {
    const begun = performance.now()
    const { requests, successes, retold, heard, faults } = await drive(w, document, REQUESTS)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    process.stdout.write(`fuzz: ${requests} requests at ${names.length} operations in ${seconds} s\n`)
    process.stdout.write(
      `${Object.entries(heard)
        .map(([said, times]) => `  ${times} × ${said}`)
        .sort()
        .join('\n')}\n`,
    )
    assert.is(faults.length, 0, `seed ${seed}:\n${faults.join('\n')}`)
    assert.equal(
      w.log.lines.filter(({ level }) => level === 'error'),
      [],
      `seed ${seed}: nothing failed unheard`,
    )
    assert.is(requests, REQUESTS)
    assert.ok((heard['connection reset'] ?? 0) <= REQUESTS * RESETS_MAX, `seed ${seed}: connections are kept`)
    assert.equal(
      names.filter((name) => !successes[name]),
      [],
      `seed ${seed}: every operation succeeds`,
    )
    assert.equal(
      kept.filter((name) => !retold[name]),
      [],
      `seed ${seed}: [SEAT-4] a retry of every operation that keeps its answer was told it again`,
    )
  },
)

Fuzz(
  '[SEAT-1] [AUDIT-5] afterwards every counter equals its rows, and every act follows from the one before',
  async (w) => {
    assert.equal(await verifySeats(w.as()), [])
    await appendActs(w.as())
    const { em, ports, services } = w.as()
    const { faults, chained, waiting } = await verifyAudit({ em, files: ports.files, headSigner: services.headSigner })
    assert.equal(faults, [])
    assert.is(waiting, 0)
    assert.ok(chained > 0)
  },
)

/** Faults as a server might have them, each planted in one operation's answers. */
const PLANTED: Record<string, { tamper: Tamper; found: RegExp }> = {
  'a fault of ours': { tamper: (_, answer) => ({ ...answer, status: 500 }), found: /it answered 500/ },
  'a limit': { tamper: (_, answer) => ({ ...answer, status: 429 }), found: /it answered 429/ },
  'an undeclared status': { tamper: (_, answer) => ({ ...answer, status: 418 }), found: /418 is not declared/ },
  'a field of another type': {
    tamper: (_, answer) => ({ ...answer, body: { ...answer.body, id: 7, items: 7, code: 7 } }),
    found: /does not match its schema/,
  },
  'a field less': { tamper: (_, answer) => ({ ...answer, body: {}, text: '{}' }), found: /does not match its schema/ },
  'a column of ours': {
    tamper: (_, answer) => ({ ...answer, text: `${answer.text}"password_hash"` }),
    found: /it tells password_hash/,
  },
  'another content type': {
    tamper: (_, answer) => ({ ...answer, headers: new Headers({ 'x-request-id': 'x', 'content-type': 'text/html' }) }),
    found: /the content type is text\/html/,
  },
  'a good request refused, and a bad one accepted': {
    tamper: (_, answer) => ({ ...answer, status: answer.status < 400 ? 404 : 200 }),
    found: /a good request was refused/,
  },
}

/** One operation alone, for the faults that are planted in it. */
const only = (path: string) => ({ ...document, paths: { [path]: document.paths[path] ?? {} } })
const alone = only('/experiences/{idOrSlug}')

for (const [what, { tamper, found }] of Object.entries(PLANTED))
  Fuzz(`the checks find ${what}`, async (w) => {
    const { faults } = await drive(w, alone, 60, tamper)
    assert.match(faults.join('\n'), found)
  })

Fuzz('[SEAT-4] the checks find a retry that is answered otherwise', async (w) => {
  const other: Tamper = (_, answer, how) =>
    how === 'repeated' && answer.status < 300 ? { ...answer, body: { ...answer.body, ticket: 'another one' } } : answer
  const { faults } = await drive(w, only('/live/tickets'), 60, other)
  assert.match(faults.join('\n'), /a retry heard another answer/)
  assert.equal((await drive(w, only('/live/tickets'), 60)).faults, [])
})

Fuzz('the checks find nothing where nothing was planted', async (w) => {
  assert.equal((await drive(w, alone, 60)).faults, [])
})

Fuzz.run()
