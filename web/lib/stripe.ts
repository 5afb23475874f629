import { trustScripts } from './trustScripts.ts'

/** The part of Stripe.js (https://docs.stripe.com/js) that checkout uses; the sandbox speaks the same. */
export interface StripeError {
  type: string
  code?: string
  decline_code?: string
  message?: string
  payment_intent?: { status: string }
}
interface PaymentElement {
  mount(target: HTMLElement): void
  on(event: 'ready' | 'change', listen: (event: { complete?: boolean }) => void): void
  focus(): void
  destroy(): void
}
export interface StripeElements {
  create(type: 'payment', options?: object): PaymentElement
  update(options: { appearance: object }): void
  submit(): Promise<{ error?: StripeError }>
}
export interface Stripe {
  elements(options: object): StripeElements
  confirmPayment(options: {
    elements: StripeElements
    clientSecret: string
    confirmParams: { return_url: string }
    redirect: 'if_required'
  }): Promise<{ error?: StripeError; paymentIntent?: { status: string } }>
}

const SANDBOX = '/_stripe/v3/stripe.js'
const REAL = 'https://js.stripe.com/v3/'

/** Loads Stripe.js once it is needed; with the sandbox's key, the sandbox's. */
export const loadStripe = async ({ key, isSandbox }: { key: string; isSandbox: boolean }): Promise<Stripe> => {
  const shelf = globalThis as { Stripe?: (key: string) => Stripe }
  trustScripts()
  if (!shelf.Stripe) await loadScript(isSandbox ? SANDBOX : REAL)
  if (!shelf.Stripe) throw new Error('Stripe.js did not introduce itself')
  return shelf.Stripe(key)
}

const loadScript = (src: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = src
    script.onload = () => resolve()
    script.onerror = () => {
      script.remove()
      reject(new Error('Stripe.js did not load'))
    }
    document.head.append(script)
  })

/** Our colours for the card form, read from the page because a frame cannot see them. */
export const appearanceOf = (root: HTMLElement): object => {
  const probe = document.createElement('i')
  probe.className = 'sr'
  // With motion reduced every change is a transition of a moment, which would begin with the colour before.
  probe.style.setProperty('transition', 'none', 'important')
  root.append(probe)
  const token = (name: string): string => {
    probe.style.color = `var(${name})`
    return getComputedStyle(probe).color
  }
  const variables = {
    colorPrimary: token('--jade'),
    colorBackground: token('--surface'),
    colorText: token('--ink'),
    colorTextSecondary: token('--ink-2'),
    colorDanger: token('--terra-ink'),
    borderRadius: '10px',
    fontSizeBase: '16px',
  }
  const isDark = getComputedStyle(probe).colorScheme === 'dark' || matchMedia('(prefers-color-scheme: dark)').matches
  const forced = document.documentElement.dataset.theme
  probe.remove()
  const night = forced === 'dark' || (forced !== 'light' && isDark)
  return { theme: night ? 'night' : 'stripe', variables }
}

/** Tells when the page's colours have changed, by its own switch or the device's, until what it answers is called. */
export const watchAppearance = (changed: () => void): (() => void) => {
  const device = matchMedia('(prefers-color-scheme: dark)')
  const page = new MutationObserver(changed)
  device.addEventListener('change', changed)
  page.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    device.removeEventListener('change', changed)
    page.disconnect()
  }
}
