import { untrack } from 'svelte'
import type { Attachment } from 'svelte/attachments'
import { on } from 'svelte/events'

/**
 * Sends a select's form as soon as something else than what is shown is chosen. What was chosen before the script began was
 * heard by nobody: it is sent then.
 */
export const sendsChoice =
  (shown: () => string): Attachment<HTMLSelectElement> =>
  (select) => {
    const send = (): void => select.form?.requestSubmit()
    if (select.value !== untrack(shown)) send()
    return on(select, 'change', send)
  }
