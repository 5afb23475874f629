import { Secret, TOTP } from 'otpauth'
import { assert } from '@mayago/kernel/assert.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import { newId, type UserId } from '@mayago/kernel/ids.ts'
import { coreWorld, type CoreWorld } from './coreWorld.ts'
import { signedIn } from './signedIn.ts'
import { softPasskey, type SoftPasskey } from './softAuthenticator.ts'
import type { Ctx } from '../core/context.ts'
import type { PlatformRole, SessionFacts } from '../core/identity/actor.ts'
import {
  addPasskey,
  confirmTotp,
  passkeyOptions,
  startTotp,
  verifyFactor,
  type FactorProof,
} from '../core/identity/factors/index.ts'
import { takeTry } from '../core/identity/factors/takeTry.ts'
import { toHandle } from '../core/identity/factors/passkeyUser.ts'

export interface Person {
  userId: UserId
  /** Signed in just now, with a second factor unless told. */
  ctx(over?: Partial<Ctx>, facts?: Partial<SessionFacts>): Ctx
}

export interface FactorWorld extends CoreWorld {
  /** Somebody whose row is there already. */
  personOf(userId: UserId, role?: PlatformRole): Person
  person(over?: { role?: 'traveler' | 'support' | 'admin'; password?: boolean; locale?: 'en' | 'es' }): Promise<Person>
  /** An authenticator app that this person has added, and when: its next code is another. */
  addApp(person: Person, now: Date): Promise<{ codeAt(at: Date): string; recoveryCodes: string[] | null }>
  addKey(person: Person): Promise<SoftPasskey>
  /** What was written down of this person, the earliest first. */
  acts(person: Person): Promise<string[]>
}

/** Core with people in it who can have second factors: a core of its own, or the given one. */
export const factorWorld = async (given?: CoreWorld): Promise<FactorWorld> => {
  const core = given ?? (await coreWorld())
  const personOf = (userId: UserId, role: PlatformRole = 'traveler'): Person => ({
    userId,
    ctx: (over = {}, facts = {}) => {
      const now = over.now ?? new Date()
      return core.as(signedIn(userId, { role, ...facts }, now), { ...over, now })
    },
  })
  return {
    ...core,
    personOf,
    person: async ({ role = 'traveler', password = true, locale = 'en' } = {}) => {
      const userId = newId<'user'>(Date.now()) as UserId
      await core.pool.query(
        `insert into users (id, email, name, locale, role, password_hash, email_verified_at)
         values ($1, $2, 'Ana Peña', $3, $4, $5, clock_timestamp())`,
        [userId, `${userId}@example.com`, locale, role, password ? '$argon2id$test' : null],
      )
      return personOf(userId, role)
    },
    addApp: async (person, now) => {
      const { key } = await startTotp(person.ctx({ now }))
      const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) })
      const codeAt = (at: Date) => totp.generate({ timestamp: at.getTime() })
      const { recoveryCodes } = await confirmTotp(person.ctx({ now }), { code: codeAt(now) })
      return { codeAt, recoveryCodes }
    },
    addKey: async (person) => {
      const { challenge } = await passkeyOptions(person.ctx())
      const passkey = softPasskey(core.settings.publicOrigin, toHandle(person.userId))
      await addPasskey(person.ctx(), { response: passkey.register(challenge) })
      return passkey
    },
    acts: async ({ userId }) => {
      const { rows } = await core.pool.query<{ action: string; data: { method: string } }>(
        'select action, data from audit_acts where subject = $1 order by at, id',
        [`user:${userId}`],
      )
      return rows.map(({ action, data }) => `${action} ${data.method}`)
    },
  }
}

/** Shows a factor as signing in does. */
export const showFactor = async (ctx: Ctx, userId: string, proof: FactorProof): Promise<void> => {
  await takeTry(ctx, userId)
  if (!(await verifyFactor(ctx, userId, proof))) throw refuse('second_factor_wrong', {})
}

/** The refusal's code, or "kept" when there was none. */
export const outcomeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'kept',
    (error: unknown) => {
      assert(error instanceof Error, 'what is thrown is an error')
      return 'code' in error && 'data' in error ? String(error.code) : Promise.reject(error)
    },
  )

/** Runs `work` this often at once and counts the outcomes. */
export const atOnce = async (times: number, work: () => Promise<unknown>): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const outcome of await Promise.all(Array.from({ length: times }, () => outcomeOf(work()))))
    counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}
