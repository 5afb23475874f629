import type { ActView, UserView } from '@mayago/core/admin/admin.view.ts'
import { m } from '@mayago/kernel/i18n/messages.js'

/** The end of an id, enough to tell two apart in a list. */
export const shortId = (id: string): string => `…${id.slice(-6)}`

/** Who did it, as a reader of the log understands it. */
export const doerWords = ({ actor }: ActView): string => {
  switch (actor.kind) {
    case 'user':
      return actor.actedBy === null
        ? shortId(actor.userId)
        : m.admin_by_acted({ admin: shortId(actor.actedBy), who: shortId(actor.userId) })
    case 'apiKey':
      return m.admin_by_key({ who: shortId(actor.userId) })
    case 'system':
      return m.admin_by_system({ job: actor.job })
    case 'link':
      return m.admin_by_link()
    case 'anonymous':
      return m.admin_by_guest()
  }
}

/** What was done, in the reader's words; each area's acts stand together. */
export const ACT_NAMES = {
  'account.registered': m.act_account_registered,
  'account.verified': m.act_account_verified,
  'account.joined': m.act_account_joined,
  'account.signedIn': m.act_account_signed_in,
  'account.signInRefused': m.act_account_sign_in_refused,
  'account.changed': m.act_account_changed,
  'account.emailChanged': m.act_account_email_changed,
  'account.passwordChanged': m.act_account_password_changed,
  'account.resetAsked': m.act_account_reset_asked,
  'account.exported': m.act_account_exported,
  'account.erased': m.act_account_erased,
  'session.ended': m.act_session_ended,
  'session.reuseFound': m.act_session_reuse_found,
  'factor.added': m.act_factor_added,
  'factor.removed': m.act_factor_removed,
  'factor.renamed': m.act_factor_renamed,
  'factor.refused': m.act_factor_refused,
  'recoveryCodes.made': m.act_recovery_codes_made,
  'recoveryCode.used': m.act_recovery_code_used,
  'identity.linked': m.act_identity_linked,
  'identity.unlinked': m.act_identity_unlinked,
  'apiKey.made': m.act_api_key_made,
  'apiKey.revoked': m.act_api_key_revoked,
  'webhook.made': m.act_webhook_made,
  'webhook.changed': m.act_webhook_changed,
  'webhook.removed': m.act_webhook_removed,
  'webhook.replayed': m.act_webhook_replayed,
  'booking.cancelled': m.act_booking_cancelled,
  'booking.refunded': m.act_booking_refunded,
  'departure.capacityChanged': m.act_departure_capacity_changed,
  'provider.onboardingStarted': m.act_provider_onboarding_started,
  'user.viewed': m.act_user_viewed,
  'user.suspended': m.act_user_suspended,
  'user.unsuspended': m.act_user_unsuspended,
  'user.roleChanged': m.act_user_role_changed,
  'user.actedAs': m.act_user_acted_as,
  'user.actingEnded': m.act_user_acting_ended,
} satisfies Record<ActView['action'], () => string>

const KINDS: Readonly<Record<string, () => string>> = {
  user: m.about_user,
  booking: m.about_booking,
  session: m.about_session,
  apiKey: m.about_api_key,
  webhook: m.about_webhook,
  departure: m.about_departure,
}

/** "account …1a2b3c": which record an act is about. */
export const aboutWords = (kind: string, id: string): string => `${KINDS[kind]?.() ?? kind} ${shortId(id)}`

/** What somebody is at a provider. */
export const MEMBER_NAMES = {
  owner: m.member_owner,
  manager: m.member_manager,
  guide: m.member_guide,
} satisfies Record<UserView['providers'][number]['role'], () => string>
