import { ensureBuild } from './start/ensureBuild.ts'
import { orExplain } from './start/orExplain.ts'

// npm run build: the pages, when their sources have changed.
await orExplain(async () => {
  const built = await ensureBuild((line) => console.log(line))
  console.log(built ? 'Built.' : 'The build is up to date.')
})
