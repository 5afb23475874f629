import type { Pool } from 'pg'
import { openLocalSms } from '@mayago/core/adapters/local/localSms.ts'
import { openTwilio } from '@mayago/core/adapters/twilio/openTwilio.ts'
import type { SmsPort } from '@mayago/core/ports/sms.ts'
import type { Config } from '../config/readConfig.ts'
import { systemClock } from './systemClock.ts'

/** Where Twilio posts what became of a message. */
export const TWILIO_STATUS_PATH = '/api/v1/twilio/status'

/** Twilio where its account is set, else the dev inbox. */
export const openSms = async (config: Config, pool: Pool): Promise<SmsPort> => {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM, TWILIO_API_BASE, PUBLIC_ORIGIN } = config
  if (!TWILIO_ACCOUNT_SID || !TWILIO_AUTH_TOKEN || !TWILIO_FROM) return openLocalSms(pool, systemClock)
  const isReachable = TWILIO_API_BASE !== undefined || new URL(PUBLIC_ORIGIN).hostname !== 'localhost'
  return openTwilio({
    accountSid: TWILIO_ACCOUNT_SID,
    authToken: TWILIO_AUTH_TOKEN,
    from: TWILIO_FROM,
    apiBase: TWILIO_API_BASE,
    statusCallback: isReachable ? `${PUBLIC_ORIGIN}${TWILIO_STATUS_PATH}` : null,
  })
}
