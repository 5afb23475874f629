import type { Actor, PlatformRole } from '../../core/identity/actor.ts'
import { openSession, toSignedIn } from '../../core/identity/index.ts'
import { placeOf } from '../../core/identity/sealedFields.ts'
import { SCOPES, type Scope } from '../../core/identity/scopes.ts'
import { createApiKey } from '../../core/partners/index.ts'
import { signedIn } from '../signedIn.ts'
import { newId, type ApiKeyId, type GuestId, type SessionId, type UserId } from '../../core/kernel/ids.ts'
import { inTransaction } from '../../core/context.ts'
import type { CoreWorld } from '../coreWorld.ts'

/** Somebody as the doors meet them: what they send along, and who they are to the use-cases. */
export interface Player {
  actor: Actor
  /** For endpoints and rooms' tickets. */
  api: Record<string, string>
  /** For pages and forms. */
  cookies: Record<string, string>
  /** Whether what they send proves nothing any more. */
  ended?: true
}

export const anonymous: Actor = { kind: 'anonymous', guestId: null, holdToken: null }

export const makeUser = async (w: CoreWorld, role: PlatformRole = 'traveler'): Promise<UserId> => {
  const id = newId<'user'>(Date.now()) as UserId
  await w.pool.query(
    `insert into users (id, email, name, role, email_verified_at) values ($1, $2, 'Somebody', $3, now())`,
    [id, `${id}@example.com`, role],
  )
  return id
}

interface SignedInAs {
  role?: PlatformRole
  secondFactor?: boolean
  minutesAgo?: number
  actedBy?: boolean
  ended?: boolean
}

const signIn = async (w: CoreWorld, as: SignedInAs): Promise<Player> => {
  const { role = 'traveler', secondFactor = role !== 'traveler', minutesAgo = 0 } = as
  const userId = await makeUser(w, role)
  const admin = as.actedBy ? await makeUser(w, 'admin') : null
  const ctx = w.as(anonymous)
  const { sessionId, accessToken } = await toSignedIn(
    ctx,
    await inTransaction(ctx, (tx) =>
      openSession(tx, { userId, channel: 'api', secondFactor, ...(admin ? { actedBy: admin } : {}) }),
    ),
  )
  const signedInAt = new Date(Date.now() - minutesAgo * 60_000)
  await w.pool.query(
    `update sessions set signed_in_at = $2, created_at = $2,
       ended_at = case when $3 then now() end, end_reason = case when $3 then 'revoked' end where id = $1`,
    [sessionId, signedInAt, as.ended ?? false],
  )
  const session = {
    sessionId: sessionId as SessionId,
    role,
    emailVerified: true,
    signedInAt: signedInAt.toISOString(),
    secondFactor,
    actedBy: admin,
  }
  return {
    actor: { kind: 'user', userId, guestId: null, session },
    api: { authorization: `Bearer ${accessToken}` },
    cookies: { mayago_access: accessToken },
    ...(as.ended ? { ended: true } : {}),
  }
}

export const someGuest = () => {
  const guestId = newId<'guest'>(Date.now()) as GuestId
  return { kind: 'anonymous', guestId, holdToken: null } as const
}

const guest = (w: CoreWorld): Promise<Player> => {
  const actor = someGuest()
  const { guestId } = actor
  const cookies = { mayago_guest: w.as().services.signer.guestCookie(guestId) }
  return Promise.resolve({
    actor: { kind: 'anonymous', guestId, holdToken: null },
    api: cookieHeader(cookies),
    cookies,
  })
}

export const cookieHeader = (cookies: Record<string, string>): Record<string, string> => {
  const pairs = Object.entries(cookies).map(([name, value]) => `${name}=${value}`)
  return pairs.length === 0 ? {} : { cookie: pairs.join('; ') }
}

/** A key of somebody's, as it was shown to them. */
const key = async (w: CoreWorld, scopes: readonly Scope[]): Promise<Player> => {
  const userId = await makeUser(w)
  const made = await createApiKey(w.as(signedIn(userId)), { name: 'Theirs', scopes: [...scopes] })
  return {
    actor: { kind: 'apiKey', keyId: made.id as ApiKeyId, userId, providerId: null, scopes },
    api: { authorization: `Bearer ${made.key}` },
    cookies: {},
  }
}

/** Another key of this account, for a door that is about one. */
export const makeKeyRow = async (w: CoreWorld, userId: UserId): Promise<string> =>
  (await createApiKey(w.as(signedIn(userId)), { name: 'Another', scopes: ['catalog.read'] })).id

export const makeWebhook = async (w: CoreWorld, userId: UserId): Promise<string> => {
  const id = newId<'webhookEndpoint'>(Date.now())
  const sealed = w.as().services.sealer.seal(placeOf('webhook_endpoints', 'secret_sealed', id), 'whsec_c2VjcmV0')
  await w.pool.query(
    `insert into webhook_endpoints (id, user_id, url, secret_sealed, events, created_at)
     values ($1, $2, 'https://partner.example/hook', $3, '{booking.confirmed}', now())`,
    [id, userId, sealed],
  )
  return id
}

/** Who tries every door. A new kind of actor is one line here. */
export const CAST: Record<string, (w: CoreWorld) => Promise<Player>> = {
  anonymous: () => Promise.resolve({ actor: anonymous, api: {}, cookies: {} }),
  guest,
  user: (w) => signIn(w, {}),
  'user signed in an hour ago': (w) => signIn(w, { minutesAgo: 60 }),
  'user whose session ended': (w) => signIn(w, { ended: true }),
  'user an admin acts as': (w) => signIn(w, { actedBy: true }),
  support: (w) => signIn(w, { role: 'support' }),
  'support without a second factor': (w) => signIn(w, { role: 'support', secondFactor: false }),
  admin: (w) => signIn(w, { role: 'admin' }),
  'admin without a second factor': (w) => signIn(w, { role: 'admin', secondFactor: false }),
  'admin signed in an hour ago': (w) => signIn(w, { role: 'admin', minutesAgo: 60 }),
  'key with every scope': (w) => key(w, SCOPES),
  'key that only reads the catalogue': (w) => key(w, ['catalog.read']),
  'key that reads no catalogue': (w) => key(w, ['webhooks.manage']),
}
