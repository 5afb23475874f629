import type { JWK } from 'jose'
import type { Ctx } from '../../context.ts'
import { ALGORITHM, findAccessKeys } from './accessKeys.ts'

/** The public keys of access tokens, as a JWK set (RFC 7517 §5): those in use, the next, and those of tokens still out. */
export const getJwks = async (ctx: Ctx): Promise<{ keys: JWK[] }> => {
  const keys = await findAccessKeys(ctx)
  return { keys: keys.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: ALGORITHM, use: 'sig' })) }
}
