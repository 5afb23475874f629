import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { insertRows } from '@mayago/db/queries/insertRows.ts'
import { IMPERSONAL_TABLES, PERSONAL_COLUMNS } from '@mayago/db/queries/personalColumns.ts'
import { newId } from '@mayago/kernel/ids.ts'
import { until } from '../../../test/until.ts'
import { createCatalogCache } from '../../catalog/catalogCache.ts'
import { getExperience } from '../../catalog/index.ts'
import type { Ctx } from '../../context.ts'
import { hashSecret, newKeyText, writeKey } from '../apiKeys/keyText.ts'
import { placeOf } from '../sealedFields.ts'
import { accountWorld, ANYBODY, PASSWORD, type AccountWorld } from '../testing/accountWorld.fixture.ts'
import { outcomeOf, refused } from '../testing/refused.fixture.ts'
import {
  apiKeyActor,
  changeProfile,
  eraseAccount,
  exportMyData,
  forgotPassword,
  getMe,
  signIn,
  type SignedIn,
} from '../index.ts'

const Erase = suite('erasing and taking along', {} as AccountWorld)
Erase.before(async (w) => void Object.assign(w, await accountWorld()))
Erase.after((w) => w.drop())

/** Found nowhere else, and in everything of hers. */
const [NAME, EMAIL, PHONE, ADDRESS] = [
  'Zyxwena Quillfeather',
  'zyxwena@quillfeather.example',
  '+529998887766',
  '203.0.113.77',
]
const KEY = newKeyText()
const MARKS = ['zyxwena', 'quillfeather', '9998887766', '203.0.113.77']

interface Booked {
  experienceId: string
  bookingId: string
  departureId: string
}

/** A booking with people, a payment, a review and the carrier's and Stripe's traces, as rows. */
const book = async (
  w: AccountWorld,
  over: { userId?: string; email?: string; state?: string } = {},
): Promise<Booked> => {
  const { tour } = await makeDepartures(w, { tour: {} })
  const make = (): string => newId(Date.now())
  const [holdId, bookingId, paymentId, itemId] = [make(), make(), make(), make()]
  const localDate = tour.localStart.slice(0, 10)
  const owner = { booking_id: bookingId, local_date: localDate }
  const email = over.email ?? EMAIL
  const state = over.state ?? 'confirmed'
  const now = new Date()
  const money = { total_minor: 100_000, currency: tour.currency }
  await insertRows(w.em, 'holds', [
    {
      id: holdId,
      departure_id: tour.departureId,
      state: 'confirmed',
      seats: 1,
      party: [],
      ...money,
      holder: `u:${over.userId ?? 'x'}`,
      address: ADDRESS,
      created_at: now,
      expires_at: now,
    },
  ])
  await insertRows(w.em, 'bookings', [
    {
      id: bookingId,
      local_date: localDate,
      state,
      departure_id: tour.departureId,
      experience_id: tour.experienceId,
      option_id: tour.optionId,
      provider_id: tour.providerId,
      hold_id: holdId,
      user_id: over.userId ?? null,
      locale: 'en',
      contact_name: NAME,
      contact_email: email,
      contact_phone_sealed: w.as().services.sealer.seal(placeOf('bookings', 'contact_phone_sealed', bookingId), PHONE),
      ...money,
      commission_percent: 15,
      policy: { steps: [{ hoursBefore: 24, percent: 100 }] },
      created_at: now,
      confirmed_at: now,
      cancelled_at: state === 'cancelled' ? now : null,
    },
  ])
  await insertRows(w.em, 'booking_refs', [{ ...owner, reference: reference(), hold_id: holdId }])
  await insertRows(w.em, 'unit_items', [
    {
      id: itemId,
      hold_id: holdId,
      ...owner,
      unit_id: tour.units.adult,
      position: 0,
      traveler_name: NAME,
      seats: 1,
      price_minor: 100_000,
      state: 'booked',
    },
  ])
  await insertRows(w.em, 'payments', [
    {
      id: paymentId,
      hold_id: holdId,
      ...owner,
      payer_name: NAME,
      payer_email: email,
      amount_minor: 100_000,
      currency: tour.currency,
      state: 'captured',
      intent_id: `pi_${paymentId}`,
      client_secret: `secret of ${NAME}`,
      created_at: now,
      captured_at: now,
    },
  ])
  await insertRows(w.em, 'reviews', [
    {
      id: newId(Date.now()),
      experience_id: tour.experienceId,
      ...owner,
      author_name: NAME,
      rating: 5,
      locale: 'en',
      text: 'We went far.',
      party: 1,
    },
  ])
  return { bookingId, departureId: tour.departureId, experienceId: tour.experienceId }
}

let references = 0
const reference = (): string => `BCDFGH${'23456789'[references % 8]}${'23456789'[Math.floor(references++ / 8)]}`

/** Everything else that a person can have. */
const furnish = async (w: AccountWorld, ctx: Ctx, { userId }: SignedIn): Promise<void> => {
  await changeProfile(ctx, { phone: PHONE })
  const now = new Date()
  const { tour } = await makeDepartures(w, { tour: {} })
  const seal = w.as().services.sealer
  await insertRows(w.em, 'social_identities', [
    { issuer: 'google', subject: `google-${NAME}`, user_id: userId, email: EMAIL, linked_at: now, last_used_at: now },
  ])
  await insertRows(w.em, 'passkeys', [
    {
      id: 'zyxwena-key',
      user_id: userId,
      public_key: '\\x01',
      sign_count: 0,
      name: `${NAME}’s phone`,
      backed_up: true,
      created_at: now,
      transports: [],
    },
  ])
  await insertRows(w.em, 'sms_factors', [
    {
      user_id: userId,
      phone_sealed: seal.seal(placeOf('sms_factors', 'phone_sealed', userId), PHONE),
      created_at: now,
      confirmed_at: now,
    },
  ])
  await insertRows(w.em, 'sms_codes', [
    { user_id: userId, purpose: 'confirm', hash: `\\x${'00'.repeat(32)}`, sent_at: now, expires_at: now },
  ])
  await insertRows(w.em, 'sms_deliveries', [
    { message_id: 'SM1', user_id: userId, status: 'sent', sent_at: now, updated_at: now },
  ])
  await insertRows(w.em, 'totp_factors', [
    { user_id: userId, secret_sealed: 'v1.x', created_at: now, confirmed_at: now },
  ])
  await insertRows(w.em, 'recovery_codes', [{ user_id: userId, hash: `\\x${'01'.repeat(32)}`, created_at: now }])
  await insertRows(w.em, 'api_keys', [
    {
      id: newId(1),
      user_id: userId,
      name: `${NAME}’s key`,
      prefix: KEY.prefix,
      hash: `\\x${hashSecret(KEY.secret).toString('hex')}`,
      scopes: ['catalog.read'],
      created_at: now,
    },
  ])
  const endpoint = newId(2)
  await insertRows(w.em, 'webhook_endpoints', [
    {
      id: endpoint,
      user_id: userId,
      url: `https://${EMAIL.split('@')[1]}/hook`,
      secret_sealed: 'v1.x',
      events: ['booking.confirmed'],
      created_at: now,
    },
  ])
  await insertRows(w.em, 'webhook_deliveries', [
    {
      id: newId(3),
      endpoint_id: endpoint,
      event_id: 'e',
      event_type: 'booking.confirmed',
      payload: { to: NAME },
      state: 'delivered',
      created_at: now,
      delivered_at: now,
    },
  ])
  await insertRows(w.em, 'saved_experiences', [{ owner: `u:${userId}`, experience_id: tour.experienceId }])
  await insertRows(w.em, 'dev_sms', [{ id: newId(4), to_number: PHONE, text: 'Your code', idempotency_key: 'k' }])
  await insertRows(w.em, 'stripe_events', [
    {
      id: 'evt_1',
      type: 'payment_intent.succeeded',
      payload: { data: { object: { receipt_email: EMAIL } } },
      handled_at: now,
    },
  ])
  await forgotPassword(w.as(ANYBODY), { email: EMAIL })
  await w.work()
}

/** An answer kept for retries, as an endpoint keeps it. */
const keepAnswer = async (w: AccountWorld, answer: object): Promise<string> => {
  const id = newId(Date.now())
  await insertRows(w.em, 'idempotency_keys', [
    { id, request_hash: `\\x${'03'.repeat(16)}`, outcome: 'answered', answer: JSON.stringify(answer) },
  ])
  return id
}

/** Every row of every table that still has one of the marks in it. */
const findMarks = async (w: AccountWorld): Promise<string[]> => {
  const { rows: tables } = await w.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await w.pool.query<{ row: string }>(
      `select t::text as row from "${name}" t where t::text ilike any($1::text[])`,
      [MARKS.map((mark) => `%${mark}%`)],
    )
    found.push(...rows.map(({ row }) => `${name}: ${row.slice(0, 200)}`))
  }
  return found
}

Erase('[ACCOUNT-5] every column that could tell of somebody has a fate; a forgotten one fails here', async (w) => {
  const { rows } = await w.pool.query<{ table: string; column: string; type: string }>(
    `select c.table_name as table, c.column_name as column, c.udt_name as type
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name !~ '^bookings_'`,
  )
  const tables = new Set(rows.map(({ table }) => table))
  const unknown = [...tables].filter((table) => !(table in PERSONAL_COLUMNS) && !IMPERSONAL_TABLES.includes(table))
  assert.equal(unknown, [], 'every table is personal or not')
  const telling = /^(text|citext|varchar|bpchar|inet|jsonb?|bytea|_text)$/
  for (const [table, fates] of Object.entries(PERSONAL_COLUMNS)) {
    const columns = rows.filter((row) => row.table === table && telling.test(row.type)).map(({ column }) => column)
    assert.equal(Object.keys(fates).sort(), columns.sort(), table)
  }
})

Erase(
  '[ACCOUNT-5] after erasure no table knows a name, address, number or device of theirs; the books add up',
  async (w) => {
    const mine = await w.join(EMAIL, {
      name: NAME,
      ctx: w.as(ANYBODY, { address: ADDRESS, userAgent: 'Quillfeather/1.0' }),
    })
    const ctx = await w.asUser(mine, { address: ADDRESS })
    const { bookingId } = await book(w, { userId: mine.userId, state: 'cancelled' })
    await furnish(w, ctx, mine)
    await keepAnswer(w, { id: bookingId, contact: { name: NAME } })
    await keepAnswer(w, { email: EMAIL.toUpperCase() })
    const foreign = await keepAnswer(w, { id: newId(1), contact: { name: 'Juana' } })
    const before = await findMarks(w)
    for (const [table, fates] of Object.entries(PERSONAL_COLUMNS))
      if (Object.values(fates).includes('emptied') || table === 'dev_mails')
        assert.ok(
          before.some((row) => row.startsWith(`${table}:`)),
          `the test furnishes ${table}`,
        )
    const other = await w.join('juana@example.org')

    assert.is((await apiKeyActor(w.as(), writeKey(KEY))).userId, mine.userId, 'and is remembered from here on')

    await eraseAccount(ctx, { password: PASSWORD })
    assert.equal(await findMarks(w), [])
    await refused(apiKeyActor(w.as(), writeKey(KEY)), 'token_invalid')
    const { rows } = await w.pool.query(
      `select b.state, b.total_minor::int as total, y.amount_minor::int as paid, r.text
     from bookings b join payments y on y.booking_id = b.id join reviews r on r.booking_id = b.id
     where b.user_id = $1`,
      [mine.userId],
    )
    assert.equal(rows, [{ state: 'cancelled', total: 100_000, paid: 100_000, text: 'We went far.' }])
    const kept = await w.pool.query('select outcome, answer from idempotency_keys where id = $1', [foreign])
    assert.is(kept.rows[0].outcome, 'answered', 'what others were answered stays')
    await refused(w.asUser(mine), 'token_invalid')
    await refused(signIn(w.as(ANYBODY), { email: EMAIL, password: PASSWORD, channel: 'api' }), 'wrong_credentials')
    assert.is((await getMe(await w.asUser(other))).email, 'juana@example.org')

    await w.work()
    assert.equal(
      (await w.mailsTo(EMAIL)).map(({ subject }) => subject),
      ['Your MayaGo account is deleted'],
    )
    const again = await w.join(EMAIL, { name: NAME })
    assert.is.not(again.userId, mine.userId, 'the address is free again')
  },
)

Erase('[ACCOUNT-5] a page that is kept for a while forgets the name under a review at once', async (w) => {
  const ctx = await w.asUser(await w.join('reviewer@example.org', { name: NAME }))
  assert.ok(ctx.actor.kind === 'user')
  const { experienceId } = await book(w, { userId: ctx.actor.userId, state: 'cancelled' })
  const catalogCache = createCatalogCache(w.ports.bus)
  const reader = w.as(ANYBODY)
  const read = async (): Promise<string | undefined> =>
    (await getExperience({ ...reader, services: { ...reader.services, catalogCache } }, { idOrSlug: experienceId }))
      .recentReviews[0]?.author
  assert.is(await read(), NAME)
  await w.pool.query("update reviews set author_name = 'Control' where experience_id = $1", [experienceId])
  assert.is(await read(), NAME, 'control: it is kept')
  await eraseAccount(ctx, { password: PASSWORD })
  await until('it is read anew', async () => (await read()) === 'Erased')
  catalogCache.close()
})

Erase('[ACCOUNT-5] somebody who is expected on a trip, or owns a provider alone, is told why not yet', async (w) => {
  const mine = await w.join('expected@example.org')
  const ctx = await w.asUser(mine)
  await refused(eraseAccount(ctx, { password: 'not the right one' }), 'wrong_credentials')
  const { departureId } = await book(w, { userId: mine.userId, email: 'expected@example.org' })
  await refused(eraseAccount(ctx, { password: PASSWORD }), 'account_in_use')
  await w.pool.query(
    `update departures set starts_at = starts_at - interval '30 days', ends_at = ends_at - interval '30 days',
       cutoff_at = cutoff_at - interval '30 days', local_start = local_start - interval '30 days',
       local_date = local_date - 30 where id = $1`,
    [departureId],
  )
  const { tour } = await makeDepartures(w, { tour: {} })
  await insertRows(w.em, 'provider_members', [{ provider_id: tour.providerId, user_id: mine.userId, role: 'owner' }])
  await refused(eraseAccount(ctx, {}), 'account_in_use')
  await w.pool.query('delete from provider_members where user_id = $1', [mine.userId])
  await refused(eraseAccount({ ...ctx, now: new Date(Date.now() + 16 * 60_000) }, {}), 'sign_in_again')
  assert.is(await outcomeOf(eraseAccount(ctx, {})), 'kept')
})

Erase(
  '[ACCOUNT-4] what a guest booked with a verified address joins the account, at verifying and at signing in',
  async (w) => {
    const email = 'joins@example.org'
    const first = await book(w, { email: 'Joins@example.org' })
    const foreign = await book(w, { email: 'xjoins@example.org' })
    const mine = await w.join(email)
    const second = await book(w, { email })
    await signIn(w.as(ANYBODY), { email, password: PASSWORD, channel: 'api' })
    const { rows } = await w.pool.query<{ id: string }>('select id from bookings where user_id = $1', [mine.userId])
    assert.equal(rows.map(({ id }) => id).sort(), [first.bookingId, second.bookingId].sort())
    const { rows: others } = await w.pool.query('select user_id from bookings where id = $1', [foreign.bookingId])
    assert.is(others[0].user_id, null)
  },
)

Erase('[ACCOUNT-5] what I take along has everything of mine, opened, and no secret', async (w) => {
  const email = 'takes@example.org'
  await book(w, { email })
  const mine = await w.join(email, { name: 'Takes Along' })
  const ctx = await w.asUser(mine)
  await changeProfile(ctx, { phone: '+529990001122' })
  const taken = await exportMyData(ctx)
  const text = JSON.stringify(taken)
  for (const part of ['Takes Along', email, '+529990001122', PHONE, NAME, 'We went far.'])
    assert.ok(text.includes(part), part)
  assert.not.match(text, /argon2|"v1\.|hash|secret/i)
  await refused(exportMyData({ ...ctx, now: new Date(Date.now() + 16 * 60_000) }), 'sign_in_again')
})

Erase.run()
