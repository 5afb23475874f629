import type { Pool } from 'pg'
import { openLocalMail } from '@mayago/core/adapters/local/localMail.ts'
import { openSendGrid } from '@mayago/core/adapters/sendgrid/openSendGrid.ts'
import type { MailPort } from '@mayago/core/ports/mail.ts'
import type { Config } from '../config/readConfig.ts'
import { systemClock } from './systemClock.ts'

/** SendGrid where its key is set, else the dev inbox. */
export const openMail = async (config: Config, pool: Pool): Promise<MailPort> => {
  if (config.SENDGRID_API_KEY === undefined) return openLocalMail(pool, systemClock)
  const [, name, email] = /^(.+) <(.+)>$/.exec(config.MAIL_FROM) ?? []
  return openSendGrid({
    apiKey: config.SENDGRID_API_KEY,
    apiBase: config.SENDGRID_API_BASE,
    from: { name: name ?? '', email: email ?? '' },
  })
}
