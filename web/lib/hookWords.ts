import { m } from '@mayago/kernel/i18n/messages.js'
import type { DeliveryView, WebhookView } from '@mayago/core/partners/index.ts'
import { fieldProblems, type FieldProblem, type RefusedForm } from './fieldProblems.ts'
import { instantWords } from './instantWords.ts'

/** What a webhook may be told of. The order is that of a form. */
export const EVENT_WORDS = {
  'booking.confirmed': m.hook_booking_confirmed,
  'booking.cancelled': m.hook_booking_cancelled,
  'experience.changed': m.hook_experience_changed,
} satisfies Record<WebhookView['events'][number], () => string>

export const hookState = ({ disabledReason, failingSince }: WebhookView): string => {
  switch (disabledReason) {
    case 'by_owner':
      return m.hooks_off_by_owner()
    case 'gone':
      return m.hooks_off_gone()
    case 'failing':
      return m.hooks_off_failing()
    case null:
      return failingSince === null ? m.hooks_on() : m.hooks_failing({ when: instantWords(failingSince) })
  }
}

export const deliveryState = ({ state, deliveredAt }: DeliveryView): string => {
  if (state === 'delivered') return m.hooks_delivered({ when: instantWords(deliveredAt ?? '') })
  return state === 'pending' ? m.hooks_pending() : m.hooks_given_up()
}

/** What is wrong with a webhook's form, field by field. */
export const hookProblems = (refused: RefusedForm | undefined): FieldProblem[] =>
  fieldProblems(refused, { url: m.hooks_url_hint(), events: m.hooks_events_needed() }, { url_not_allowed: 'url' })
