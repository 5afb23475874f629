// npm run bench -- <name>: runs bench/<name>.ts. Each prints its settings, its figures and their ratios.
import process from 'node:process'

const [bench, ...words] = process.argv.slice(2)
if (bench === undefined || !/^[a-z]+$/.test(bench)) {
  console.error('say which: npm run bench -- fanout | holds | search | signins')
  process.exit(1)
}
const { run } = (await import(`./${bench}.ts`)) as { run(words: string[]): Promise<void> }
await run(words)
process.exit()
