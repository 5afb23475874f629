export { applyIntent } from './applyIntent.ts'
export { beginBooking } from './beginBooking.ts'
export { finishMoney } from './finishMoney.ts'
export { expirePending } from './expirePending.ts'
export { handleStripeEvent, handleStripeWebhook } from './handleStripeWebhook.ts'
export { hostedCheckout } from './hostedCheckout.ts'
export {
  hostedCheckoutInput,
  refundBookingInput,
  stripeWebhookInput,
  type HostedCheckoutInput,
  type RefundBookingInput,
  type StripeWebhookInput,
} from './payments.schema.ts'
export { refundBooking } from './refundBooking.ts'
export { returnDuplicate } from './returnDuplicate.ts'
export { sendRefund } from './sendRefund.ts'
export { settlePayment } from './settlePayment.ts'
