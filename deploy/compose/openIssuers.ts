import { openFacebook } from '@mayago/core/adapters/facebook/openFacebook.ts'
import { openGoogle } from '@mayago/core/adapters/google/openGoogle.ts'
import type { IssuersPort } from '@mayago/core/ports/issuers.ts'
import type { Config } from '../config/readConfig.ts'

/** The issuers that are configured; nobody is offered another. */
export const openIssuers = async (config: Config): Promise<IssuersPort> => {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, FACEBOOK_CLIENT_ID, FACEBOOK_CLIENT_SECRET } = config
  const issuers: IssuersPort = {}
  if (GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET)
    issuers.google = await openGoogle({
      clientId: GOOGLE_CLIENT_ID,
      clientSecret: GOOGLE_CLIENT_SECRET,
      issuer: config.GOOGLE_ISSUER,
    })
  if (FACEBOOK_CLIENT_ID && FACEBOOK_CLIENT_SECRET)
    issuers.facebook = await openFacebook({
      clientId: FACEBOOK_CLIENT_ID,
      clientSecret: FACEBOOK_CLIENT_SECRET,
      apiBase: config.FACEBOOK_API_BASE,
      dialogBase: config.FACEBOOK_DIALOG_BASE,
    })
  return issuers
}
