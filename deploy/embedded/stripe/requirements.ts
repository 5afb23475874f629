import type Stripe from 'stripe'

/** What a person typed on the onboarding page, by requirement; the bank account's number is not among it. */
export type Answers = Partial<Record<Requirement, string>>

const REQUIREMENTS = [
  'business_type',
  'individual.first_name',
  'individual.last_name',
  'individual.dob',
  'individual.phone',
  'individual.address.line1',
  'individual.address.city',
  'individual.address.postal_code',
  'individual.id_number',
  'external_account',
  'tos_acceptance',
] as const
export type Requirement = (typeof REQUIREMENTS)[number]
export const isRequirement = (name: string): name is Requirement => (REQUIREMENTS as readonly string[]).includes(name)

/** Asked only of those whose number matched nobody. */
export const DOCUMENT = 'individual.verification.document'

/** What identity checks find, by the number given. Any other number is in order. */
export const TEST_ID_NUMBERS = { needsDocument: '111111111', inReview: '222222222' } as const
export const REVIEW_SECONDS = 24 * 60 * 60

export interface Standing {
  answers: Answers
  isSubmitted: boolean
  /** Seconds since the epoch; set while the number is being looked at. */
  reviewedAt: number | null
  hasDocument: boolean
  /** The bank sent a payout back. */
  isBankWrong: boolean
}

/** What is still missing (https://docs.stripe.com/connect/handling-api-verification), and what it stops. */
export const requirementsOf = (standing: Standing, now: number): Stripe.Account.Requirements => {
  const missing: string[] = REQUIREMENTS.filter((name) => !standing.answers[name]).flatMap(inStripesWords)
  const needsDocument =
    standing.isSubmitted &&
    standing.answers['individual.id_number'] === TEST_ID_NUMBERS.needsDocument &&
    !standing.hasDocument
  if (needsDocument) missing.push(DOCUMENT)
  if (standing.isBankWrong && standing.answers.external_account) missing.push('external_account')
  const isInReview = standing.reviewedAt !== null && standing.reviewedAt > now
  const pending = isInReview ? ['individual.id_number'] : []
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: missing,
    disabled_reason:
      missing.length > 0 ? 'requirements.past_due' : isInReview ? 'requirements.pending_verification' : null,
    errors: needsDocument
      ? [
          {
            code: 'verification_failed_keyed_identity',
            reason: "The person's keyed-in identity information could not be verified. Upload a document.",
            requirement: DOCUMENT,
          },
        ]
      : [],
    eventually_due: missing,
    past_due: missing,
    pending_verification: pending,
  }
}

const inStripesWords = (name: Requirement): string[] => {
  if (name === 'individual.dob') return ['day', 'month', 'year'].map((part) => `${name}.${part}`)
  if (name === 'tos_acceptance') return [`${name}.date`, `${name}.ip`]
  return [name]
}
