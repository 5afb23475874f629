import type { Stripe } from 'stripe'

/** The exact API version this code was written against; Stripe keeps answering in its shape. */
export const STRIPE_API_VERSION = '2026-10-28.endive'

const SOCKET_IDLE_MS_MAX = 15_000

/** The official SDK, pointed at Stripe, or at `apiBase` (e.g. `http://127.0.0.1:5173/_stripe`) when one is given. */
export const connectStripe = async (secretKey: string, apiBase?: URL): Promise<Stripe> => {
  const { Stripe } = await import('stripe')
  const base = {
    apiVersion: STRIPE_API_VERSION,
    // Retries are resilience.ts's alone: two layers of them would multiply.
    maxNetworkRetries: 0,
    timeout: SOCKET_IDLE_MS_MAX,
    telemetry: false,
  } as const
  if (apiBase === undefined) return new Stripe(secretKey, base)

  const protocol = apiBase.protocol === 'https:' ? 'https' : 'http'
  return new Stripe(secretKey, {
    ...base,
    host: apiBase.hostname,
    port: apiBase.port || (protocol === 'https' ? 443 : 80),
    protocol,
    httpClient: withPathPrefix(Stripe.createNodeHttpClient(), apiBase.pathname.replace(/\/$/, '')),
  })
}

type HttpClient = ReturnType<typeof Stripe.createNodeHttpClient>

/** The SDK can be told a host and port but no base path, so the prefix is put on where requests leave. */
const withPathPrefix = (client: HttpClient, prefix: string): HttpClient => ({
  getClientName: () => client.getClientName(),
  makeRequest: (host, port, path, ...rest) => client.makeRequest(host, port, `${prefix}${path}`, ...rest),
})
