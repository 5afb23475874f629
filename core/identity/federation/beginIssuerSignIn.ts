import { refuse } from '@mayago/kernel/errors.ts'
import type { Ctx } from '../../context.ts'
import type { IssuerName, IssuerPort } from '../../ports/issuers.ts'
import { assertCan } from '../access.ts'
import { ownAccount } from '../accounts/ownAccount.ts'
import { keepAttempt } from './attempt.ts'
import type { BeginIssuerInput } from './federation.schema.ts'
import { returnPath } from './returnPath.ts'

/**
 * Begins to sign in at another issuer, or to connect it to one's account: answers where to send the browser and the
 * ticket for its cookie. Throws `issuer_unavailable`; `sign_in_again` for connecting. FEDERATION-1, FEDERATION-2.
 */
export const beginIssuerSignIn = async (
  ctx: Ctx,
  input: BeginIssuerInput,
): Promise<{ url: string; ticket: string }> => {
  const { issuer, connect = false } = input
  const connectTo = connect ? ownAccount(ctx, 'account.secure').session.sessionId : null
  if (!connect) assertCan(ctx, 'account.signIn')
  const { url, remember } = await portOf(ctx, issuer).begin(returnUrl(ctx, issuer))
  const returnTo = returnPath(input.returnTo, connect ? '/account/connections' : '/account')
  return { url, ticket: await keepAttempt(ctx, { issuer, remembered: remember, returnTo, connectTo }) }
}

export const portOf = (ctx: Ctx, issuer: IssuerName): IssuerPort => {
  const port = ctx.ports.issuers[issuer]
  if (port === undefined) throw refuse('not_found', { what: 'issuer' })
  return port
}

/** Where an issuer sends the browser back to: one address each, so that none can answer for another (RFC 9700 §4.4.2.2). */
export const returnUrl = (ctx: Ctx, issuer: IssuerName): string =>
  `${ctx.services.settings.publicOrigin}/account/sign-in/${issuer}/callback`

export const listIssuers = (ctx: Ctx): IssuerName[] =>
  (['google', 'facebook'] as const).filter((issuer) => ctx.ports.issuers[issuer] !== undefined)
