import { createHash, randomBytes } from 'node:crypto'
import { refuse } from '@mayago/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import type { Actor } from './actor.ts'

export interface LiveTicketView {
  ticket: string
  expiresAt: string
}

const SECONDS = 30

/**
 * A ticket that opens one live room once within 30 seconds. It stands for the asking actor, so that cookies and
 * long-lived tokens never travel in a socket's URL. Kept hashed: who reads the cache can't join as somebody else.
 */
export const issueLiveTicket = async (ctx: Ctx): Promise<LiveTicketView> => {
  const ticket = randomBytes(24).toString('base64url')
  await ctx.ports.cache.set(keyOf(ticket), JSON.stringify(publicPart(ctx.actor)), SECONDS)
  return { ticket, expiresAt: new Date(ctx.now.getTime() + SECONDS * 1000).toISOString() }
}

/** Who the ticket stands for; the ticket is used up by this. Refuses what is unknown, used or expired. */
export const redeemLiveTicket = async (ctx: Pick<Ctx, 'ports'>, ticket: string): Promise<Actor> => {
  const actor = await ctx.ports.cache.take(keyOf(ticket))
  if (actor === null) throw refuse('not_allowed', { action: 'live.join' })
  return JSON.parse(actor) as Actor
}

/** The audience is part of the key: a value kept for another purpose never opens a room. */
const keyOf = (ticket: string): string => `ticket:live:${createHash('sha256').update(ticket).digest('base64url')}`

const publicPart = (actor: Actor): Actor => (actor.kind === 'anonymous' ? { ...actor, holdToken: null } : actor)
