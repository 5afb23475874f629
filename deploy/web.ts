import { runRole } from './start/runRole.ts'

await runRole({ name: 'web', pages: true, rooms: false, sandbox: false, jobs: false })
