// Runs after `npm install`, also under --omit=dev, where the tools below are absent.
import { existsSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name) => `${root}node_modules/.bin/${name}`
const run = (name, ...args) => execFileSync(bin(name), args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })

if (existsSync(bin('paraglide-js')) && existsSync(`${root}project.inlang/settings.json`))
  run(
    'paraglide-js',
    ...['compile', '--project', './project.inlang', '--outdir', './core/kernel/i18n'],
    ...['--strategy', 'url', 'baseLocale'],
  )
if (existsSync(bin('svelte-kit')) && existsSync(`${root}svelte.config.js`)) run('svelte-kit', 'sync')
// The client of the API, from the committed document.
if (existsSync(bin('openapi-ts')) && existsSync(`${root}docs/openapi.json`))
  run('openapi-ts', '--file', 'deploy/openapi/client.config.ts')
