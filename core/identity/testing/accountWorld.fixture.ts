import { coreWorld, type CoreWorld } from '../../../test/coreWorld.ts'
import { openLocalMail } from '../../adapters/local/localMail.ts'
import type { Ctx } from '../../context.ts'
import { JOB_HANDLERS } from '../../jobs/handlers.ts'
import { JOB_NAMES } from '../../jobs/jobMap.ts'
import type { PasswordHasher } from '../passwords/passwordHasher.ts'
import type { Settings } from '../../settings.ts'
import { authenticate } from '../sessions/authenticate.ts'
import { registerAccount } from '../accounts/registerAccount.ts'
import { verifyEmail } from '../accounts/verifyEmail.ts'
import type { SignedIn } from '../sessions/openSession.ts'

export interface SentMail {
  to_email: string
  subject: string
  text: string
}

/** Core with mails that can be read, jobs that run when told, and passwords whose hashing is counted. */
export interface AccountWorld extends CoreWorld {
  /** How often a password was hashed or compared. */
  hashes(): number
  /** Runs every job that waits. */
  work(ctx?: Ctx): Promise<void>
  /** The mails to an address, the latest first. */
  mailsTo(email: string): Promise<SentMail[]>
  /** The token in the latest mail to an address. */
  tokenFor(email: string): Promise<string>
  /** Somebody with a verified account, signed in by an API client. */
  join(email: string, over?: { name?: string; password?: string; ctx?: Ctx }): Promise<SignedIn>
  /** The context of a session's user. */
  asUser(signedIn: SignedIn, over?: Partial<Ctx>): Promise<Ctx>
}

export const PASSWORD = 'violet harbour 41 lanterns'

export const accountWorld = async (over: Partial<Settings> = {}): Promise<AccountWorld> => {
  const core = await coreWorld(over)
  const { services, clock } = core.as()
  const ports = { ...core.ports, mail: openLocalMail(core.pool, clock) }
  let hashes = 0
  const passwords: PasswordHasher = {
    ...services.passwords,
    hash: (password) => (hashes++, services.passwords.hash(password)),
    verify: (encoding, password) => (hashes++, services.passwords.verify(encoding, password)),
  }
  const as: CoreWorld['as'] = (actor, more) => core.as(actor, { ports, services: { ...services, passwords }, ...more })
  const guest: CoreWorld['guest'] = (more) => core.guest({ ports, services: { ...services, passwords }, ...more })
  const mailsTo = async (email: string): Promise<SentMail[]> =>
    (
      await core.pool.query<SentMail>(
        'select to_email, subject, text from dev_mails where to_email = $1 order by sent_at desc, id desc',
        [email],
      )
    ).rows
  const work = async (ctx = as()): Promise<void> => {
    for (const name of JOB_NAMES.filter((job) => job.startsWith('account.')))
      for (const job of await core.boss.fetch(name, { batchSize: 100 })) {
        await (JOB_HANDLERS[name] as (ctx: Ctx, data: unknown) => Promise<unknown>)(ctx, job.data)
        await core.boss.complete(name, job.id)
      }
  }
  const tokenFor = async (email: string): Promise<string> =>
    /[?]token=([\w-]+)/.exec((await mailsTo(email))[0]?.text ?? '')?.[1] ?? ''
  return {
    ...core,
    ports,
    as,
    guest,
    hashes: () => hashes,
    work,
    mailsTo,
    tokenFor,
    join: async (email, { name = 'Nadia Haddad', password = PASSWORD, ctx = as(ANYBODY) } = {}) => {
      const { registration } = await registerAccount(ctx, { name, email, password })
      await work({ ...as(), now: ctx.now })
      const { signedIn } = await verifyEmail(ctx, { token: await tokenFor(email), registration, channel: 'api' })
      return signedIn as SignedIn
    },
    asUser: async (signedIn, more) => {
      const ctx = as(ANYBODY, more)
      return { ...ctx, actor: await authenticate(ctx, signedIn.accessToken) }
    },
  }
}

/** Who has no cookie yet. */
export const ANYBODY = { kind: 'anonymous', guestId: null, holdToken: null } as const
