export { finishTransfers } from './finishTransfers.ts'
export { getPayoutAccount } from './getPayoutAccount.ts'
export { refreshAccount } from './refreshAccount.ts'
export { releaseFunds } from './releaseFunds.ts'
export { sendTransfer } from './sendTransfer.ts'
export { startOnboarding } from './startOnboarding.ts'
export { takeBack } from './takeBack.ts'
export { transferGroupOf } from './transferGroupOf.ts'
export {
  providerIdInput,
  startOnboardingInput,
  type ProviderIdInput,
  type StartOnboardingInput,
} from './transfers.schema.ts'
export type { PayoutAccountView } from './payoutAccount.view.ts'
