import { m } from '@mayago/kernel/i18n/messages.js'
import type { Locale } from '../context.ts'
import type { IssuerName } from '../ports/issuers.ts'
import { fillTemplate } from './fillTemplate.ts'
import { plainText, type ComposedMail } from './mailWords.ts'
import html from './mails/account.html.ts'

/** What an account's mail is about, with what its words need. */
export type AccountMail =
  | { about: 'register' | 'already' | 'verify' | 'reset' | 'change' | 'changeAsked' | 'passwordChanged' | 'erased' }
  | { about: 'connected'; issuer: IssuerName }
  | { about: 'newDevice'; device: string; at: Date }

interface Words {
  subject: string
  heading: string
  lead: string
  button: string
  /** What to do when it wasn't them. */
  questions: string
}

/** A mail about somebody's account: one thing said, one thing to press, and what to do if they didn't ask for it. */
export const composeAccountMail = (
  mail: AccountMail,
  { name, locale, url }: { name: string; locale: Locale; url: string },
): ComposedMail => {
  const words = wordsOf(mail, locale)
  // A mailbox that is not proven yet may be a stranger's: nobody writes to them through the name they typed.
  const isProven = mail.about !== 'register' && mail.about !== 'change'
  const greeting = isProven ? m.mail_greeting({ name }, { locale }) : m.mail_greeting_unknown({}, { locale })
  const foot = m.mail_account_foot({}, { locale })
  const text = plainText(words.heading, greeting, words.lead, `${words.button}: ${url}`, words.questions, foot)
  return { subject: words.subject, html: fillTemplate(html, { ...words, greeting, foot, url, locale }), text }
}

const wordsOf = (mail: AccountMail, locale: Locale): Words => {
  const in_ = { locale }
  const notYou = m.mail_account_not_you({}, in_)
  switch (mail.about) {
    case 'register':
      return {
        subject: m.mail_register_subject({}, in_),
        heading: m.mail_register_h1({}, in_),
        lead: m.mail_register_lead({}, in_),
        button: m.mail_register_button({}, in_),
        questions: m.mail_register_not_you({}, in_),
      }
    case 'already':
      return {
        subject: m.mail_already_subject({}, in_),
        heading: m.mail_already_h1({}, in_),
        lead: m.mail_already_lead({}, in_),
        button: m.mail_already_button({}, in_),
        questions: m.mail_already_not_you({}, in_),
      }
    case 'verify':
      return {
        subject: m.mail_verify_subject({}, in_),
        heading: m.mail_verify_h1({}, in_),
        lead: m.mail_verify_lead({}, in_),
        button: m.mail_register_button({}, in_),
        questions: m.mail_register_not_you({}, in_),
      }
    case 'reset':
      return {
        subject: m.mail_reset_subject({}, in_),
        heading: m.mail_reset_h1({}, in_),
        lead: m.mail_reset_lead({}, in_),
        button: m.mail_reset_button({}, in_),
        questions: m.mail_reset_not_you({}, in_),
      }
    case 'change':
      return {
        subject: m.mail_change_subject({}, in_),
        heading: m.mail_change_h1({}, in_),
        lead: m.mail_change_lead({}, in_),
        button: m.mail_register_button({}, in_),
        questions: m.mail_register_not_you({}, in_),
      }
    case 'changeAsked':
      return {
        subject: m.mail_change_asked_subject({}, in_),
        heading: m.mail_change_asked_h1({}, in_),
        lead: m.mail_change_asked_lead({}, in_),
        button: m.mail_account_button({}, in_),
        questions: notYou,
      }
    case 'passwordChanged':
      return {
        subject: m.mail_password_subject({}, in_),
        heading: m.mail_password_h1({}, in_),
        lead: m.mail_password_lead({}, in_),
        button: m.mail_account_button({}, in_),
        questions: notYou,
      }
    case 'erased':
      return {
        subject: m.mail_erased_subject({}, in_),
        heading: m.mail_erased_h1({}, in_),
        lead: m.mail_erased_lead({}, in_),
        button: m.mail_erased_button({}, in_),
        questions: m.mail_erased_not_you({}, in_),
      }
    case 'connected': {
      const issuer = ISSUER_NAMES[mail.issuer]
      return {
        subject: m.mail_connected_subject({ issuer }, in_),
        heading: m.mail_connected_h1({ issuer }, in_),
        lead: m.mail_connected_lead({ issuer }, in_),
        button: m.mail_account_button({}, in_),
        questions: notYou,
      }
    }
    case 'newDevice': {
      const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
      const device = mail.device === '' ? m.mail_device_unknown({}, in_) : mail.device
      return {
        subject: m.mail_device_subject({}, in_),
        heading: m.mail_device_h1({}, in_),
        lead: m.mail_device_lead({ device, when: `${when.format(mail.at)} UTC` }, in_),
        button: m.mail_account_button({}, in_),
        questions: notYou,
      }
    }
  }
}

/** As they call themselves. */
const ISSUER_NAMES: Record<IssuerName, string> = { google: 'Google', facebook: 'Facebook' }
