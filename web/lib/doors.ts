/** The pages one comes through rather than to: nobody is sent back there after signing in, and they lead nowhere else. */
export const DOORS: ReadonlySet<string> = new Set([
  '/account/sign-in',
  '/account/sign-in/second',
  '/account/sign-in/passkey',
  '/account/register',
  '/account/mailed',
  '/account/verify',
  '/account/forgotten',
  '/account/reset',
  '/account/gone',
])
