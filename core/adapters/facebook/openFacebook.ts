import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { refuse } from '@mayago/kernel/errors.ts'
import type { IssuerClaims, IssuerPort } from '../../ports/issuers.ts'
import { askIssuer, ISSUER_SECONDS_MAX, saidNo } from '../askIssuer.ts'

export interface FacebookOptions {
  clientId: string
  clientSecret: string
  /** `https://graph.facebook.com`, or a server that answers like it; http for one on this machine only. */
  apiBase: string
  /** `https://www.facebook.com`, where people press yes or no. */
  dialogBase: string
}

const VERSION = 'v23.0'

/**
 * Facebook's OAuth (https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow), with PKCE: no
 * token says who somebody is, so its Graph API is asked with the access token, which is not kept.
 */
export const openFacebook = async (options: FacebookOptions): Promise<IssuerPort> => {
  const { clientId, clientSecret, apiBase, dialogBase } = options
  const client = await import('openid-client')
  const config = new client.Configuration(
    {
      issuer: dialogBase,
      authorization_endpoint: `${dialogBase}/${VERSION}/dialog/oauth`,
      token_endpoint: `${apiBase}/${VERSION}/oauth/access_token`,
    },
    clientId,
    undefined,
    client.ClientSecretPost(clientSecret),
  )
  config.timeout = ISSUER_SECONDS_MAX
  if (apiBase.startsWith('http:')) client.allowInsecureRequests(config)

  const readMe = async (accessToken: string): Promise<IssuerClaims> => {
    const url = new URL(`${apiBase}/${VERSION}/me`)
    url.searchParams.set('fields', 'id,name,email')
    // A token taken elsewhere is of no use with our name on it (https://developers.facebook.com/docs/graph-api/guides/secure-requests).
    url.searchParams.set('appsecret_proof', createHmac('sha256', clientSecret).update(accessToken).digest('hex'))
    const response = await client.fetchProtectedResource(config, accessToken, url, 'GET')
    const me = response.ok ? person.safeParse(await response.json().catch(() => null)) : null
    if (!me?.success) throw refuse('issuer_unavailable', { issuer: 'facebook' })
    const { id, name = '', email = null } = me.data
    // It does not say whether it ever checked the address.
    return { subject: id, name, email, emailProof: 'none' }
  }
  return {
    begin: (redirectUri) =>
      askIssuer('facebook', client, async () => {
        const remember = { state: client.randomState(), verifier: client.randomPKCECodeVerifier(), nonce: null }
        const url = client.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: 'public_profile,email',
          state: remember.state,
          code_challenge: await client.calculatePKCECodeChallenge(remember.verifier),
          code_challenge_method: 'S256',
        })
        return { url: url.href, remember }
      }),
    finish: (returnedTo, { state, verifier }) =>
      askIssuer('facebook', client, async () => {
        if (saidNo(returnedTo, state)) return null
        const tokens = await client.authorizationCodeGrant(config, returnedTo, {
          expectedState: state,
          pkceCodeVerifier: verifier,
        })
        return readMe(tokens.access_token)
      }),
  }
}

const person = z.object({ id: z.string().min(1), name: z.string().optional(), email: z.string().optional() })
