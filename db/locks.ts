/**
 * The only file with a lock mode in it. Order, for every transaction: departures (ids sorted), then holders (advisory,
 * keys sorted), then payments, then transfers; about accounts: address (advisory), account, mail link, session. What becomes scarcer is
 * locked once, as late as possible, before anything is counted.
 */

/** Appended to a select of departures `d`: the row is this transaction's until it ends. */
export const FOR_UPDATE_OF_DEPARTURE = 'for update of d'

/** Locks payments by id. */
export const LOCK_PAYMENTS = 'select id from payments where id = any($1::uuid[]) order by id for update'

/** Locks one transfer or reversal: of two, the reversal before what it takes from. */
export const LOCK_TRANSFER = 'select id from transfers where id = $1 for update'

/** Locks departures by id, sorted, so that two transactions never wait for each other. */
export const LOCK_DEPARTURES = 'select id from departures where id = any($1::uuid[]) order by id for update'

/** Locks the holders a batch counts seats of: `$1` their keys. Sorted by hash; released at commit. */
export const LOCK_HOLDERS = `
  select pg_advisory_xact_lock(key) from
    (select distinct hashtextextended(holder, 7) as key from unnest($1::text[]) as holder order by 1) as sorted`

/** Answers whether the caller is the audit log's one appender until its transaction ends; does not wait to be. */
export const TRY_AUDIT_APPENDER = `select pg_try_advisory_xact_lock(hashtextextended('audit chain', 7)) as mine`

/** Appended to a select that shares work among processes: rows others work on are passed over. */
export const SKIP_LOCKED = 'for update skip locked'

/** One process at a time makes keys for access tokens. */
export const LOCK_ACCESS_KEYS = "select pg_advisory_xact_lock(hashtextextended('access_keys', 0))"

/** One at a time takes the role of an admin from somebody, so that one is left. Before any account. */
export const LOCK_ADMINS = "select pg_advisory_xact_lock(hashtextextended('admins', 0))"

/** Locks an account: `$1` its id. Before its sessions, links and factors are changed together. */
export const LOCK_USER = 'select id from users where id = $1 for update'

/** Locks whoever may come to have an address: `$1` the address in lower case. It need not exist. */
export const LOCK_EMAIL = "select pg_advisory_xact_lock(hashtextextended('email ' || lower($1), 0))"

/** Appended to a select of sessions `s`: of those who refresh one at once, one goes first. */
export const FOR_UPDATE_OF_SESSION = 'for update of s'

/** Appended to a select of mail links `l`: a link is used once. */
export const FOR_UPDATE_OF_LINK = 'for update of l'

/** Appended to a select of webhooks' deliveries `d`: those others work on are passed over. */
export const SKIP_LOCKED_DELIVERIES = 'for update of d skip locked'
