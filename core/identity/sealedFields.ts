/** A column that is sealed at rest; `id` is the SQL that names its row in the place it is sealed to. */
export interface SealedField {
  table: string
  column: string
  id: string
}

/**
 * Every sealed column of the database: what `npm run fields:rotate` seals anew. A provider's phone and mail are printed
 * on its tickets and so are not sealed.
 */
export const SEALED_FIELDS = [
  { table: 'users', column: 'phone_sealed', id: 'id' },
  { table: 'bookings', column: 'contact_phone_sealed', id: 'id' },
  { table: 'totp_factors', column: 'secret_sealed', id: 'user_id' },
  { table: 'sms_factors', column: 'phone_sealed', id: 'user_id' },
  { table: 'access_keys', column: 'private_sealed', id: 'kid' },
  { table: 'refresh_tokens', column: 'successor_sealed', id: "encode(hash, 'hex')" },
  { table: 'webhook_endpoints', column: 'secret_sealed', id: 'id' },
  { table: 'webhook_endpoints', column: 'previous_secret_sealed', id: 'id' },
  { table: 'provider_accounts', column: 'bank_sealed', id: 'id' },
] as const satisfies readonly SealedField[]

type Field = (typeof SEALED_FIELDS)[number]

/** Where a field is sealed to: `placeOf('users', 'phone_sealed', userId)`. Sealed there, it opens nowhere else. */
export const placeOf = <Table extends Field['table']>(
  table: Table,
  column: Extract<Field, { table: Table }>['column'],
  id: string,
): string => `${table}.${column}:${id}`
