import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CLIENT } from './startIssuer.fixture.ts'

export interface FacebookPerson {
  id: string
  name: string
  /** Absent where the person withheld it, or has none. */
  email?: string
}

export interface TestFacebook {
  /** Stands for both its addresses. */
  url: string
  somebody(person: FacebookPerson | null): void
  stop(): Promise<void>
}

interface Code {
  challenge: string
  redirectUri: string
  person: FacebookPerson
}

/** Facebook's flavour of OAuth: its dialog, its token endpoint with PKCE, its Graph API with a proof of the app's secret. */
export const startFacebook = async (): Promise<TestFacebook> => {
  let present: FacebookPerson | null = null
  const codes = new Map<string, Code>()
  const tokens = new Map<string, FacebookPerson>()

  const dialog = (asked: URLSearchParams): URL => {
    const back = new URL(asked.get('redirect_uri') as string)
    back.searchParams.set('state', asked.get('state') as string)
    if (present === null) {
      back.searchParams.set('error', 'access_denied')
      back.searchParams.set('error_reason', 'user_denied')
      return back
    }
    const code = randomBytes(24).toString('base64url')
    const challenge = asked.get('code_challenge') as string
    codes.set(code, { challenge, redirectUri: asked.get('redirect_uri') as string, person: present })
    back.searchParams.set('code', code)
    back.hash = '_=_'
    return back
  }
  const exchange = (sent: URLSearchParams): object => {
    const code = codes.get(sent.get('code') ?? '')
    codes.delete(sent.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url')
    const isOurs =
      sent.get('client_id') === CLIENT.clientId &&
      sent.get('client_secret') === CLIENT.clientSecret &&
      code?.challenge === challenge &&
      code.redirectUri === sent.get('redirect_uri')
    if (!isOurs || !code) return refusal('This authorization code has been used.')
    const token = randomBytes(24).toString('base64url')
    tokens.set(token, code.person)
    return { access_token: token, token_type: 'bearer', expires_in: 5_183_944 }
  }
  const me = (authorization: string, asked: URLSearchParams): object => {
    const token = authorization.replace(/^bearer /i, '')
    const proof = createHmac('sha256', CLIENT.clientSecret).update(token).digest('hex')
    const person = asked.get('appsecret_proof') === proof ? tokens.get(token) : undefined
    return person ?? refusal('Invalid appsecret_proof provided in the API argument')
  }
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://facebook.test')
      if (pathname.endsWith('/dialog/oauth'))
        return response.writeHead(302, { location: dialog(searchParams).href }).end()
      const said = pathname.endsWith('/access_token')
        ? exchange(new URLSearchParams(body))
        : me(request.headers.authorization ?? '', searchParams)
      response.writeHead('error' in said ? 400 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(said))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    somebody: (person) => (present = person),
    stop: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  }
}

/** Errors as its API tells them: an object where OAuth has a word. */
const refusal = (message: string): object => ({ error: { message, type: 'OAuthException', code: 100 } })

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = ''
  for await (const part of request) body += String(part)
  return body
}
