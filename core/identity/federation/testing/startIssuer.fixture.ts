import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider, interactionPolicy } from 'oidc-provider'

/** Somebody with an account at the issuer. */
export interface Person {
  subject: string
  email: string
  emailVerified: boolean
  name: string
  /** The domain whose mail the issuer runs for them. */
  hd?: string
}

export interface TestIssuer {
  /** Its address, which is its name. */
  url: string
  /** Who sits before the browser and presses yes; null presses no. */
  somebody(person: Person | null): void
  stop(): Promise<void>
}

export const CLIENT = { clientId: 'mayago-test', clientSecret: 'a secret for tests, 32 bytes long' }

/** A certified OpenID issuer on this machine (npm's oidc-provider), whose people answer by themselves. */
export const startIssuer = async (redirectUri: string): Promise<TestIssuer> => {
  let present: Person | null = null
  const people = new Map<string, Person>()
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const policy = interactionPolicy.base()
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0)
  const provider = new Provider(url, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: ['a key for tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified', 'hd'], profile: ['name'] },
    // Google puts them into the token too.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { policy, url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, subject) => {
      const person = people.get(subject)
      return (
        person && {
          accountId: subject,
          claims: () => ({
            sub: subject,
            email: person.email,
            email_verified: person.emailVerified,
            name: person.name,
            ...(person.hd ? { hd: person.hd } : {}),
          }),
        }
      )
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId as string,
        accountId: oidc.session?.accountId as string,
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  const handle = (...[request, response]: Parameters<typeof answer>): void => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    const result = present
      ? { login: { accountId: present.subject }, select_account: {} }
      : { error: 'access_denied', error_description: 'the person said no' }
    void provider.interactionFinished(request, response, result)
  }
  return {
    url,
    somebody: (person) => {
      present = person
      if (person) people.set(person.subject, person)
    },
    stop: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  }
}

/** A browser with cookies of its own that follows redirects of the issuer until they leave it: the address it is sent to. */
export const pressYes = async (start: string, issuer: string): Promise<string> => {
  const cookies = new Map<string, string>()
  let at = start
  for (let steps = 0; at.startsWith(issuer); steps++) {
    if (steps > 10) throw new Error(`the issuer goes round in circles at ${at}`)
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    const next = response.headers.get('location')
    if (next === null) throw new Error(`the issuer stopped with ${response.status}: ${await response.text()}`)
    at = new URL(next, at).href
  }
  return at
}
