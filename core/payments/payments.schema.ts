import { z } from 'zod'
import { uuid } from '../pricing/index.ts'

export const hostedCheckoutInput = z.strictObject({
  bookingId: uuid,
  successUrl: z.url(),
  cancelUrl: z.url(),
})
export type HostedCheckoutInput = z.infer<typeof hostedCheckoutInput>

export const refundBookingInput = z.strictObject({ bookingId: uuid, amountMinor: z.int().min(1) })
export type RefundBookingInput = z.infer<typeof refundBookingInput>

export const stripeWebhookInput = z.strictObject({ rawBody: z.string().min(1), signature: z.string().min(1) })
export type StripeWebhookInput = z.infer<typeof stripeWebhookInput>
