import { m } from '@mayago/kernel/i18n/messages.js'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx, Locale } from '../context.ts'
import { fillTemplate } from './fillTemplate.ts'
import { plainText, type ComposedMail } from './mailWords.ts'
import html from './mails/webhookDisabled.html.ts'

interface Owner {
  name: string
  email: string
  locale: string
  url: string
  disabled_at: string
}

/** Mails an endpoint's owner that it was switched off after five days of failing. One that is on again needs none. */
export const sendWebhookDisabled = async (ctx: Ctx, { webhookId }: { webhookId: string }): Promise<void> => {
  const owner = await queryRow<Owner>(
    ctx.em,
    `select u.name, u.email, u.locale, e.url, e.disabled_at
     from webhook_endpoints e join users u on u.id = e.user_id and u.erased_at is null
     where e.id = $1 and e.disabled_reason = 'failing'`,
    [webhookId],
  )
  if (owner === null) return
  const locale = owner.locale === 'es' ? 'es' : 'en'
  const url = `${ctx.services.settings.publicOrigin}${locale === 'es' ? '/es' : ''}/account/webhooks/${webhookId}`
  await ctx.ports.mail.send({
    to: { email: owner.email, name: owner.name },
    ...compose(owner, locale, url),
    attachments: [],
    idempotencyKey: `webhook-disabled-${webhookId}-${Date.parse(owner.disabled_at)}`,
  })
}

const compose = (owner: Owner, locale: Locale, url: string): ComposedMail => {
  const values = {
    locale,
    url,
    subject: m.mail_hook_subject({ host: new URL(owner.url).host }, { locale }),
    heading: m.mail_hook_h1({}, { locale }),
    greeting: m.mail_greeting({ name: owner.name }, { locale }),
    lead: m.mail_hook_lead({}, { locale }),
    address: owner.url,
    next: m.mail_hook_next({}, { locale }),
    button: m.mail_hook_button({}, { locale }),
    questions: m.mail_hook_questions({}, { locale }),
    foot: m.mail_hook_foot({}, { locale }),
  }
  const text = plainText(
    values.heading,
    values.greeting,
    values.lead,
    values.address,
    values.next,
    `${values.button}: ${url}`,
  )
  return { subject: values.subject, html: fillTemplate(html, values), text }
}
