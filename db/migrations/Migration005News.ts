import { Migration } from '@mikro-orm/migrations'

/** What goes out and what comes in: the outbox, Stripe's webhooks, the embedded mail box. */
export class Migration005News extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
create table outbox (
  id bigint generated always as identity primary key,
  subject text not null,
  payload jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  published_at timestamptz
);
create index outbox_unpublished on outbox (id) where published_at is null;

create table stripe_events (
  id text primary key,
  type text not null,
  payload jsonb not null,
  received_at timestamptz not null default clock_timestamp(),
  handled_at timestamptz
);
create index stripe_events_unhandled on stripe_events (received_at) where handled_at is null;

-- Mail sent in embedded mode, shown on the dev inbox page.
create table dev_mails (
  id uuid primary key,
  to_email text not null,
  to_name text not null,
  subject text not null,
  html text not null,
  text text not null,
  attachments jsonb not null default '[]',
  idempotency_key text not null unique,
  sent_at timestamptz not null default clock_timestamp()
);
create index dev_mails_sent on dev_mails (sent_at desc);
`)
  }
}
