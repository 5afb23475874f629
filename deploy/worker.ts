import { runRole } from './start/runRole.ts'

await runRole({ name: 'worker', pages: false, rooms: false, sandbox: false, jobs: true })
