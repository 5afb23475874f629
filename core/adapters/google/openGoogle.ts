import type { Configuration, IDToken } from 'openid-client'
import { assert } from '@mayago/kernel/assert.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import type { IssuerClaims, IssuerPort } from '../../ports/issuers.ts'
import { askIssuer, ISSUER_SECONDS_MAX, saidNo } from '../askIssuer.ts'

export interface GoogleOptions {
  clientId: string
  clientSecret: string
  /** `https://accounts.google.com`, or an OpenID issuer that answers like it; http for one on this machine only. */
  issuer: string
}

const SCOPE = 'openid email profile'
/** Google signs with RS256; a token that names another algorithm, or none, is refused. */
const METADATA = { id_token_signed_response_alg: 'RS256' }

/**
 * Google, or any OpenID issuer, by discovery (OpenID Connect Core 1.0 §3.1). The library checks issuer, audience,
 * times, nonce and state, and the signature too, which the standard would leave out where TLS vouches for the issuer.
 */
export const openGoogle = async ({ clientId, clientSecret, issuer }: GoogleOptions): Promise<IssuerPort> => {
  const client = await import('openid-client')
  const server = new URL(issuer)
  const execute = [
    client.enableNonRepudiationChecks,
    ...(server.protocol === 'http:' ? [client.allowInsecureRequests] : []),
  ]
  let known: Promise<Configuration> | null = null
  /** What the issuer says of itself, read once; one that was away is asked again. */
  const discover = (): Promise<Configuration> =>
    (known ??= client
      .discovery(server, clientId, METADATA, client.ClientSecretPost(clientSecret), {
        execute,
        timeout: ISSUER_SECONDS_MAX,
      })
      .catch((error: unknown) => {
        known = null
        throw error
      }))
  return {
    begin: (redirectUri) =>
      askIssuer('google', client, async () => {
        const nonce = client.randomNonce()
        const remember = { state: client.randomState(), verifier: client.randomPKCECodeVerifier(), nonce }
        const url = client.buildAuthorizationUrl(await discover(), {
          redirect_uri: redirectUri,
          scope: SCOPE,
          state: remember.state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(remember.verifier),
          code_challenge_method: 'S256',
          // Whoever used this browser last is not signed in without a word.
          prompt: 'select_account',
        })
        return { url: url.href, remember }
      }),
    finish: (returnedTo, { state, nonce, verifier }) =>
      askIssuer('google', client, async () => {
        if (saidNo(returnedTo, state)) return null
        assert(nonce !== null, 'a sign-in with Google has a nonce')
        const tokens = await client.authorizationCodeGrant(await discover(), returnedTo, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        })
        const token = tokens.claims() as IDToken
        // The library asks for a text, which may be empty.
        if (token.sub === '') throw refuse('token_invalid', {})
        return toClaims(token)
      }),
  }
}

const toClaims = (token: IDToken): IssuerClaims => ({
  subject: token.sub,
  email: textOf(token['email']),
  emailProof: proofOf(token),
  name: textOf(token['name']) ?? '',
})

const textOf = (claim: unknown): string | null => (typeof claim === 'string' && claim !== '' ? claim : null)

/**
 * Google runs the mailboxes of gmail.com and of the domain that `hd` names; of all others it only once saw that mail
 * arrived (https://developers.google.com/identity/gsi/web/guides/verify-google-id-token).
 */
const proofOf = (token: IDToken): IssuerClaims['emailProof'] => {
  if (token['email_verified'] !== true) return 'none'
  const domain = textOf(token['email'])?.split('@').at(-1)?.toLowerCase()
  return domain === 'gmail.com' || (domain !== undefined && domain === token['hd']) ? 'hosted' : 'checked'
}
