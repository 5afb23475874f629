import type { SubmitFunction } from '@sveltejs/kit'
import { enhance as enhanceByKit } from '$app/forms'

class Unanswered {
  shown = $state(false)
}

/** Whether the last form got no answer, because there is no connection or nobody at its other end. */
export const unanswered = new Unanswered()

/** Kit's enhancement for all our forms: without an answer the page stays with what was typed, and says so. */
export const enhance = (form: HTMLFormElement, submit?: SubmitFunction): { destroy(): void } =>
  enhanceByKit(form, async (input) => {
    unanswered.shown = false
    const answered = await submit?.(input)
    return async (options) => {
      const { result, update } = options
      unanswered.shown = result.type === 'error' && result.status === undefined
      if (unanswered.shown) await answered?.({ ...options, update: async () => undefined })
      else await (answered ?? (() => update()))(options)
    }
  })
