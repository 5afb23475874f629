import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { refuse } from '@mayago/kernel/errors.ts'
import type { Ctx, Locale } from '../context.ts'
import { instantView } from '../viewParts.ts'
import { assertCan } from './access.ts'
import type { Actor } from './actor.ts'
import { isLoginLive } from './loginLive.ts'

export const liveTicketInput = z.strictObject({})

export const liveTicketView = z
  .object({
    ticket: z.string().meta({ description: 'Opens one live room, once.' }),
    expiresAt: instantView,
  })
  .meta({ id: 'LiveTicket' })
export type LiveTicketView = z.infer<typeof liveTicketView>

/** Who sits behind a socket, as far as its use-cases need to know. */
export interface LiveLogin {
  actor: Actor
  address: string | null
  locale: Locale
}

const SECONDS = 30

/**
 * A ticket that opens one live room once within 30 seconds. It stands for the asking actor, so that cookies and
 * long-lived tokens never travel in a socket's URL. Kept hashed: who reads the cache can't join as somebody else.
 */
export const issueLiveTicket = async (ctx: Ctx): Promise<LiveTicketView> => {
  assertCan(ctx, 'live.join')
  const ticket = randomBytes(24).toString('base64url')
  await ctx.ports.cache.set(keyOf(ticket), JSON.stringify(toLogin(ctx)), SECONDS)
  return { ticket, expiresAt: new Date(ctx.now.getTime() + SECONDS * 1000).toISOString() }
}

/**
 * Who the ticket stands for; the ticket is used up by this. Refuses what is unknown, used or expired, and whose session
 * or API key has ended since.
 */
export const redeemLiveTicket = async (ctx: Ctx, ticket: string): Promise<LiveLogin> => {
  const text = await ctx.ports.cache.take(keyOf(ticket))
  if (text === null) throw refuse('not_allowed', { action: 'live.join' })
  const login = JSON.parse(text) as LiveLogin
  if (!(await isLoginLive(ctx, login.actor))) throw refuse('not_allowed', { action: 'live.join' })
  return login
}

/** The audience is part of the key: a value kept for another purpose never opens a room. */
const keyOf = (ticket: string): string => `ticket:live:${createHash('sha256').update(ticket).digest('base64url')}`

const toLogin = ({ actor, address, locale }: Ctx): LiveLogin => ({
  actor: actor.kind === 'anonymous' ? { ...actor, holdToken: null } : actor,
  address,
  locale,
})
