import type { Attachment } from 'svelte/attachments'

/** Makes an address-opened panel behave as a sheet while it is open: takes the focus, gives it back, closes on Escape. */
export const sheet =
  (isOpen: boolean): Attachment<HTMLElement> =>
  (panel) => {
    if (!isOpen || !matchMedia('(max-width: 760px)').matches) return
    const before = document.activeElement
    const closer = panel.querySelector<HTMLElement>('[data-sheet-close]')
    closer?.focus({ preventScroll: true })
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') closer?.click()
    }
    document.addEventListener('keydown', pressed)
    return () => {
      document.removeEventListener('keydown', pressed)
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }
