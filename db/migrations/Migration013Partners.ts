import { Migration } from '@mikro-orm/migrations'

/** What partners are told of: news that still has to be fanned out, and since when an endpoint has been failing. */
export class Migration013Partners extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
alter table outbox add column fanned_out_at timestamptz;
-- Only what partners may subscribe to: changes of departures, the many, never touch it.
create index outbox_to_fan_out on outbox (id)
  where fanned_out_at is null and (subject like 'mayago.v1.booking.%' or subject like 'mayago.v1.experience.%');

alter table webhook_endpoints add column failing_since timestamptz;
-- The back-off starts anew with a replay.
alter table webhook_deliveries add column attempts_before_replay integer not null default 0;
alter table webhook_attempts add check (status between 100 and 599);
`)
  }
}
