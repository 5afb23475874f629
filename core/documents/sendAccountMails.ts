import { isRefusal } from '@mayago/kernel/errors.ts'
import { queryRow, toDate } from '@mayago/db/sql.ts'
import type { Ctx, Locale } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { issueMailLink, openForJob } from '../identity/index.ts'
import type { Pending } from '../identity/accounts/mailLinks.ts'
import { digest } from '../identity/tokens/secretToken.ts'
import type { IssuerName } from '../ports/issuers.ts'
import { localePath } from './bookingUrl.ts'
import { composeAccountMail, type AccountMail } from './composeAccountMail.ts'

interface Person {
  id: string
  name: string
  email: string
  locale: Locale
}

/** Mails the link that makes a registered account; whoever has one already is told so instead. ACCOUNT-2. */
export const sendRegistration = async (ctx: Ctx, { sealed }: { sealed: string }): Promise<void> => {
  assertCan(ctx, 'house.keep')
  const { email, pending } = openForJob<{ email: string; pending: Pending }>(ctx, 'account.sendRegistration', sealed)
  const { name, locale } = pending
  const key = `register-${keyOf(sealed)}`
  const known = await findPerson(ctx, 'email', email)
  if (known) return deliver(ctx, known, { about: 'already' }, '/account/sign-in', key)
  const token = await issueMailLink(ctx, { purpose: 'register', email, pending })
  await deliver(ctx, { name, email, locale }, { about: 'register' }, `/account/verify?token=${token}`, key)
}

/** Mails the link that verifies the address of an account. */
export const sendVerification = async (ctx: Ctx, { userId }: { userId: string }): Promise<void> => {
  assertCan(ctx, 'house.keep')
  const person = await findPerson(ctx, 'id', userId)
  if (person === null) return
  const token = await issueMailLink(ctx, { purpose: 'verify', email: person.email, userId })
  await deliver(ctx, person, { about: 'verify' }, `/account/verify?token=${token}`, `verify-${keyOf(token)}`)
}

/** Mails the link that sets a new password. Nobody is mailed where there is no such account. ACCOUNT-2. */
export const sendReset = async (ctx: Ctx, { sealed }: { sealed: string }): Promise<void> => {
  assertCan(ctx, 'house.keep')
  const { email } = openForJob<{ email: string }>(ctx, 'account.sendReset', sealed)
  const person = await findPerson(ctx, 'email', email)
  if (person === null) return
  const token = await issueMailLink(ctx, { purpose: 'reset', email: person.email, userId: person.id })
  await deliver(ctx, person, { about: 'reset' }, `/account/reset?token=${token}`, `reset-${keyOf(sealed)}`)
}

/** Mails the link to a new address, and word of it to the present one. One that is another's is told just that. */
export const sendEmailChange = async (
  ctx: Ctx,
  { userId, sealed }: { userId: string; sealed: string },
): Promise<void> => {
  assertCan(ctx, 'house.keep')
  const { email } = openForJob<{ email: string }>(ctx, 'account.sendEmailChange', sealed)
  const person = await findPerson(ctx, 'id', userId)
  if (person === null) return
  const key = keyOf(sealed)
  await deliver(ctx, person, { about: 'changeAsked' }, '/account/security', `change-asked-${key}`)
  const known = await findPerson(ctx, 'email', email)
  if (known && known.id !== userId)
    return deliver(ctx, known, { about: 'already' }, '/account/sign-in', `change-${key}`)
  const token = await issueMailLink(ctx, { purpose: 'change_email', email, userId })
  await deliver(ctx, { ...person, email }, { about: 'change' }, `/account/verify?token=${token}`, `change-${key}`)
}

/** Mails that the password was changed. */
export const sendPasswordChanged = async (ctx: Ctx, { userId, at }: { userId: string; at: string }): Promise<void> => {
  assertCan(ctx, 'house.keep')
  const person = await findPerson(ctx, 'id', userId)
  if (person) await deliver(ctx, person, { about: 'passwordChanged' }, '/account/security', `password-${userId}-${at}`)
}

/** Mails that somebody signed in from a device that we had not seen. */
export const sendNewDevice = async (ctx: Ctx, { sessionId }: { sessionId: string }): Promise<void> => {
  assertCan(ctx, 'house.keep')
  const session = await queryRow<{ user_id: string; device: string; created_at: string }>(
    ctx.em,
    'select user_id, device, created_at from sessions where id = $1',
    [sessionId],
  )
  const person = session && (await findPerson(ctx, 'id', session.user_id))
  if (!person) return
  const mail = { about: 'newDevice', device: session.device, at: toDate(session.created_at) } as const
  await deliver(ctx, person, mail, '/account/sessions', `device-${sessionId}`)
}

/** The last mail: that an account is gone. */
export const sendErased = async (ctx: Ctx, { sealed }: { sealed: string }): Promise<void> => {
  const { email, name, locale } = openForJob<Omit<Person, 'id'>>(ctx, 'account.sendErased', sealed)
  const person = { email, name, locale: locale === 'es' ? 'es' : 'en' } as const
  await deliver(ctx, person, { about: 'erased' }, '/', `erased-${keyOf(sealed)}`)
}

/** Mails that another issuer signs in to the account from now on. */
export const sendConnected = async (
  ctx: Ctx,
  { userId, issuer }: { userId: string; issuer: IssuerName },
): Promise<void> => {
  const person = await findPerson(ctx, 'id', userId)
  const linked = await queryRow<{ at: string }>(
    ctx.em,
    'select linked_at as at from social_identities where user_id = $1 and issuer = $2',
    [userId, issuer],
  )
  if (person === null || linked === null) return
  const key = `connected-${userId}-${issuer}-${toDate(linked.at).getTime()}`
  await deliver(ctx, person, { about: 'connected', issuer }, '/account/connections', key)
}

const findPerson = async (ctx: Ctx, by: 'id' | 'email', value: string): Promise<Person | null> => {
  const row = await queryRow<Person>(
    ctx.em,
    `select id, name, email, locale from users where ${by} = $1 and erased_at is null`,
    [value],
  )
  return row && { ...row, locale: row.locale === 'es' ? 'es' : 'en' }
}

const keyOf = (text: string): string => digest(text).toString('hex').slice(0, 32)

/** An address the mail service will never take is logged and not tried again. */
const deliver = async (
  ctx: Ctx,
  { name, email, locale }: Omit<Person, 'id'>,
  mail: AccountMail,
  path: string,
  idempotencyKey: string,
): Promise<void> => {
  const url = `${ctx.services.settings.publicOrigin}${localePath(locale)}${path}`
  const composed = composeAccountMail(mail, { name, locale, url })
  try {
    await ctx.ports.mail.send({ to: { email, name }, ...composed, attachments: [], idempotencyKey })
  } catch (error) {
    if (!isRefusal(error, 'invalid_input')) throw error
    ctx.ports.log.error({ mail: mail.about, issues: error.data.issues }, 'a mail was refused for good')
  }
}
