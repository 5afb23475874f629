import { isRefusal } from '@mayago/kernel/errors.ts'
import { money, type Currency } from '@mayago/kernel/money.ts'
import type { CreateIntent, IntentView } from '@mayago/core/ports/payments.ts'
import type { SandboxWorld } from './startSandbox.ts'

let made = 0
export const newKey = (): string => `k-${(made += 1)}`

/** A charge that went through, by default one whose money can be used at once. */
export const pay = async (
  w: Pick<SandboxWorld, 'payments'>,
  minor: number,
  currency: Currency = 'MXN',
  { card = 'pm_card_bypassPending', ...more }: { card?: string } & Partial<CreateIntent> = {},
): Promise<IntentView & { chargeId: string }> => {
  const intent = await w.payments.createIntent({
    amount: money(minor, currency),
    capture: 'automatic',
    description: 'Kayak at dawn',
    metadata: {},
    idempotencyKey: newKey(),
    ...more,
  })
  const paid = await w.payments.confirmIntent({
    intentId: intent.id,
    paymentMethod: card,
    returnUrl: 'https://mayago.test',
    idempotencyKey: newKey(),
  })
  return { ...paid, chargeId: String(paid.chargeId) }
}

/** The refusal's code and state, e.g. `payment_wrong_state reversed`. */
export const refusedAs = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
  } catch (error) {
    if (isRefusal(error)) return [error.code, ...Object.values(error.data).slice(-1)].join(' ')
    throw error
  }
  throw new Error('was not refused')
}
