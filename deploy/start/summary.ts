import type { Config } from '../config/readConfig.ts'

/** What somebody who has just started it wants to know. */
export const summary = (config: Config, seconds: number): string => {
  const parts: [string, boolean][] = [
    ['PostgreSQL', config.DATABASE_URL !== undefined],
    ['NATS', config.NATS_URL !== undefined],
    ['Redis', config.REDIS_URL !== undefined],
    ['Stripe', config.STRIPE_SECRET_KEY !== undefined],
    [config.embedded ? 'inbox' : 'SendGrid', config.SENDGRID_API_KEY !== undefined],
  ]
  const names = (real: boolean): string =>
    parts
      .filter((part) => part[1] === real)
      .map(([name]) => STAND_INS[name]?.[Number(real)] ?? name)
      .join(', ') || 'nothing'
  return [
    '',
    `  MayaGo answers at ${config.PUBLIC_ORIGIN}  (ready in ${seconds.toFixed(1)} s)`,
    '',
    `  embedded  ${names(false)}`,
    `  real      ${names(true)}`,
    `  data      ${config.DATA_DIR}`,
    `  stop      Ctrl-C`,
    `  reset     npm run reset   (empties the data folder)`,
    '',
  ].join('\n')
}

/** What stands in for a service, and the service. */
const STAND_INS: Record<string, [embedded: string, real: string]> = {
  PostgreSQL: ['PostgreSQL 18 (its own, on a private port)', 'PostgreSQL'],
  NATS: ['news in process', 'NATS'],
  Redis: ['cache and limits in memory', 'Redis'],
  Stripe: ['Stripe sandbox (/_stripe)', 'Stripe'],
  inbox: ['dev inbox (/dev/inbox)', ''],
  SendGrid: ['mails kept in the database, sent to nobody', 'SendGrid'],
}
