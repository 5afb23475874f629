import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose'
import { CLIENT } from './startIssuer.fixture.ts'

/** What is wrong with the next token. */
export interface Lie {
  /** Claims that replace the true ones. */
  claims?: JWTPayload
  signedBy?: 'its own key' | 'another key' | 'nobody'
  /** Answers the token request with this status instead. */
  status?: number
}

export interface Liar {
  url: string
  /** What it says next, about the question with this nonce. */
  says(nonce: string, lie: Lie): void
  stop(): Promise<void>
}

/** An issuer whose discovery and keys are in order and whose tokens are not: what a certified one would never say. */
export const startLiar = async (): Promise<Liar> => {
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' }
  let next: { nonce: string; lie: Lie } = { nonce: '', lie: {} }
  const idToken = async (): Promise<string> => {
    const { nonce, lie } = next
    // eslint-disable-next-line no-restricted-syntax -- a token is judged by the real clock of the library
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: url,
      aud: CLIENT.clientId,
      sub: 'liar-1',
      iat: now,
      exp: now + 300,
      nonce,
      email: 'nadia@gmail.com',
      email_verified: true,
      name: 'Nadia',
      ...lie.claims,
    }
    if (lie.signedBy === 'nobody') return new UnsecuredJWT(claims).encode()
    const { privateKey } = lie.signedBy === 'another key' ? other : own
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(privateKey)
  }
  const answers: Record<string, () => unknown> = {
    '/.well-known/openid-configuration': () => ({
      issuer: url,
      authorization_endpoint: `${url}/auth`,
      token_endpoint: `${url}/token`,
      jwks_uri: `${url}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'none'],
    }),
    '/jwks': () => ({ keys: [jwk] }),
    '/token': async () => ({ access_token: 'a', token_type: 'bearer', expires_in: 300, id_token: await idToken() }),
  }
  const server = createServer((request, response) => {
    const isToken = request.url === '/token'
    const status = (isToken && next.lie.status) || 200
    void Promise.resolve(answers[request.url ?? '']?.() ?? {}).then((body) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    says: (nonce, lie) => (next = { nonce, lie }),
    stop: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  }
}
