import type { ClientError } from 'openid-client'
import { refuse } from '@mayago/kernel/errors.ts'
import type { IssuerName } from '../ports/issuers.ts'

type Client = typeof import('openid-client')

/** Seconds after which an issuer counts as away. */
export const ISSUER_SECONDS_MAX = 8

/** Asks an issuer something by openid-client; what that throws becomes the port's refusals. */
export const askIssuer = async <Answer>(
  issuer: IssuerName,
  client: Client,
  ask: () => Promise<Answer>,
): Promise<Answer> => {
  try {
    return await ask()
  } catch (error) {
    switch (kindOf(client, error)) {
      case 'away':
        throw refuse('issuer_unavailable', { issuer })
      case 'worthless':
        throw refuse('token_invalid', {})
      default:
        throw error
    }
  }
}

/** The person pressed "no" (RFC 6749 §4.1.2.1); an answer to another attempt's question is not theirs. */
export const saidNo = (returnedTo: URL, state: string): boolean =>
  returnedTo.searchParams.get('error') === 'access_denied' && returnedTo.searchParams.get('state') === state

/** RFC 6749 §5.2: the code was used before, has run out, or is another client's. */
const NOT_OURS = 'invalid_grant'
const AWAY = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'])
const ISSUERS_FAULTS = new Set(['server_error', 'temporarily_unavailable'])

const kindOf = (client: Client, error: unknown): 'away' | 'worthless' | 'bug' => {
  if (error instanceof client.AuthorizationResponseError) return ISSUERS_FAULTS.has(error.error) ? 'away' : 'worthless'
  if (error instanceof client.ResponseBodyError) return error.error === NOT_OURS ? 'worthless' : 'away'
  if (error instanceof client.ClientError) return isAway(error) ? 'away' : 'worthless'
  // fetch says that nobody answered by a TypeError with a cause; one without is a mistake of ours.
  return error instanceof TypeError && error.cause !== undefined ? 'away' : 'bug'
}

const isAway = ({ code, cause }: ClientError): boolean =>
  AWAY.has(code ?? '') || (cause instanceof Response && cause.status >= 500)
