import { on } from 'svelte/events'
import type { Attachment } from 'svelte/attachments'

/**
 * Makes a panel that its own address opens (`#id`) a modal dialog while it is open: it takes the focus and keeps it,
 * since all beside it is inert; Escape and a press beside its content follow its `[data-sheet-close]` link; whoever
 * opened it gets the focus back. Without script the address alone shows and hides it.
 */
export const sheet =
  (isOpen: boolean): Attachment<HTMLElement> =>
  (panel) => {
    if (!isOpen) return
    const behind = besides(panel).filter((element) => !element.inert)
    const opener = document.querySelector<HTMLElement>(`a[href="#${panel.id}"]:focus`) ?? visibleOpener(panel)
    const closer = panel.querySelector<HTMLElement>('[data-sheet-close]')
    for (const element of behind) element.inert = true
    panel.role = 'dialog'
    panel.ariaModal = 'true'
    const off = [
      atAddress(panel, true, () => closer?.focus({ preventScroll: true })),
      on(document, 'keydown', ({ key }) => {
        if (key === 'Escape') closer?.click()
      }),
      on(panel, 'click', ({ target }) => {
        if (target === panel) closer?.click()
      }),
    ]
    return () => {
      for (const stop of off) stop()
      for (const element of behind) element.inert = false
      panel.role = null
      panel.ariaModal = null
      atAddress(panel, false, () => opener?.focus({ preventScroll: true }))
    }
  }

/**
 * Acts when the browser has gone to the address that opens the panel, or away from it: the page's state hears of it
 * before, and what has the focus then loses it on the way. Answers how to stop waiting.
 */
const atAddress = (panel: Element, isTarget: boolean, act: () => void): (() => void) => {
  if (panel.matches(':target') !== isTarget) return on(window, 'hashchange', act, { once: true })
  act()
  return () => undefined
}

/** All that is neither in the panel nor around it. What speaks goes on speaking. */
const besides = (panel: Element): HTMLElement[] => {
  const parent = panel.parentElement
  if (!parent) return []
  const siblings = [...parent.children].filter(
    (one): one is HTMLElement =>
      one instanceof HTMLElement && one !== panel && !one.matches('[aria-live], script, style'),
  )
  return parent === document.body ? siblings : [...siblings, ...besides(parent)]
}

const visibleOpener = (panel: Element): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`a[href="#${panel.id}"]`)].find((link) => link.checkVisibility())
