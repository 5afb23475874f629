import { createReport } from './run/report.ts'
import { checks } from './run/checks.ts'

// npm run check: types, lint, format and dependency rules.
const report = createReport()
for (const { run } of checks) report.add(await run())
process.exitCode = report.finish([])
