import type { SubmitFunction } from '@sveltejs/kit'
import { tick } from 'svelte'
import { applyAction } from '$app/forms'
import { getLocale } from '@mayago/kernel/i18n/runtime.js'

/** A form on its way, once: what was typed stays unless it `empties`, passwords go, and what is said gets the focus. */
export class Sending {
  busy = $state(false)
  readonly #empties: boolean

  constructor({ empties = false } = {}) {
    this.#empties = empties
  }

  readonly submit: SubmitFunction = ({ formElement, cancel }) => {
    if (this.busy) {
      cancel()
      return
    }
    this.busy = true
    return async ({ result, update }) => {
      if (result.type === 'redirect' && isOtherLanguage(result.location)) {
        location.assign(result.location)
        return
      }
      if (result.type === 'redirect') await applyAction(result)
      else await update({ reset: this.#empties })
      this.busy = false
      if (result.type !== 'failure' && result.type !== 'success') return
      for (const input of formElement.querySelectorAll<HTMLInputElement>('[data-secret]')) input.value = ''
      await tick()
      document.querySelector<HTMLElement>('[data-said]')?.focus()
    }
  }
}

/** A page in the other language is loaded anew: its document says which one it is. */
const isOtherLanguage = (path: string): boolean => /^\/es(\/|\?|$)/.test(path) !== (getLocale() === 'es')
