import { assert } from '@mayago/kernel/assert.ts'
import { orderSql } from '@mayago/db/queries/keyset.ts'
import { queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { assertCan } from '../../identity/access.ts'
import { PROVIDER_ROLES } from '../../identity/apiKeys/keyState.ts'
import { userIdOf } from '../partnerAccount.ts'
import { webhookOrder, type ListWebhooksInput, type WebhookIdInput } from './webhook.schema.ts'
import type { WebhookListView, WebhookView } from './webhook.view.ts'
import { assertWebhook } from './webhookAccess.ts'

const SHOWN_MAX = 200

/** The endpoints an account made, and those of providers it owns or manages: the newest first unless asked otherwise. */
export const listWebhooks = async (ctx: Ctx, { sort }: ListWebhooksInput = {}): Promise<WebhookListView> => {
  assertCan(ctx, 'webhook.manage')
  const { actor } = ctx
  const ofKey = actor.kind === 'apiKey' ? 'e.provider_id is not distinct from $2::uuid and' : '$2::uuid is null and'
  const items = await findWebhooks(
    ctx,
    `${ofKey} ((e.provider_id is null and e.user_id = $1) or e.provider_id in
       (select provider_id from provider_members where user_id = $1 and role in ${PROVIDER_ROLES}))`,
    [userIdOf(ctx), actor.kind === 'apiKey' ? actor.providerId : null],
    orderSql(['e.created_at', 'e.id'], webhookOrder.of(sort).descending),
  )
  return { items, nextCursor: null }
}

/** One endpoint. Throws `not_found`. */
export const getWebhook = async (ctx: Ctx, { webhookId }: WebhookIdInput): Promise<WebhookView> => {
  await assertWebhook(ctx, webhookId)
  const [view] = await findWebhooks(ctx, 'e.id = $1', [webhookId])
  assert(view, 'an asserted webhook exists')
  return view
}

interface WebhookRow {
  id: string
  url: string
  events: WebhookView['events']
  provider: WebhookView['provider']
  created_at: string
  disabled_at: string | null
  disabled_reason: WebhookView['disabledReason']
  failing_since: string | null
  previous_until: string | null
}

const findWebhooks = async (
  ctx: Ctx,
  where: string,
  values: readonly unknown[],
  order = '',
): Promise<WebhookView[]> => {
  const rows = await queryRows<WebhookRow>(
    ctx.em,
    `select e.id, e.url, e.events, e.created_at, e.disabled_at, e.disabled_reason, e.failing_since, e.previous_until,
       case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as provider
     from webhook_endpoints e left join providers p on p.id = e.provider_id
     where ${where} ${order} limit ${SHOWN_MAX}`,
    values,
  )
  return rows.map((row) => ({
    id: row.id,
    url: row.url,
    events: row.events,
    provider: row.provider,
    createdAt: toDate(row.created_at).toISOString(),
    disabledAt: instantOf(row.disabled_at),
    disabledReason: row.disabled_reason,
    failingSince: instantOf(row.failing_since),
    previousSecretUntil:
      row.previous_until !== null && toDate(row.previous_until) > ctx.now ? instantOf(row.previous_until) : null,
  }))
}

const instantOf = (text: string | null): string | null => (text === null ? null : toDate(text).toISOString())
