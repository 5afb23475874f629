/** What Stripe's keys look like; these open the tests' sandboxes only. */
export const KEYS = { secretKey: 'sk_test_mayago', publishableKey: 'pk_test_mayago', webhookSecret: 'whsec_mayago' }
