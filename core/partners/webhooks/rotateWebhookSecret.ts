import { addMinutes } from '@mayago/kernel/time.ts'
import { queryRows } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { idempotentlySealed } from '../../booking/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { getWebhook } from './listWebhooks.ts'
import type { WebhookIdInput } from './webhook.schema.ts'
import type { WebhookWithSecretView } from './webhook.view.ts'
import { assertWebhook } from './webhookAccess.ts'
import { newSecret, sealSecret } from './webhookSecret.ts'

const BOTH_SIGN_MINUTES = 24 * 60

/** Gives an endpoint a new secret, shown this once; for a day the former one signs too. HOOK-2. Throws `not_found`. */
export const rotateWebhookSecret = async (ctx: Ctx, input: WebhookIdInput): Promise<WebhookWithSecretView> => {
  const { webhookId } = input
  await assertWebhook(ctx, webhookId)
  return idempotentlySealed(ctx, `webhook.rotate:${webhookId}`, input, (keep) =>
    inTransaction(ctx, async (tx) => {
      const secret = newSecret()
      await queryRows(
        tx.em,
        `update webhook_endpoints set previous_secret_sealed = secret_sealed, previous_until = $3, secret_sealed = $2
           where id = $1`,
        [webhookId, sealSecret(tx, webhookId, secret), addMinutes(tx.now, BOTH_SIGN_MINUTES)],
      )
      await recordAct(tx, 'webhook.changed', `webhook:${webhookId}`, { changed: ['secret'] })
      return keep(tx, { ...(await getWebhook(tx, input)), secret })
    }),
  )
}
