import { m } from '@mayago/kernel/i18n/messages.js'
import type { Locale } from '../context.ts'
import type { FactorChange } from '../identity/factors/factorChanges.ts'
import { fillTemplate } from './fillTemplate.ts'
import { plainText, type ComposedMail } from './mailWords.ts'
import html from './mails/account.html.ts'

const HAPPENED: Record<FactorChange, (inputs: object, options: { locale: Locale }) => string> = {
  totpAdded: m.mail_factor_totp_added,
  totpRemoved: m.mail_factor_totp_removed,
  passkeyAdded: m.mail_factor_passkey_added,
  passkeyRenamed: m.mail_factor_passkey_renamed,
  passkeyRemoved: m.mail_factor_passkey_removed,
  smsAdded: m.mail_factor_sms_added,
  smsRemoved: m.mail_factor_sms_removed,
  recoveryCodesMade: m.mail_factor_codes_made,
  recoveryCodeUsed: m.mail_factor_code_used,
}

/** "Your sign-in was changed": what happened and when, and what to do if it was somebody else. */
export const composeSecurityNotice = (
  { change, at, name }: { change: FactorChange; at: Date; name: string },
  { locale, url }: { locale: Locale; url: string },
): ComposedMail => {
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at)
  const values = {
    locale,
    subject: m.mail_factor_subject({}, { locale }),
    heading: m.mail_factor_h1({}, { locale }),
    greeting: m.mail_greeting({ name }, { locale }),
    lead: `${HAPPENED[change]({}, { locale })} (${when} UTC)`,
    url,
    button: m.mail_factor_button({}, { locale }),
    questions: `${m.mail_factor_not_you({}, { locale })} ${m.mail_factor_never_ask({}, { locale })}`,
    foot: m.mail_factor_foot({}, { locale }),
  }
  const text = plainText(values.greeting, values.lead, `${values.button}: ${url}`, values.questions, values.foot)
  return { subject: values.subject, html: fillTemplate(html, values), text }
}
