import { m } from '@mayago/kernel/i18n/messages.js'

/** As they call themselves. */
export const ISSUER_NAMES = { google: 'Google', facebook: 'Facebook' }
export type IssuerName = keyof typeof ISSUER_NAMES

/** What a page says to somebody who comes back from an issuer empty-handed; null when there is nothing to say. */
export const issuerWords = (said: string | null): string | null => {
  switch (said) {
    case null:
      return null
    case 'no_email':
      return m.issuer_no_email()
    case 'account_suspended':
      return m.refusal_account_suspended()
    case 'issuer_unavailable':
      return m.issuer_away({ issuer: `${ISSUER_NAMES.google} / ${ISSUER_NAMES.facebook}` })
    default:
      return m.issuer_failed()
  }
}
