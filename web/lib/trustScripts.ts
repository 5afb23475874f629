/** The part of Trusted Types (https://www.w3.org/TR/trusted-types/) that is used here; not every browser has it. */
interface TrustedTypes {
  defaultPolicy: object | null
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string | null }): object
}

/**
 * Lets libraries that know nothing of Trusted Types run scripts and workers of our own build and Stripe's, and none
 * from elsewhere. Nothing here turns text into markup or code: that stays refused.
 */
export const trustScripts = (): void => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  if (!trustedTypes || trustedTypes.defaultPolicy) return
  trustedTypes.createPolicy('default', {
    createScriptURL: (url) => (isTrusted(new URL(url, location.href)) ? url : null),
  })
}

const OURS = /^\/(_app\/immutable|_stripe\/v3)\//
const isTrusted = ({ origin, pathname }: URL): boolean =>
  (origin === location.origin && (import.meta.env.DEV || OURS.test(pathname))) || origin === 'https://js.stripe.com'
