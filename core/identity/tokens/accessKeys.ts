import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { assert } from '@mayago/kernel/assert.ts'
import { addMinutes } from '@mayago/kernel/time.ts'
import { LOCK_ACCESS_KEYS } from '@mayago/db/locks.ts'
import { queryRow, queryRows, toDate } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { placeOf } from '../sealedFields.ts'

/** Pinned: what a token says of its algorithm is compared with this and never believed. */
export const ALGORITHM = 'EdDSA'
const DAY = 1440
/** A key signs this long; it is published a day before, and for a day after its last token. */
const SIGNS_DAYS = 30
const AHEAD_DAYS = 1

export interface AccessKey {
  kid: string
  publicJwk: JWK
  signsFrom: Date
  retiresAt: Date
  privateSealed: string
}

interface KeyRow {
  kid: string
  public_jwk: JWK
  private_sealed: string
  signs_from: string
  retires_at: string
}

/** All keys that have not retired, the one that signs last first. */
export const findAccessKeys = async (ctx: Ctx): Promise<AccessKey[]> => {
  const rows = await queryRows<KeyRow>(
    ctx.em,
    `select kid, public_jwk, private_sealed, signs_from, retires_at from access_keys
     where retires_at > $1 order by signs_from desc, kid`,
    [ctx.now],
  )
  return rows.map((row) => ({
    kid: row.kid,
    publicJwk: row.public_jwk,
    privateSealed: row.private_sealed,
    signsFrom: toDate(row.signs_from),
    retiresAt: toDate(row.retires_at),
  }))
}

/** The key to sign with now: of those that have begun, the newest. */
export const findSigningKey = (keys: readonly AccessKey[], now: Date): AccessKey | null =>
  keys.find(({ signsFrom }) => signsFrom <= now) ?? null

/** Opens the private half; only signing needs it. */
export const openPrivateKey = async (ctx: Ctx, { kid, privateSealed }: AccessKey): Promise<CryptoKey> => {
  const key = await importJWK(
    JSON.parse(ctx.services.sealer.open(placeOf('access_keys', 'private_sealed', kid), privateSealed)) as JWK,
    ALGORITHM,
  )
  assert(!(key instanceof Uint8Array), 'an Ed25519 key is a pair')
  return key
}

/** Sees to it that there is a key that signs, and its successor a day ahead. Repeatable; a job and the first sign-in call it. */
export const rotateAccessKeys = (ctx: Ctx): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    await queryRow(tx.em, LOCK_ACCESS_KEYS)
    const keys = await findAccessKeys(tx)
    const current = findSigningKey(keys, tx.now)
    const newest = keys[0]
    if (current === null) return makeKey(tx, tx.now)
    const next = addMinutes(current.signsFrom, SIGNS_DAYS * DAY)
    const isDue = addMinutes(next, -AHEAD_DAYS * DAY) <= tx.now
    if (newest === current && isDue) await makeKey(tx, next > tx.now ? next : tx.now)
  })

const makeKey = async (tx: Ctx, signsFrom: Date): Promise<void> => {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true })
  const publicJwk = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(publicJwk)
  const sealed = tx.services.sealer.seal(
    placeOf('access_keys', 'private_sealed', kid),
    JSON.stringify(await exportJWK(privateKey)),
  )
  await queryRows(
    tx.em,
    `insert into access_keys (kid, public_jwk, private_sealed, created_at, signs_from, retires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [kid, JSON.stringify(publicJwk), sealed, tx.now, signsFrom, addMinutes(signsFrom, (SIGNS_DAYS + AHEAD_DAYS) * DAY)],
  )
}
