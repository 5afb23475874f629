const isLong = process.env['MAYAGO_LONG'] === '1'
/** What `npm test` tries: the same on every change, so that a failure is of the change. */
const KEPT_SEED = 20_261_128

/** The seed of this run's chance: MAYAGO_SEED, or a new one in `npm run test:long`. Printed, so that a failure can be run again. */
export const chanceSeed = (what: string): number => {
  const seed = Number(process.env['MAYAGO_SEED'] ?? (isLong ? Math.floor(Math.random() * 2 ** 31) : KEPT_SEED))
  process.stdout.write(`${what}: MAYAGO_SEED=${seed}\n`)
  return seed
}

/** How often a simulation runs: the first in `npm test`, the second in `npm run test:long`. */
export const runs = (short: number, long: number): number => (isLong ? long : short)
