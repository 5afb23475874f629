import { pino, type DestinationStream } from 'pino'
import type { LogPort } from '@mayago/core/ports/log.ts'
import { toLoggedError } from './loggedError.ts'
import { withoutSecrets } from './withoutSecrets.ts'

/** Lines of JSON on stdout. What could hold a credential or a contact is left out, should it ever get there. */
export const createLog = (level: string, destination?: DestinationStream): LogPort =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: toLoggedError, error: toLoggedError },
      redact: {
        paths: ['email', 'phone', 'token', 'authorization', 'cookie', 'password', '*.email', '*.phone', '*.token'],
        censor: '…',
      },
      hooks: { streamWrite: withoutSecrets },
    },
    destination,
  )
