import { listDevMails, listDevTexts } from '@mayago/core/documents/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, parent }) => {
  await parent()
  return { mails: await listDevMails(ctx), texts: await listDevTexts(ctx) }
}
