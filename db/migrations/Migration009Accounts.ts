import { Migration } from '@mikro-orm/migrations'

/** Accounts and what proves them: sessions, second factors, other issuers; the audit log; partners' keys and webhooks. */
export class Migration009Accounts extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
alter table users
  add column email_verified_at timestamptz,
  -- argon2's own encoding, which carries its parameters; null for who signs in another way
  add column password_hash text check (password_hash like '$argon2id$%'),
  add column password_changed_at timestamptz,
  add column phone_sealed text,
  -- what the person may do for the house; what they may do for a provider is in provider_members
  add column role text not null default 'traveler' check (role in ('traveler', 'support', 'admin')),
  add column suspended_at timestamptz,
  add column suspended_reason text,
  add column erased_at timestamptz,
  add constraint a_suspension_has_a_reason check ((suspended_at is null) = (suspended_reason is null)),
  add constraint an_erased_account_opens_nothing check (erased_at is null or (password_hash is null and role = 'traveler'));
create index users_created on users (created_at desc, id desc);
create index users_email_trigram on users using gin ((email::text) gin_trgm_ops);
create index users_name_trigram on users using gin (plain_text(lower(name)) gin_trgm_ops);

-- One sign-in on one device. Its refresh tokens are one family.
create table sessions (
  id uuid primary key,
  user_id uuid not null references users,
  -- the admin who acts as this user, when it is not the user
  acted_by uuid references users,
  channel text not null check (channel in ('browser', 'api')),
  device text not null check (length(device) <= 200),
  address inet,
  created_at timestamptz not null,
  -- when a password, passkey or issuer was last shown
  signed_in_at timestamptz not null,
  second_factor_at timestamptz,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in
    ('signed_out', 'revoked', 'token_reused', 'password_changed', 'suspended', 'erased', 'expired', 'role_changed')),
  check ((ended_at is null) = (end_reason is null)),
  check (acted_by is null or acted_by <> user_id)
);
create index sessions_live on sessions (user_id, last_used_at desc) where ended_at is null;
create index sessions_expiry on sessions (expires_at) where ended_at is null;

create table refresh_tokens (
  -- SHA-256 of the token: who reads the table can't use it
  hash bytea primary key check (length(hash) = 32),
  session_id uuid not null references sessions on delete cascade,
  issued_at timestamptz not null,
  used_at timestamptz,
  -- what a browser's second tab is given when it comes a moment later; sealed, and only for a few seconds
  successor_sealed text,
  check (successor_sealed is null or used_at is not null)
);
create unique index refresh_tokens_one_unused on refresh_tokens (session_id) where used_at is null;
create index refresh_tokens_session on refresh_tokens (session_id);

-- Links in mails that prove an address. A registration is here until it is verified: nobody can take an address in advance.
create table mail_links (
  hash bytea primary key check (length(hash) = 32),
  purpose text not null check (purpose in ('register', 'verify', 'reset', 'change_email')),
  user_id uuid references users on delete cascade,
  email citext not null,
  -- for 'register': name, locale and the password's hash
  pending jsonb,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'register') = (pending is not null)),
  check ((purpose = 'register') = (user_id is null))
);
create index mail_links_expiry on mail_links (expires_at);
create index mail_links_user on mail_links (user_id, purpose) where used_at is null;

create table social_identities (
  issuer text not null check (issuer in ('google', 'facebook')),
  subject text not null,
  user_id uuid not null references users on delete cascade,
  email citext,
  linked_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (issuer, subject),
  unique (user_id, issuer)
);

create table totp_factors (
  user_id uuid primary key references users on delete cascade,
  secret_sealed text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  -- the last time step a code was accepted for: a code is good once (RFC 6238 §5.2)
  last_step bigint not null default 0
);

create table recovery_codes (
  user_id uuid not null references users on delete cascade,
  hash bytea not null check (length(hash) = 32),
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (user_id, hash)
);

create table passkeys (
  -- the credential's id in base64url
  id text primary key check (length(id) between 1 and 1400),
  user_id uuid not null references users on delete cascade,
  public_key bytea not null,
  sign_count bigint not null check (sign_count >= 0),
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 80),
  backed_up boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_user on passkeys (user_id);

create table sms_factors (
  user_id uuid primary key references users on delete cascade,
  phone_sealed text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz
);

create table sms_codes (
  user_id uuid not null references users on delete cascade,
  purpose text not null check (purpose in ('confirm', 'sign_in')),
  hash bytea not null check (length(hash) = 32),
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  attempts smallint not null default 0 check (attempts between 0 and 5),
  primary key (user_id, purpose)
);

-- What became of text messages, as the carrier's signed callbacks tell. No number and no text is kept.
create table sms_deliveries (
  message_id text primary key,
  user_id uuid references users on delete cascade,
  status text not null,
  error_code text,
  sent_at timestamptz not null,
  updated_at timestamptz not null
);

-- Text messages sent in embedded mode, shown on the dev inbox page.
create table dev_sms (
  id uuid primary key,
  to_number text not null,
  text text not null,
  idempotency_key text not null unique,
  sent_at timestamptz not null default clock_timestamp()
);
create index dev_sms_sent on dev_sms (sent_at desc);

-- Keys that sign access tokens. The newest that is active signs; all that have not retired are published.
create table access_keys (
  kid text primary key,
  public_jwk jsonb not null,
  private_sealed text not null,
  created_at timestamptz not null,
  signs_from timestamptz not null,
  retires_at timestamptz not null,
  check (created_at <= signs_from and signs_from < retires_at)
);

-- Every sensitive act, written in its own transaction; one appender chains them afterwards. Ids only, no personal data.
create table audit_acts (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  actor jsonb not null,
  action text not null check (action ~ '^[a-z][a-zA-Z]*([.][a-z][a-zA-Z]*)+$'),
  subject text not null,
  data jsonb not null default '{}',
  request_id text not null,
  -- a transaction that began earlier may commit later: the appender takes what no open one can still precede
  tx xid8 not null default pg_current_xact_id()
);
create index audit_acts_subject on audit_acts (subject, at desc);
create index audit_acts_action on audit_acts (action, at desc);
create index audit_acts_at on audit_acts (at desc, id desc);

create table audit_chain (
  seq bigint primary key check (seq > 0),
  act_id uuid not null unique references audit_acts,
  hash bytea not null check (length(hash) = 32)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_acts_append_only before update or delete or truncate on audit_acts
  for each statement execute function refuse_change();
create trigger audit_chain_append_only before update or delete or truncate on audit_chain
  for each statement execute function refuse_change();

create table api_keys (
  id uuid primary key,
  user_id uuid not null references users,
  provider_id uuid references providers,
  name text not null check (length(name) between 1 and 80),
  -- the part that is shown, and by which the key is found
  prefix text not null unique check (prefix ~ '^[a-z0-9]{12}$'),
  hash bytea not null check (length(hash) = 32),
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index api_keys_user on api_keys (user_id, created_at desc);

create table webhook_endpoints (
  id uuid primary key,
  user_id uuid not null references users,
  provider_id uuid references providers,
  url text not null check (length(url) <= 2000),
  secret_sealed text not null,
  -- good until then, so that a receiver can change over
  previous_secret_sealed text,
  previous_until timestamptz,
  events text[] not null check (cardinality(events) > 0),
  created_at timestamptz not null,
  -- switched off by its owner, or by us after days of failing
  disabled_at timestamptz,
  disabled_reason text,
  check ((previous_secret_sealed is null) = (previous_until is null)),
  check ((disabled_at is null) = (disabled_reason is null))
);
create index webhook_endpoints_user on webhook_endpoints (user_id, created_at desc);
create index webhook_endpoints_provider on webhook_endpoints (provider_id) where provider_id is not null;

create table webhook_deliveries (
  id uuid primary key,
  endpoint_id uuid not null references webhook_endpoints on delete cascade,
  -- the webhook-id header: the same for every attempt and replay
  event_id text not null,
  event_type text not null,
  payload jsonb not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'given_up')),
  created_at timestamptz not null,
  next_attempt_at timestamptz,
  delivered_at timestamptz,
  unique (endpoint_id, event_id),
  check ((state = 'pending') = (next_attempt_at is not null)),
  check ((state = 'delivered') = (delivered_at is not null))
);
create index webhook_deliveries_due on webhook_deliveries (next_attempt_at) where state = 'pending';
create index webhook_deliveries_endpoint on webhook_deliveries (endpoint_id, created_at desc, id desc);

create table webhook_attempts (
  delivery_id uuid not null references webhook_deliveries on delete cascade,
  number integer not null check (number > 0),
  at timestamptz not null,
  status smallint,
  duration_ms integer not null check (duration_ms >= 0),
  error text check (length(error) <= 500),
  primary key (delivery_id, number)
);

create table saved_experiences (
  owner text not null check (owner ~ '^[ug]:[0-9a-f-]{36}$'),
  experience_id uuid not null references experiences on delete cascade,
  saved_at timestamptz not null default clock_timestamp(),
  primary key (owner, experience_id)
);

-- A partner's key that booked can read what it booked.
alter table bookings add column api_key_id uuid references api_keys;
create index bookings_api_key on bookings (api_key_id, local_date) where api_key_id is not null;
`)
  }
}
