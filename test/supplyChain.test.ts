import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const SupplyChain = suite('supply chain')

interface Locked {
  version?: string
  hasInstallScript?: boolean
  link?: boolean
  integrity?: string
}
const read = <Shape>(file: string): Shape => JSON.parse(readFileSync(file, 'utf8')) as Shape
const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json')
const ours = read<{
  allowScripts: Record<string, boolean>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}>('package.json')

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

SupplyChain('only packages on the list have an install script, and the list names nobody else', () => {
  const scripted = Object.entries(packages).flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript ? [nameOf(path)] : [],
  )
  assert.equal([...new Set(scripted)].sort(), Object.keys(ours.allowScripts).sort())
})

SupplyChain('every package is locked to one content, and ours to one exact version', () => {
  for (const [path, { link, integrity }] of Object.entries(packages))
    if (path.includes('node_modules/') && !link) assert.ok(integrity, `${path} has no integrity`)
  const direct = { ...ours.dependencies, ...ours.devDependencies, ...ours.optionalDependencies }
  for (const [name, version] of Object.entries(direct))
    if (!name.startsWith('@mayago/')) assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name)
})

SupplyChain('npm run sbom lists every library of others, shipped or for tests', () => {
  const { scripts } = read<{ scripts: Record<string, string> }>('package.json')
  const [program, ...options] = (scripts['sbom'] as string).split(' ')
  const sbom = JSON.parse(
    execFileSync(program as string, options, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
  ) as { bomFormat: string; components: { name: string; group?: string; version: string }[] }
  assert.is(sbom.bomFormat, 'CycloneDX')
  const names = new Set(sbom.components.map(({ name, group }) => (group ? `${group}/${name}` : name)))
  // npm leaves out a library that is shipped and also used by a tool when it is asked to omit tools: so all are listed.
  for (const name of ['jose', 'argon2', 'pg', 'zod', 'uvu']) assert.ok(names.has(name), name)
})

SupplyChain.run()
