import { createApiKey } from '../../core/partners/index.ts'
import { createPasswordHasher } from '../../core/identity/passwords/passwordHasher.ts'
import type { PlatformRole } from '../../core/identity/actor.ts'
import { openSession, toSignedIn } from '../../core/identity/index.ts'
import { SCOPES } from '../../core/identity/scopes.ts'
import { inTransaction } from '../../core/context.ts'
import { newId, type UserId } from '../../core/kernel/ids.ts'
import { makeDepartures, type MadeDeparture } from '../../db/testing/makeDepartures.ts'
import { apiWorld, type ApiWorld } from '../apiWorld.ts'
import type { Chance } from '../faults/chance.ts'
import { factorWorld, type FactorWorld, type Person } from '../factorWorld.ts'
import { anonymous } from '../access/cast.ts'
import { makeKnown, type Known } from './known.ts'

export const PASSWORD = 'violet harbour 41 lanterns'

/** Somebody with a password who has just signed in; staff with a second factor. */
export interface Member extends Person {
  email: string
  bearer: string
  refreshToken: string
}

/** The built product over HTTP with no limits, things to buy, and people who can do everything there is to do. */
export interface FuzzWorld extends ApiWorld {
  chance: Chance
  known: Known
  people: Pick<FactorWorld, 'addApp' | 'addKey'>
  /** What is on sale, and what is nearly sold out, closed or not published. */
  departures: Record<'wide' | 'narrow' | 'closed' | 'draft', MadeDeparture>
  /** Somebody new. Who is to have factors has shown one, as have those of the staff. */
  newMember(role?: PlatformRole, secondFactor?: boolean): Promise<Member>
  /** Somebody who may have been here before. */
  member(role?: PlatformRole): Promise<Member>
  /** A partner's key that may do everything, of somebody. */
  partnerKey(): Promise<string>
}

/** So often the same person is met again: they gather things, and their sign-in stays recent. */
const MET = 15

export const fuzzWorld = async (chance: Chance): Promise<FuzzWorld> => {
  const api = await apiWorld({ settings: { seatCaps: { guest: 0, user: 0, address: 0 }, smsAgainSeconds: 0 } })
  // Hashes as of production would take most of the run's time; what is tried here is not how slow they are.
  const passwords = createPasswordHasher({ memoryCost: 1024, timeCost: 2, parallelism: 1 })
  Object.assign(api.as().services, { passwords })
  const people = await factorWorld(api)
  const passwordHash = await passwords.hash(PASSWORD)
  const departures = await makeDepartures(api, {
    wide: { capacity: 100_000 },
    narrow: { capacity: 12 },
    closed: { status: 'closed' },
    draft: { experienceStatus: 'draft' },
  })
  const known = makeKnown(
    Object.values(departures).flatMap(({ departureId, experienceId, units }) => [
      departureId,
      experienceId,
      units.adult,
    ]),
  )

  const newMember = async (role: PlatformRole = 'traveler', secondFactor = role !== 'traveler'): Promise<Member> => {
    const userId = newId<'user'>(Date.now()) as UserId
    const email = `${userId}@example.com`
    await api.pool.query(
      `insert into users (id, email, name, locale, role, password_hash, email_verified_at)
       values ($1, $2, 'Ana Peña', 'en', $3, $4, clock_timestamp())`,
      [userId, email, role, passwordHash],
    )
    const ctx = api.as(anonymous)
    const signedIn = await toSignedIn(
      ctx,
      await inTransaction(ctx, (tx) => openSession(tx, { userId, channel: 'api', secondFactor })),
    )
    known.learn({ userId, accessToken: signedIn.accessToken })
    return {
      ...people.personOf(userId, role),
      email,
      bearer: signedIn.accessToken,
      refreshToken: signedIn.refreshToken,
    }
  }

  const met: Partial<Record<string, { left: number; made: Promise<unknown> }>> = {}
  /** The one made before, while they have not been met too often and are still let in. */
  const again = async <Made>(kind: string, make: () => Promise<Made>, isIn: (one: Made) => Promise<boolean>) => {
    const one = met[kind] as { left: number; made: Promise<Made> } | undefined
    if (one !== undefined && one.left-- > 0 && (await isIn(await one.made))) return one.made
    const made = make()
    met[kind] = { left: MET, made }
    return made
  }
  const finds = async (sql: string, value: string): Promise<boolean> =>
    ((await api.pool.query(sql, [value])).rowCount ?? 0) > 0
  const isSignedIn = ({ userId }: Member) =>
    finds('select 1 from sessions where user_id = $1 and ended_at is null', userId)

  const newKey = async () => {
    const { ctx } = await newMember()
    const made = await createApiKey(ctx(), { name: 'Shop', scopes: [...SCOPES] })
    known.learn({ key: made.key })
    return made
  }
  const isOfUse = ({ id }: { id: string }) =>
    finds(
      'select 1 from api_keys k join users u on u.id = k.user_id where k.id = $1 and revoked_at is null and suspended_at is null',
      id,
    )

  return {
    ...api,
    chance,
    known,
    people,
    departures,
    newMember,
    member: (role = 'traveler') => again(role, () => newMember(role), isSignedIn),
    partnerKey: async () => (await again('key', newKey, isOfUse)).key,
  }
}
