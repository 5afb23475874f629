import { importJWK } from 'jose'
import { assert } from '@mayago/kernel/assert.ts'
import type { Ctx } from '../../context.ts'
import {
  ALGORITHM,
  findAccessKeys,
  findSigningKey,
  openPrivateKey,
  rotateAccessKeys,
  type AccessKey,
} from './accessKeys.ts'

/** The keys of access tokens as this process knows them. */
export interface AccessKeyRing {
  signing(ctx: Ctx): Promise<{ kid: string; key: CryptoKey }>
  /** The public key of this name, or null; one made by another process is found too. */
  find(ctx: Ctx, kid: string): Promise<CryptoKey | null>
}

const FRESH_MS = 60_000
/** Who sends made-up names makes us look no more often than this. */
const LOOK_AGAIN_MS = 5_000

export const createAccessKeyRing = (): AccessKeyRing => {
  let keys: readonly AccessKey[] = []
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | null = null
  const publicKeys = new Map<string, CryptoKey>()
  const privateKeys = new Map<string, CryptoKey>()

  const read = async (ctx: Ctx): Promise<void> => {
    keys = await findAccessKeys(ctx)
    readAt = performance.now()
    for (const kept of [publicKeys, privateKeys])
      for (const kid of kept.keys()) if (!keys.some((key) => key.kid === kid)) kept.delete(kid)
  }
  const readOnce = (ctx: Ctx): Promise<void> => (reading ??= read(ctx).finally(() => (reading = null)))
  const readUnlessWithin = async (ctx: Ctx, ms: number): Promise<void> => {
    if (performance.now() - readAt >= ms) await readOnce(ctx)
  }

  const remember = async (kept: Map<string, CryptoKey>, kid: string, open: () => Promise<CryptoKey>) => {
    const known = kept.get(kid)
    if (known !== undefined) return known
    const key = await open()
    kept.set(kid, key)
    return key
  }

  return {
    signing: async (ctx) => {
      assert(ctx.news === null, 'a key that is made must outlive what is signed with it: no transaction is open')
      await readUnlessWithin(ctx, FRESH_MS)
      if (findSigningKey(keys, ctx.now) === null) {
        await rotateAccessKeys(ctx)
        await readOnce(ctx)
      }
      const current = findSigningKey(keys, ctx.now)
      assert(current !== null, 'rotation leaves a key that signs')
      return { kid: current.kid, key: await remember(privateKeys, current.kid, () => openPrivateKey(ctx, current)) }
    },
    find: async (ctx, kid) => {
      await readUnlessWithin(ctx, keys.some((key) => key.kid === kid) ? FRESH_MS : LOOK_AGAIN_MS)
      const found = keys.find((key) => key.kid === kid && key.retiresAt > ctx.now)
      return found
        ? remember(publicKeys, kid, async () => toCryptoKey(await importJWK(found.publicJwk, ALGORITHM)))
        : null
    },
  }
}

const toCryptoKey = (key: CryptoKey | Uint8Array): CryptoKey => {
  assert(!(key instanceof Uint8Array), 'an Ed25519 key is a pair')
  return key
}
