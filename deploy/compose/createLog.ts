import { pino } from 'pino'
import type { LogPort } from '@mayago/core/ports/log.ts'

/** Lines of JSON on stdout. What could hold a credential or a contact is left out, should it ever get there. */
export const createLog = (level: string): LogPort =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['email', 'phone', 'token', 'authorization', 'cookie', 'password', '*.email', '*.phone', '*.token'],
      censor: '…',
    },
  })
