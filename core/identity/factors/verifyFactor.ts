import type { UserId } from '@mayago/kernel/ids.ts'
import type { Ctx } from '../../context.ts'

/** What was shown beside the first factor. */
export interface FactorProof {
  method: string
  [part: string]: unknown
}

type Verify = (ctx: Ctx, userId: UserId, proof: FactorProof) => Promise<boolean>

/** Each method's check; it uses the proof up. A method that is not here proves nothing. */
const VERIFIERS: Record<string, Verify> = {}

/** Whether the proof is this user's. */
export const verifyFactor: Verify = async (ctx, userId, proof) =>
  Object.hasOwn(VERIFIERS, proof.method) && (await VERIFIERS[proof.method]?.(ctx, userId, proof)) === true
