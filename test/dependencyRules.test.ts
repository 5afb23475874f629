import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

interface Cruise {
  summary: { violations: { from: string; to: string; rule: { name: string } }[] }
}

/** Each import that must not be, and the rule that says so. */
const PLANTED: [from: string, to: string, rule: string][] = [
  ['core/kernel/money.ts', 'db/orm.ts', 'kernel-imports-nothing'],
  ['core/kernel/time.ts', 'core/booking/index.ts', 'kernel-imports-nothing'],
  ['db/queries/listHolds.ts', 'core/booking/index.ts', 'db-imports-kernel-only'],
  ['core/booking/placeHold.ts', 'realtime/rooms/PartyRoom.ts', 'core-knows-no-door'],
  ['core/booking/confirm.ts', 'web/lib/words.ts', 'core-knows-no-door'],
  ['core/booking/cancel.ts', 'deploy/standalone.ts', 'core-knows-no-door'],
  ['realtime/attach.ts', 'db/orm.ts', 'realtime-imports-core'],
  ['realtime/relay.ts', 'web/lib/words.ts', 'realtime-imports-core'],
  ['web/routes/page.ts', 'db/orm.ts', 'web-imports-core'],
  ['web/routes/layout.ts', 'deploy/standalone.ts', 'web-imports-core'],
  ['core/catalog/list.ts', 'core/booking/index.ts', 'core-order-catalog'],
  ['core/pricing/quote.ts', 'core/payments/index.ts', 'core-order-pricing'],
  ['core/search/find.ts', 'core/reports/index.ts', 'core-order-search'],
  ['core/booking/pay.ts', 'core/adapters/stripe/connect.ts', 'adapters-are-outside'],
  ['core/adapters/nats/bus.ts', 'core/booking/index.ts', 'adapters-know-ports-only'],
  ['core/ports/mail.ts', 'core/booking/index.ts', 'ports-are-interfaces'],
  ['core/booking/extend.ts', 'db/testing/fresh.ts', 'no-tests-in-production'],
  ['core/payments/index.ts', 'core/nowhere.ts', 'no-missing'],
]
/** And some that must be allowed, or the rules would forbid everything. */
const ALLOWED: [from: string, to: string][] = [
  ['db/seed/seed.ts', 'core/kernel/ids.ts'],
  ['core/booking/amend.ts', 'core/pricing/index.ts'],
  ['core/booking/release.ts', 'db/locks.ts'],
  ['web/routes/server.ts', 'core/booking/index.ts'],
  ['realtime/auth.ts', 'core/booking/index.ts'],
  ['deploy/web.ts', 'realtime/index.ts'],
  ['core/booking/amend.test.ts', 'db/testing/fresh.ts'],
]

const DependencyRules = suite('dependency rules', { folder: '', violations: [] as Cruise['summary']['violations'] })

DependencyRules.before((w) => {
  w.folder = mkdtempSync(join(tmpdir(), 'mayago-rules-'))
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(w.folder, file)), { recursive: true })
    writeFileSync(join(w.folder, file), text, { flag: 'a' })
  }
  write('tsconfig.json', '{}')
  for (const [from, to] of [...PLANTED, ...ALLOWED]) {
    write(
      from,
      `import '${resolve('/', to)
        .slice(1)
        .replace(/^/, '../'.repeat(from.split('/').length - 1))}'\n`,
    )
    if (to !== 'core/nowhere.ts') write(to, '')
  }
  const config = resolve('.dependency-cruiser.cjs')
  const output = execFileSync(
    process.execPath,
    [
      resolve('node_modules/.bin/depcruise'),
      '--config',
      config,
      ...['core', 'db', 'realtime', 'web', 'deploy'],
      '--output-type',
      'json',
    ],
    { cwd: w.folder, stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 10_000_000 },
  )
  w.violations = (JSON.parse(output.toString()) as Cruise).summary.violations
})
DependencyRules.after((w) => rmSync(w.folder, { recursive: true }))

for (const [from, to, rule] of PLANTED) {
  DependencyRules(`${from} may not import ${to}`, (w) => {
    const broken = w.violations.filter((violation) => violation.from === from).map((violation) => violation.rule.name)
    assert.ok(broken.includes(rule), `${rule} should refuse it; refused by: ${broken.join(', ') || 'nothing'}`)
  })
}

for (const [from, to] of ALLOWED) {
  DependencyRules(`${from} may import ${to}`, (w) => {
    assert.equal(
      w.violations.filter((violation) => violation.from === from && violation.to === to),
      [],
    )
  })
}

DependencyRules.run()
