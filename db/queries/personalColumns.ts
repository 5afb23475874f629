/**
 * Every table that holds something of a person, and what becomes of each of its columns that could tell of them when their
 * account is erased; `none` tells nothing of anybody. A test holds this against the schema: a column that is not
 * named here fails it.
 */
export type Fate =
  /** Tells of nobody: an id of ours, a state, a setting. */
  | 'none'
  /** The row stays, for the books, and says nothing of the person any more. */
  | 'emptied'
  /** The row goes. */
  | 'deleted'
  /** Stays for the books: what a tax office or a bank may ask for names no person by itself. */
  | 'books'
  /** Is gone within a day by itself. */
  | 'a day'

export const PERSONAL_COLUMNS: Record<string, Record<string, Fate>> = {
  users: {
    email: 'emptied',
    name: 'emptied',
    locale: 'none',
    password_hash: 'emptied',
    phone_sealed: 'emptied',
    role: 'none',
    suspended_reason: 'emptied',
  },
  sessions: { channel: 'deleted', device: 'deleted', address: 'deleted', end_reason: 'deleted' },
  refresh_tokens: { hash: 'deleted', successor_sealed: 'deleted' },
  mail_links: { hash: 'deleted', purpose: 'deleted', email: 'deleted', pending: 'deleted' },
  social_identities: { issuer: 'deleted', subject: 'deleted', email: 'deleted' },
  totp_factors: { secret_sealed: 'deleted' },
  recovery_codes: { hash: 'deleted' },
  passkeys: { id: 'deleted', public_key: 'deleted', transports: 'deleted', name: 'deleted' },
  sms_factors: { phone_sealed: 'deleted' },
  sms_codes: { purpose: 'deleted', hash: 'deleted' },
  sms_deliveries: { message_id: 'deleted', status: 'deleted', error_code: 'deleted' },
  saved_experiences: { owner: 'deleted' },
  api_keys: { name: 'emptied', prefix: 'none', hash: 'none', scopes: 'none' },
  webhook_endpoints: {
    url: 'deleted',
    secret_sealed: 'deleted',
    previous_secret_sealed: 'deleted',
    events: 'deleted',
    disabled_reason: 'deleted',
  },
  webhook_deliveries: { event_id: 'deleted', event_type: 'deleted', payload: 'deleted', state: 'deleted' },
  webhook_attempts: { error: 'deleted' },
  bookings: {
    state: 'books',
    outcome: 'books',
    locale: 'none',
    contact_name: 'emptied',
    contact_email: 'emptied',
    contact_phone_sealed: 'emptied',
    currency: 'books',
    policy: 'books',
  },
  unit_items: { traveler_name: 'emptied', state: 'books' },
  payments: {
    payer_name: 'emptied',
    payer_email: 'emptied',
    currency: 'books',
    state: 'books',
    intent_id: 'books',
    client_secret: 'emptied',
    checkout_id: 'books',
    card_brand: 'books',
    card_last4: 'books',
    decline_code: 'books',
  },
  refunds: { currency: 'books', reason: 'books', state: 'books', stripe_refund_id: 'books' },
  tickets: { code: 'books', token: 'books', state: 'books' },
  reviews: { author_name: 'emptied', locale: 'none', text: 'books', reply: 'books' },
  holds: { state: 'books', party: 'books', currency: 'books', holder: 'none', address: 'emptied' },
  stripe_events: { id: 'books', type: 'books', payload: 'emptied' },
  idempotency_keys: { request_hash: 'a day', outcome: 'a day', answer: 'emptied' },
  dev_mails: {
    to_email: 'deleted',
    to_name: 'deleted',
    subject: 'deleted',
    html: 'deleted',
    text: 'deleted',
    attachments: 'deleted',
    idempotency_key: 'deleted',
  },
  dev_sms: { to_number: 'deleted', text: 'deleted', idempotency_key: 'deleted' },
  // Ids only, by RULE of the audit log and of events: whom an id meant can't be told once the account is erased.
  audit_acts: { actor: 'books', action: 'books', subject: 'books', data: 'books', request_id: 'books' },
  outbox: { subject: 'none', payload: 'none' },
}

/** What tells of no traveler: what is sold, by whom, and how the house runs. */
export const IMPERSONAL_TABLES: readonly string[] = [
  'access_keys',
  'audit_chain',
  'booking_refs',
  'departures',
  'experience_texts',
  'experiences',
  'ledger_accounts',
  'ledger_entries',
  'ledger_lines',
  'listings',
  'mikro_orm_migrations',
  'option_resources',
  'option_texts',
  'options',
  'payment_allocations',
  'place_texts',
  'places',
  'provider_accounts',
  'provider_members',
  'provider_texts',
  'providers',
  'resources',
  'schedule_exceptions',
  'schedules',
  'search_words',
  'transfers',
  'unit_texts',
  'units',
]
