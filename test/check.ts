import { atOnce, CORES } from './run/atOnce.ts'
import { checks, generate } from './run/checks.ts'
import { createReport } from './run/report.ts'

// npm run check: types, lint, format and dependency rules.
const report = createReport()
report.add(await generate())
await atOnce(CORES, checks, report.add)
process.exitCode = report.finish([])
