import type { AccountView, CreateAccount } from '@mayago/core/ports/paymentAccounts.ts'
import { postForm } from './browser.ts'
import type { SandboxWorld } from './startSandbox.ts'

/** Everything that the onboarding page asks for, in order. */
export const PERSON = {
  business_type: 'individual',
  'individual.first_name': 'Kay',
  'individual.last_name': 'Sánchez',
  'individual.dob': '1984-05-06',
  'individual.phone': '+529991234567',
  'individual.address.line1': 'Calle 60 12',
  'individual.address.city': 'Mérida',
  'individual.address.postal_code': '97000',
  'individual.id_number': '734918265',
  bank_number: '000123456789',
  tos_acceptance: 'yes',
  act: 'submit',
}

let made = 0

/** A provider's account, as new as can be. */
export const openAccount = (
  w: Pick<SandboxWorld, 'payments'>,
  more: Partial<CreateAccount> = {},
): Promise<AccountView> =>
  w.payments.accounts.create({
    country: 'MX',
    email: 'kay@example.com',
    businessName: 'Kay’s kayaks',
    metadata: { providerId: 'p1' },
    idempotencyKey: `account-${(made += 1)}`,
    ...more,
  })

/** Follows a fresh link; answers the address of the page it opened. */
export const visitOf = async (w: Pick<SandboxWorld, 'payments' | 'origin'>, accountId: string): Promise<string> => {
  const link = await w.payments.accounts.createOnboardingLink({
    accountId,
    returnUrl: 'https://mayago.test/back',
    refreshUrl: 'https://mayago.test/again',
    idempotencyKey: `link-${(made += 1)}`,
  })
  const followed = await fetch(link.url, { redirect: 'manual' })
  return new URL(followed.headers.get('location') ?? '', w.origin).href
}

/** Goes through the onboarding page, as a browser without JavaScript does. */
export const onboard = async (
  w: Pick<SandboxWorld, 'payments' | 'origin'>,
  accountId: string,
  typed: Record<string, string> = PERSON,
): Promise<{ status: number; location: string; text: string }> => postForm(await visitOf(w, accountId), typed)

/** An account that can receive and be paid out. */
export const openReadyAccount = async (
  w: Pick<SandboxWorld, 'payments' | 'origin'>,
  typed: Record<string, string> = {},
  more: Partial<CreateAccount> = {},
): Promise<AccountView> => {
  const { id } = await openAccount(w, more)
  await onboard(w, id, { ...PERSON, ...typed })
  return w.payments.accounts.get(id)
}
