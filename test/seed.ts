/** The seed of this run's chance: MAYAGO_SEED, or a new one. Printed, so that a failure can be run again. */
export const chanceSeed = (what: string): number => {
  const seed = Number(process.env['MAYAGO_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
  process.stdout.write(`${what}: MAYAGO_SEED=${seed}\n`)
  return seed
}

/** How often a simulation runs: the first in `npm test`, the second in `npm run test:long`. */
export const runs = (short: number, long: number): number => (process.env['MAYAGO_LONG'] === '1' ? long : short)
