/** States what must be true unless our own code is wrong; a failure is a bug, never something a person caused. */
export function assert(condition: unknown, claim: string): asserts condition {
  if (!condition) throw new BrokenClaim(claim)
}

export class BrokenClaim extends Error {}

/** Marks a branch that the types rule out. */
export const unreachable = (value: never): never => {
  throw new BrokenClaim(`unexpected ${JSON.stringify(value)}`)
}
