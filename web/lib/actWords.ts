import type { ActView } from '@mayago/core/admin/admin.view.ts'
import { m } from '@mayago/kernel/i18n/messages.js'

/** The end of an id, enough to tell two apart in a list. */
export const shortId = (id: string): string => `…${id.slice(-6)}`

/** Who did it, as a reader of the log understands it. */
export const doerWords = ({ actor }: ActView): string => {
  switch (actor.kind) {
    case 'user':
      return actor.actedBy === null
        ? shortId(actor.userId)
        : m.admin_by_acted({ admin: shortId(actor.actedBy), who: shortId(actor.userId) })
    case 'apiKey':
      return m.admin_by_key({ who: shortId(actor.userId) })
    case 'system':
      return m.admin_by_system({ job: actor.job })
    case 'link':
      return m.admin_by_link()
    case 'anonymous':
      return m.admin_by_guest()
  }
}
