import type { ParamMatcher } from '@sveltejs/kit'

/** An issuer's name; other words under /account/sign-in are pages of their own. */
export const match = ((text): text is 'google' | 'facebook' =>
  text === 'google' || text === 'facebook') satisfies ParamMatcher
