import { Migration } from '@mikro-orm/migrations'

/** The audit log's order; phones of bookings are sealed. */
export class Migration012Audit extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
-- The order in which the appender takes acts.
create index audit_acts_order on audit_acts (tx, id);

-- A traveler's phone is sealed by the field key; what was written before is not known by any key and goes.
alter table bookings add column contact_phone_sealed text;
alter table bookings drop column contact_phone;
`)
  }
}
