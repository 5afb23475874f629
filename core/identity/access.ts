import { refuse, type RefusalCode } from '@mayago/kernel/errors.ts'
import { toAuditActor } from '../audit/index.ts'
import type { Ctx } from '../context.ts'
import type { Actor, PlatformRole } from './actor.ts'
import type { Scope } from './scopes.ts'

/** What an actor is to the record in question; the record's own area finds out. */
export type Relation =
  /** Holds the seats: by hold token, guest cookie, account or key. */
  | 'holder'
  /** Booked it: by guest cookie, account or key. */
  | 'traveler'
  /** Came by a mail's link to this very record. */
  | 'link'
  /** Is the account itself. */
  | 'self'
  /** Works for the provider that runs it. */
  | 'owner'
  | 'manager'
  | 'guide'

type Who = 'anyone' | 'account' | Relation | Exclude<PlatformRole, 'traveler'>

interface Rule {
  who: readonly Who[]
  /** What a partner's key needs for it; without one, keys may not. */
  scope?: Scope
  /** Only after a second factor. Admins and support always need one. */
  secondFactor?: true
  /** Only within minutes of a sign-in. */
  recent?: true
}

/**
 * Who may do what: the one table. The system may do everything here; whoever acts as another user does nothing marked
 * `recent`. ACCESS-1.
 */
export const ACCESS = {
  'catalog.read': { who: ['anyone'], scope: 'catalog.read' },
  'live.join': { who: ['anyone'], scope: 'catalog.read' },
  'hold.place': { who: ['anyone'], scope: 'holds.write' },
  'hold.listOwn': { who: ['anyone'], scope: 'holds.write' },
  'hold.use': { who: ['holder'], scope: 'holds.write' },
  'booking.begin': { who: ['holder'], scope: 'bookings.write' },
  'booking.read': { who: ['traveler', 'link', 'holder', 'support', 'admin'], scope: 'bookings.read' },
  'booking.cancel': { who: ['traveler', 'link', 'holder'], scope: 'bookings.write' },
  'booking.pay': { who: ['traveler', 'link', 'holder'], scope: 'bookings.write' },
  'booking.listOwn': { who: ['anyone'], scope: 'bookings.read' },
  'departure.change': { who: ['owner', 'manager'], scope: 'departures.write' },
  'experience.save': { who: ['anyone'] },

  'account.register': { who: ['anyone'] },
  'account.signIn': { who: ['anyone'] },
  'account.read': { who: ['self'] },
  'account.change': { who: ['self'] },
  'account.secure': { who: ['self'], recent: true },
  'account.erase': { who: ['self'], recent: true },
  'account.export': { who: ['self'], recent: true },
  'session.end': { who: ['self'] },

  'payout.read': { who: ['owner', 'manager', 'admin'] },
  'payout.setUp': { who: ['owner'], recent: true },
  'booking.refund': { who: ['admin'], recent: true },

  'apiKey.read': { who: ['account'] },
  'apiKey.manage': { who: ['account'], recent: true },
  'apiKey.manageProvider': { who: ['owner', 'manager'], recent: true },
  'apiKey.revoke': { who: ['self', 'owner', 'manager'] },
  'webhook.manage': { who: ['account'], scope: 'webhooks.manage' },
  'webhook.manageOne': { who: ['self', 'owner', 'manager'], scope: 'webhooks.manage' },

  'user.find': { who: ['support', 'admin'] },
  'user.read': { who: ['support', 'admin'] },
  'user.suspend': { who: ['admin'], recent: true },
  'user.changeRole': { who: ['admin'], recent: true },
  'user.actAs': { who: ['admin'], recent: true },
  'audit.read': { who: ['admin'] },

  // Stripe proves itself by its signature; the dev inbox's doors are open in embedded mode only.
  'stripe.notify': { who: ['anyone'] },
  'sms.notify': { who: ['anyone'] },
  'devInbox.read': { who: ['anyone'] },
  // Jobs, rounds and commands: nobody but the system.
  'house.keep': { who: [] },
} as const satisfies Record<string, Rule>
export type Action = keyof typeof ACCESS

const RECENT_MINUTES = 15

/** Whether the table allows `action` to this actor, who is `relations` to the record. Answers with the refusal, or null. */
const findRefusal = (ctx: Pick<Ctx, 'actor' | 'now'>, action: Action, relations: readonly Relation[]) => {
  const { actor } = ctx
  if (actor.kind === 'system') return null
  const rule: Rule = ACCESS[action]
  if (actor.kind === 'apiKey') {
    if (rule.scope === undefined) return refuse('not_allowed', { action })
    if (!actor.scopes.includes(rule.scope)) return refuse('scope_missing', { scope: rule.scope })
  }
  if (!rule.who.some((who) => isOne(actor, who, relations)))
    return actor.kind === 'anonymous' && !rule.who.includes('anyone') && relations.length === 0
      ? refuse('sign_in_required', {})
      : refuse('not_allowed', { action })
  return actor.kind === 'user' ? findWeakness(actor, rule, action, ctx.now) : null
}

const isOne = (actor: Actor, who: Who, relations: readonly Relation[]): boolean => {
  switch (who) {
    case 'anyone':
      return true
    case 'account':
      return actor.kind === 'user' || actor.kind === 'apiKey'
    case 'support':
    case 'admin':
      return actor.kind === 'user' && actor.session.role === who
    default:
      return relations.includes(who)
  }
}

/** Whether the sign-in is too weak or too old for what it would otherwise allow. */
const findWeakness = (actor: Actor & { kind: 'user' }, rule: Rule, action: Action, now: Date) => {
  const { session } = actor
  const isStaff = session.role !== 'traveler' && rule.who.some((who) => who === session.role)
  if ((rule.secondFactor || isStaff) && !session.secondFactor) return refuse('second_factor_missing', {})
  if (!rule.recent) return null
  if (session.actedBy !== null) return refuse('not_allowed', { action })
  const age = now.getTime() - Date.parse(session.signedInAt)
  return age > RECENT_MINUTES * 60_000 ? refuse('sign_in_again', {}) : null
}

export const can = (ctx: Pick<Ctx, 'actor' | 'now'>, action: Action, relations: readonly Relation[] = []): boolean =>
  findRefusal(ctx, action, relations) === null

/** Who asks, with a log where there is one. */
type Asking = Pick<Ctx, 'actor' | 'now'> & Partial<Pick<Ctx, 'ports' | 'requestId'>>

/** The record in question, by its kind and id. */
export interface About {
  what: string
  id: string
}

/** Who tried what with which record, by ids; that somebody has yet to sign in is no attempt. */
const tellRefused = ({ actor, ports, requestId }: Asking, action: Action, code: RefusalCode, about?: About): void => {
  if (code !== 'sign_in_required')
    ports?.log.info({ actor: toAuditActor(actor), action, code, ...about, requestId }, 'access was refused')
}

/** Throws why this actor may not: `sign_in_required`, `not_allowed`, `scope_missing`, `second_factor_missing`, `sign_in_again`. */
export const assertCan = (ctx: Asking, action: Action, relations: readonly Relation[] = [], about?: About): void => {
  const refusal = findRefusal(ctx, action, relations)
  if (refusal === null) return
  tellRefused(ctx, action, refusal.code, about)
  throw refusal
}

/** The same about a record. Whoever is nothing to it learns no more than that there is none: `not_found`. ACCESS-2. */
export const assertCanSee = (ctx: Asking, action: Action, relations: readonly Relation[], about: About): void => {
  const refusal = findRefusal(ctx, action, relations)
  if (refusal === null) return
  tellRefused(ctx, action, refusal.code, about)
  const isHidden = refusal.code === 'not_allowed' || refusal.code === 'sign_in_required'
  throw isHidden && relations.length === 0 ? refuse('not_found', { what: about.what }) : refusal
}
