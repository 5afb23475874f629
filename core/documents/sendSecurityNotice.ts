import { isRefusal } from '@mayago/kernel/errors.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx, Locale } from '../context.ts'
import type { FactorChange } from '../identity/factors/factorChanges.ts'
import { composeSecurityNotice } from './composeSecurityNotice.ts'

/** Mails somebody that the factors of their account changed, in their own language. An erased account gets none. */
export const sendSecurityNotice = async (
  ctx: Ctx,
  { userId, change, at }: { userId: string; change: FactorChange; at: string },
): Promise<void> => {
  const user = await queryRow<{ email: string; name: string; locale: Locale }>(
    ctx.em,
    'select email, name, locale from users where id = $1 and erased_at is null',
    [userId],
  )
  if (!user) return
  const { publicOrigin } = ctx.services.settings
  const url = `${publicOrigin}${user.locale === 'es' ? '/es' : ''}/account/security`
  const mail = composeSecurityNotice({ change, at: new Date(at), name: user.name }, { locale: user.locale, url })
  try {
    await ctx.ports.mail.send({
      to: { email: user.email, name: user.name },
      ...mail,
      attachments: [],
      idempotencyKey: `security-${userId}-${change}-${at}`,
    })
  } catch (error) {
    if (!isRefusal(error, 'invalid_input')) throw error
    ctx.ports.log.error({ userId, issues: error.data.issues }, 'a mail was refused for good')
  }
}
