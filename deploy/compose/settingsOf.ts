import { defaultSettings, type Settings } from '@mayago/core/settings.ts'
import type { Config } from '../config/readConfig.ts'

/** What the environment says about the domain's rules. */
export const settingsOf = (config: Config): Settings => ({
  ...defaultSettings,
  publicOrigin: config.PUBLIC_ORIGIN,
  apiOrigins: config.API_ORIGINS ?? [],
  seatCaps: { guest: config.HOLD_CAP_GUEST, user: config.HOLD_CAP_USER, address: config.HOLD_CAP_ADDRESS },
  actingMinutes: config.ACTING_MINUTES,
  smsAgainSeconds: config.SMS_AGAIN_SECONDS,
  deskQueueMax: config.SEAT_QUEUE_MAX,
})
