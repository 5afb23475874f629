import { runRole } from './start/runRole.ts'

await runRole({ name: 'realtime', pages: false, rooms: true, sandbox: false, jobs: false })
