import type Stripe from 'stripe'
import { describeBank, failureOf } from './banks.ts'
import type { Params } from './params.ts'
import { planAccount, readSchedule } from './payoutSchedule.ts'
import {
  DOCUMENT,
  REVIEW_SECONDS,
  TEST_ID_NUMBERS,
  requirementsOf,
  type Answers,
  type Standing,
} from './requirements.ts'
import { newStripeId } from './sandboxIds.ts'
import {
  getObject,
  insertObject,
  lockObject,
  onAccount,
  recordEvent,
  saveObject,
  secondsNow,
  type Call,
  type Hidden,
  type Stored,
} from './store.ts'
import { invalidRequest } from './stripeError.ts'

type Account = Stripe.Account & { created: number }
export type StoredAccount = Stored<Account>
const KIND = 'account'

/**
 * The currency of each country's bank accounts. More countries than Stripe pays out to: the marketplace sells in them,
 * and what it does there should show here.
 */
const CURRENCIES: Record<string, string> = {
  AU: 'aud',
  BZ: 'bzd',
  CA: 'cad',
  DE: 'eur',
  ES: 'eur',
  FR: 'eur',
  GB: 'gbp',
  GR: 'eur',
  GT: 'gtq',
  HN: 'hnl',
  IE: 'eur',
  IT: 'eur',
  JP: 'jpy',
  KW: 'kwd',
  MA: 'mad',
  MX: 'mxn',
  NL: 'eur',
  NZ: 'nzd',
  PT: 'eur',
  US: 'usd',
}

// ── the API's calls ──────────────────────────────────────────────────────────────────────────────────────────────

export const createAccount = async (call: Call, params: Params): Promise<Account> => {
  const type = params.text('type')
  if (type !== 'express') throw invalidRequest('The sandbox knows Express accounts only.', { param: 'type' })
  const country = params.requiredText('country').toUpperCase()
  const currency = CURRENCIES[country]
  if (currency === undefined)
    throw invalidRequest(`${country} is not currently supported by Stripe.`, { param: 'country' })
  const account = describe(call, country, currency)
  params.below('capabilities')?.below('transfers')?.flag('requested')
  readChanges(params, account)
  params.end()
  const hidden: Hidden = {}
  refresh(call, account, hidden)
  await insertObject(call, account, hidden)
  return account
}

export const getAccount = async (call: Call, params: Params, id: string): Promise<Account> => {
  params.end()
  return (await getObject<Account>(call, KIND, id)).data
}

export const updateAccount = async (call: Call, params: Params, id: string): Promise<Account> => {
  const account = await lockObject<Account>(call, KIND, id)
  readChanges(params, account.data)
  params.end()
  await saveAccount(call, account)
  return account.data
}

// ── what the onboarding page and time do ─────────────────────────────────────────────────────────────────────────

/** What the onboarding page sends: more answers each time, and whether the person is done. */
export interface Onboarded {
  answers: Answers
  bankNumber: string | null
  hasDocument: boolean
  isSubmitted: boolean
}

export const answerOnboarding = async (call: Call, id: string, given: Onboarded): Promise<void> => {
  const account = await lockObject<Account>(call, KIND, id)
  const { data, hidden } = account
  const standing = standingOf(account)
  const answers = { ...standing.answers, ...given.answers }
  data.business_type = (answers.business_type ?? null) as Account['business_type']
  if (given.bankNumber !== null) {
    const holder = `${answers['individual.first_name'] ?? ''} ${answers['individual.last_name'] ?? ''}`.trim()
    const bank = describeBank(data, { number: given.bankNumber, holder })
    data.external_accounts = { ...listOfBanks(data.id), data: [bank] }
    answers.external_account = bank.id
    hidden['payoutFailure'] = failureOf(given.bankNumber)
    hidden['isBankWrong'] = false
  }
  if (given.hasDocument) hidden['hasDocument'] = true
  hidden['answers'] = JSON.stringify(answers)
  hidden['isSubmitted'] = standing.isSubmitted || given.isSubmitted
  data.details_submitted = hidden['isSubmitted']
  const isNewlyInReview =
    data.details_submitted &&
    answers['individual.id_number'] === TEST_ID_NUMBERS.inReview &&
    standing.reviewedAt === null
  if (isNewlyInReview) hidden['reviewedAt'] = secondsNow(call) + REVIEW_SECONDS
  await saveAccount(call, account)
}

export const lockAccount = (call: Call, id: string, param?: string): Promise<StoredAccount> =>
  lockObject<Account>(onAccount(call, null), KIND, id, param)

export const standingOf = ({ hidden }: StoredAccount): Standing => readStanding(hidden)

/** True while Stripe wants a document that the onboarding page has a field for. */
export const wantsDocument = (account: Stripe.Account): boolean =>
  account.requirements?.currently_due?.includes(DOCUMENT) ?? false

/** Keeps an account and tells the platform, on the account's behalf. */
export const saveAccount = async (call: Call, { data, hidden }: StoredAccount): Promise<void> => {
  refresh(call, data, hidden)
  planAccount(data, hidden, secondsNow(call))
  await saveObject(call, data, hidden)
  await recordEvent(onAccount(call, data.id), 'account.updated', data)
}

// ── inside ───────────────────────────────────────────────────────────────────────────────────────────────────────

const readStanding = (hidden: Hidden): Standing => ({
  answers: JSON.parse(String(hidden['answers'] ?? '{}')) as Answers,
  isSubmitted: hidden['isSubmitted'] === true,
  reviewedAt: typeof hidden['reviewedAt'] === 'number' ? hidden['reviewedAt'] : null,
  hasDocument: hidden['hasDocument'] === true,
  isBankWrong: hidden['isBankWrong'] === true,
})

const refresh = (call: Call, data: Account, hidden: Hidden): void => {
  const requirements = requirementsOf(readStanding(hidden), secondsNow(call))
  const isGood = data.details_submitted && requirements.disabled_reason === null
  data.requirements = requirements
  data.charges_enabled = isGood
  data.payouts_enabled = isGood
  data.capabilities = {
    transfers: isGood ? 'active' : requirements.pending_verification?.length ? 'pending' : 'inactive',
  }
}

const readChanges = (params: Params, account: Account): void => {
  account.email = params.text('email') ?? account.email
  const profile = params.below('business_profile')
  const known = account.business_profile
  account.business_profile = {
    ...(known as NonNullable<typeof known>),
    name: profile?.text('name') ?? known?.name ?? null,
    url: profile?.text('url') ?? known?.url ?? null,
    product_description: profile?.text('product_description') ?? known?.product_description ?? null,
  }
  account.business_type = params.oneOf('business_type', ['individual', 'company']) ?? account.business_type ?? null
  const schedule = params.below('settings')?.below('payouts')?.below('schedule')
  const payouts = account.settings?.payouts
  if (schedule !== undefined && payouts !== undefined) payouts.schedule = readSchedule(schedule, payouts.schedule)
  account.metadata = params.metadata(account.metadata)
}

const listOfBanks = (id: string): Omit<NonNullable<Account['external_accounts']>, 'data'> => ({
  object: 'list',
  has_more: false,
  url: `/v1/accounts/${id}/external_accounts`,
})

const describe = (call: Call, country: string, currency: string): Account => {
  const id = newStripeId('acct').slice(0, 21)
  return {
    id,
    object: 'account',
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: null,
      minority_owned_business_designation: null,
      name: null,
      product_description: null,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: null,
    },
    business_type: null,
    capabilities: { transfers: 'inactive' },
    charges_enabled: false,
    controller: {
      type: 'application',
      is_controller: true,
      fees: { payer: 'application_express' },
      losses: { payments: 'application' },
      requirement_collection: 'stripe',
      stripe_dashboard: { type: 'express' },
    },
    country,
    created: secondsNow(call),
    default_currency: currency,
    details_submitted: false,
    email: null,
    external_accounts: { ...listOfBanks(id), data: [] },
    future_requirements: {
      alternatives: [],
      current_deadline: null,
      currently_due: [],
      disabled_reason: null,
      errors: [],
      eventually_due: [],
      past_due: [],
      pending_verification: [],
    },
    metadata: {},
    payouts_enabled: false,
    settings: {
      bacs_debit_payments: { display_name: null, service_user_number: null },
      branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
      card_payments: {
        decline_on: { avs_failure: false, cvc_failure: false },
        statement_descriptor_prefix: null,
        statement_descriptor_prefix_kana: null,
        statement_descriptor_prefix_kanji: null,
      },
      dashboard: { display_name: null, timezone: 'Etc/UTC' },
      payments: {
        statement_descriptor: null,
        statement_descriptor_kana: null,
        statement_descriptor_kanji: null,
        statement_descriptor_prefix_kana: null,
        statement_descriptor_prefix_kanji: null,
      },
      payouts: {
        debit_negative_balances: false,
        schedule: { delay_days: 2, interval: 'manual' },
        statement_descriptor: null,
      },
      sepa_debit_payments: {},
    },
    tos_acceptance: { date: null },
    type: 'express',
  }
}
