/** What an issuer answers, by Stripe's `decline_code` (https://docs.stripe.com/declines/codes). */
export const DECLINES = {
  authentication_required: {
    code: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
  },
  generic_decline: { code: 'card_declined', message: 'Your card was declined.' },
  insufficient_funds: { code: 'card_declined', message: 'Your card has insufficient funds.' },
  lost_card: { code: 'card_declined', message: 'Your card was declined.' },
  stolen_card: { code: 'card_declined', message: 'Your card was declined.' },
  card_velocity_exceeded: {
    code: 'card_declined',
    message: 'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
  },
  expired_card: { code: 'expired_card', message: 'Your card has expired.' },
  incorrect_cvc: { code: 'incorrect_cvc', message: "Your card's security code is incorrect." },
  processing_error: {
    code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
  test_mode_live_card: {
    code: 'card_declined',
    message:
      'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
  },
} as const
export type DeclineCode = keyof typeof DECLINES

export interface TestCard {
  number: string
  brand: string
  /** Asks for 3-D Secure before the issuer answers. */
  threeDSecure: boolean
  /** Null when the issuer says yes. */
  decline: DeclineCode | null
  /** What it pays can be used at once. */
  bypassesPending: boolean
  /** The cardholder asks for the money back a day after paying. */
  disputesLater: boolean
  /** Once it is kept for a customer, it asks no more. */
  securedOnce: boolean
  /** The ids that stand for this card, without anyone typing a number. */
  aliases: readonly string[]
  about: string
}

const card = (
  number: string,
  brand: string,
  about: string,
  aliases: string[],
  more: Partial<TestCard> = {},
): TestCard => ({
  number,
  brand,
  about,
  aliases,
  threeDSecure: false,
  decline: null,
  bypassesPending: false,
  disputesLater: false,
  securedOnce: false,
  ...more,
})
const visa = (number: string, about: string, aliases: string[], more: Partial<TestCard> = {}): TestCard =>
  card(number, 'visa', about, aliases, more)
const declining = (decline: DeclineCode): Partial<TestCard> => ({ decline })
const secured: Partial<TestCard> = { threeDSecure: true }

/** Stripe's documented test cards (https://docs.stripe.com/testing). */
export const TEST_CARDS: readonly TestCard[] = [
  visa('4242424242424242', 'succeeds', ['pm_card_visa']),
  visa('4000056655665556', 'succeeds (debit)', ['pm_card_visa_debit']),
  visa('4000000000000077', 'succeeds, and its money can be used at once', ['pm_card_bypassPending'], {
    bypassesPending: true,
  }),
  visa('4000000000000259', 'succeeds, and is disputed a day later', ['pm_card_createDispute'], { disputesLater: true }),
  card('5555555555554444', 'mastercard', 'succeeds', ['pm_card_mastercard']),
  card('2223003122003222', 'mastercard', 'succeeds', []),
  card('5200828282828210', 'mastercard', 'succeeds (debit)', ['pm_card_mastercard_debit']),
  card('378282246310005', 'amex', 'succeeds', ['pm_card_amex']),
  card('371449635398431', 'amex', 'succeeds', []),
  card('6011111111111117', 'discover', 'succeeds', ['pm_card_discover']),
  card('3056930009020004', 'diners', 'succeeds', ['pm_card_diners']),
  card('3566002020360505', 'jcb', 'succeeds', ['pm_card_jcb']),
  card('6200000000000005', 'unionpay', 'succeeds', ['pm_card_unionpay']),
  visa('4000000000003220', '3-D Secure, then succeeds', ['pm_card_threeDSecure2Required'], secured),
  visa('4000002500003155', '3-D Secure until it is saved, then succeeds', ['pm_card_authenticationRequiredOnSetup'], {
    ...secured,
    securedOnce: true,
  }),
  visa('4000002760003184', '3-D Secure, then succeeds', ['pm_card_authenticationRequired'], secured),
  visa('4000008400001629', '3-D Secure, then declined', ['pm_card_threeDSecureRequiredChargeDeclined'], {
    ...secured,
    ...declining('generic_decline'),
  }),
  visa(
    '4000008260003178',
    '3-D Secure, then insufficient funds',
    ['pm_card_authenticationRequiredChargeDeclinedInsufficientFunds'],
    {
      ...secured,
      ...declining('insufficient_funds'),
    },
  ),
  visa(
    '4000000000000002',
    'declined',
    ['pm_card_chargeDeclined', 'pm_card_visa_chargeDeclined'],
    declining('generic_decline'),
  ),
  visa(
    '4000000000009995',
    'insufficient funds',
    ['pm_card_chargeDeclinedInsufficientFunds', 'pm_card_visa_chargeDeclinedInsufficientFunds'],
    declining('insufficient_funds'),
  ),
  visa('4000000000009987', 'lost card', ['pm_card_visa_chargeDeclinedLostCard'], declining('lost_card')),
  visa('4000000000009979', 'stolen card', ['pm_card_visa_chargeDeclinedStolenCard'], declining('stolen_card')),
  visa('4000000000000069', 'expired card', ['pm_card_chargeDeclinedExpiredCard'], declining('expired_card')),
  visa('4000000000000127', 'wrong security code', ['pm_card_chargeDeclinedIncorrectCvc'], declining('incorrect_cvc')),
  visa(
    '4000000000000119',
    'processing error',
    ['pm_card_chargeDeclinedProcessingError'],
    declining('processing_error'),
  ),
  visa(
    '4000000000006975',
    'too many attempts',
    ['pm_card_visa_chargeDeclinedVelocityLimitExceeded'],
    declining('card_velocity_exceeded'),
  ),
]

export const findCardByNumber = (number: string): TestCard | null =>
  TEST_CARDS.find((candidate) => candidate.number === number) ?? null

export const findCardByAlias = (id: string): TestCard | null =>
  TEST_CARDS.find((candidate) => candidate.aliases.includes(id)) ?? null

/** The check digit of ISO/IEC 7812-1: catches a mistyped figure. */
export const hasValidCheckDigit = (number: string): boolean => {
  if (!/^\d{12,19}$/.test(number)) return false
  let sum = 0
  for (let i = 0; i < number.length; i++) {
    const digit = Number(number[number.length - 1 - i])
    const doubled = digit * 2
    sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
