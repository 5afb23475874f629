// Runs after `npm install`, also under --omit=dev, where the tools below are absent.
import { existsSync } from 'node:fs'
import { execFileSync } from 'node:child_process'

const has = (bin) => existsSync(new URL(`../node_modules/.bin/${bin}`, import.meta.url))
const run = (bin, ...args) =>
  execFileSync(new URL(`../node_modules/.bin/${bin}`, import.meta.url).pathname, args, { stdio: ['ignore', 'ignore', 'inherit'] })

if (has('paraglide-js') && existsSync(new URL('../project.inlang/settings.json', import.meta.url)))
  run('paraglide-js', 'compile', '--project', './project.inlang', '--outdir', './core/kernel/i18n')
if (has('svelte-kit') && existsSync(new URL('../svelte.config.js', import.meta.url))) run('svelte-kit', 'sync')
