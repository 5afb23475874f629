/**
 * A stand-in for Stripe.js (https://docs.stripe.com/js) that speaks to the sandbox: the same names and answers, for the
 * part of it that checkout uses. Card fields live in a frame, so that no number ever touches the page around them.
 */
;(() => {
  const FILE = '/v3/stripe.js'
  const script = document.currentScript ?? document.querySelector(`script[src*="${FILE}"]`)
  const home = new URL(script ? script.src.slice(0, script.src.indexOf(FILE)) : '/_stripe', location.href)

  const SPANISH = {
    generic_decline: 'Tu tarjeta fue rechazada.',
    card_declined: 'Tu tarjeta fue rechazada.',
    insufficient_funds: 'Tu tarjeta no tiene fondos suficientes.',
    expired_card: 'Tu tarjeta está caducada.',
    incorrect_cvc: 'El código de seguridad de tu tarjeta no es correcto.',
    incorrect_number: 'El número de tu tarjeta no es correcto.',
    processing_error: 'Hubo un error al procesar tu tarjeta. Inténtalo de nuevo en un momento.',
    payment_intent_authentication_failure:
      'No se pudo autenticar tu forma de pago. Elige otra forma de pago e inténtalo de nuevo.',
  }

  const localize = (error, locale) => {
    const text = locale?.startsWith('es') ? (SPANISH[error.decline_code] ?? SPANISH[error.code]) : undefined
    return text === undefined ? error : { ...error, message: text }
  }

  const connectionError = () => ({
    type: 'api_connection_error',
    message: 'The payment service cannot be reached. Check your connection and try again.',
  })

  /** One call with the publishable key: `{ result }` or `{ error }`, never a throw. */
  const callApi = async (key, method, path, params = {}) => {
    const url = new URL(`${home.pathname}/v1/${path}`, home)
    const form = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== undefined))
    if (method === 'GET') url.search = String(form)
    try {
      const response = await fetch(url, {
        method,
        headers: { Authorization: `Bearer ${key}` },
        ...(method === 'GET' ? {} : { body: form }),
      })
      const body = await response.json()
      return body.error ? { error: body.error } : { result: body }
    } catch {
      return { error: connectionError() }
    }
  }

  const intentIdOf = (clientSecret) => {
    const id = String(clientSecret).split('_secret_')[0]
    if (!id.startsWith('pi_') || id === clientSecret)
      throw new Error('Invalid value for clientSecret: it should be a string of the form ${id}_secret_${secret}.')
    return id
  }

  const loadStyle = () => {
    const href = `${home.pathname}/v3/stripe.css`
    if (document.querySelector(`link[href="${href}"]`)) return
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = href
    document.head.append(link)
  }

  /** The card's fields, framed. */
  class CardElement {
    #key
    #options
    #listeners = new Map()
    #frame = null
    #port = null
    #waiting = new Map()
    #asked = 0
    #observer = null
    elementType

    constructor(type, key, options) {
      this.elementType = type
      this.#key = key
      this.#options = options
    }

    mount(target) {
      const place = typeof target === 'string' ? document.querySelector(target) : target
      if (!place) throw new Error(`The selector you specified (${target}) applies to no DOM elements on the page.`)
      if (this.#frame) return
      const frame = document.createElement('iframe')
      const locale = this.#options.locale ?? document.documentElement.lang
      frame.className = 'sandbox-card'
      frame.title = locale?.startsWith('es') ? 'Datos de la tarjeta' : 'Card details'
      frame.src = `${home.pathname}/card?locale=${encodeURIComponent(locale ?? 'en')}`
      frame.addEventListener('load', () => this.#connect(), { once: true })
      this.#frame = frame
      place.replaceChildren(frame)
      this.#observer = new MutationObserver(() => this.#send({ kind: 'look', look: this.#look() }))
      this.#observer.observe(document.documentElement, {
        attributes: true,
        attributeFilter: ['data-theme', 'class', 'style'],
      })
    }

    #connect() {
      const { port1, port2 } = new MessageChannel()
      this.#port = port1
      port1.onmessage = ({ data }) => this.#hear(data)
      this.#frame.contentWindow.postMessage({ kind: 'sandbox-card', key: this.#key, look: this.#look() }, home.origin, [
        port2,
      ])
    }

    #look() {
      const { theme, variables = {} } = this.#options.appearance ?? {}
      const around = getComputedStyle(this.#frame.parentElement ?? document.documentElement).colorScheme
      const scheme = theme === 'night' ? 'dark' : theme === 'stripe' || theme === 'flat' ? 'light' : around
      return { scheme: scheme === 'normal' ? 'light' : scheme, variables }
    }

    #send(message) {
      this.#port?.postMessage(message)
    }

    #hear(message) {
      if (message.kind === 'height' && this.#frame) this.#frame.style.height = `${message.height}px`
      if (message.kind === 'event') this.#emit(message.type, message.detail)
      if (message.kind === 'answer') {
        this.#waiting.get(message.id)?.(message.answer)
        this.#waiting.delete(message.id)
      }
    }

    #emit(type, detail) {
      for (const listen of this.#listeners.get(type) ?? []) listen({ elementType: this.elementType, ...detail })
    }

    /** Asks the frame and waits: `{ paymentMethod }`, `{}` or `{ error }`. */
    ask(kind, detail = {}) {
      if (!this.#port)
        return Promise.resolve({
          error: { type: 'validation_error', code: 'incomplete', message: 'The card fields are not ready yet.' },
        })
      const id = (this.#asked += 1)
      return new Promise((resolve) => {
        this.#waiting.set(id, resolve)
        this.#send({ kind, id, ...detail })
      })
    }

    on(type, listen) {
      this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listen])
      return this
    }

    off(type, listen) {
      this.#listeners.set(
        type,
        (this.#listeners.get(type) ?? []).filter((one) => listen && one !== listen),
      )
      return this
    }

    update(options) {
      this.#options = { ...this.#options, ...options }
      if (this.#frame) this.#send({ kind: 'look', look: this.#look() })
    }

    focus() {
      this.#send({ kind: 'focus' })
    }

    clear() {
      this.#send({ kind: 'clear' })
    }

    unmount() {
      this.#observer?.disconnect()
      this.#port?.close()
      this.#frame?.remove()
      this.#frame = this.#port = this.#observer = null
    }

    destroy() {
      this.unmount()
      this.#listeners.clear()
    }
  }

  const createElements = (key, options) => {
    let element = null
    let settings = options
    return {
      clientSecret: () => settings.clientSecret,
      locale: () => settings.locale,
      create(type, more = {}) {
        if (type !== 'payment' && type !== 'card') throw new Error(`The sandbox has no ${type} element.`)
        loadStyle()
        element = new CardElement(type, key, { ...settings, ...more })
        return element
      },
      getElement: (type) => (element && (type === undefined || element.elementType === type) ? element : null),
      update(changes) {
        settings = { ...settings, ...changes }
        element?.update(changes)
      },
      fetchUpdates: async () => ({}),
      submit: async () => {
        if (!element) throw new Error('elements.submit() needs an element that is mounted.')
        const { error } = await element.ask('validate')
        return error ? { error } : { selectedPaymentMethod: 'card' }
      },
    }
  }

  /** Shows the bank's question in a dialog; resolves once it was answered. */
  const meetChallenge = (url, locale) =>
    new Promise((resolve) => {
      loadStyle()
      const dialog = document.createElement('dialog')
      dialog.className = 'sandbox-challenge'
      const frame = document.createElement('iframe')
      const title = locale?.startsWith('es') ? 'Confirma tu pago' : 'Confirm your payment'
      dialog.setAttribute('aria-label', title)
      frame.title = title
      const framed = new URL(url)
      framed.searchParams.set('frame', '1')
      frame.src = framed.href
      const over = () => {
        removeEventListener('message', hear)
        dialog.close()
        dialog.remove()
        resolve()
      }
      const hear = ({ source, origin, data }) => {
        if (source === frame.contentWindow && origin === home.origin && data === 'sandbox-challenge-over') over()
      }
      addEventListener('message', hear)
      // Escape is a "no": the question is answered, not left open.
      dialog.addEventListener('cancel', (event) => {
        event.preventDefault()
        fetch(framed, { method: 'POST', body: new URLSearchParams({ answer: 'fail' }) }).finally(over)
      })
      dialog.append(frame)
      document.body.append(dialog)
      dialog.showModal()
      frame.focus()
    })

  /** A promise for a page that is about to be left. */
  const leaveFor = (url) => {
    location.assign(url)
    return new Promise(() => {})
  }

  const Stripe = (key, stripeOptions = {}) => {
    if (typeof key !== 'string' || !key.startsWith('pk_'))
      throw new Error('Invalid value for Stripe(): apiKey should be a publishable key, which starts with pk_.')

    const retrieve = async (clientSecret) => {
      const { result, error } = await callApi(key, 'GET', `payment_intents/${intentIdOf(clientSecret)}`, {
        client_secret: clientSecret,
      })
      return error ? { error } : { paymentIntent: result }
    }

    /** Goes on after a confirmation: through the challenge, if there is one, to how it ended. */
    const goThrough = async (paymentIntent, locale) => {
      const action = paymentIntent.next_action
      if (paymentIntent.status !== 'requires_action' || !action) return { paymentIntent }
      if (action.type === 'redirect_to_url') return leaveFor(action.redirect_to_url.url)
      const challenge = action.use_stripe_sdk.stripe_js
      if (typeof HTMLDialogElement === 'undefined') return leaveFor(challenge)
      await meetChallenge(challenge, locale)
      const after = await retrieve(paymentIntent.client_secret)
      if (after.error) return after
      const failure = after.paymentIntent.last_payment_error
      if (after.paymentIntent.status === 'requires_payment_method' && failure)
        return { error: { ...localize(failure, locale), payment_intent: after.paymentIntent } }
      return after
    }

    const confirmWith = async (clientSecret, paymentMethod, returnUrl, locale) => {
      const { result, error } = await callApi(key, 'POST', `payment_intents/${intentIdOf(clientSecret)}/confirm`, {
        client_secret: clientSecret,
        payment_method: paymentMethod,
        return_url: returnUrl,
        use_stripe_sdk: 'true',
      })
      return error ? { error: localize(error, locale) } : goThrough(result, locale)
    }

    const collect = async (element, billing, locale) => {
      const collected = await element.ask('collect', { billing })
      return collected.error ? { error: localize(collected.error, locale) } : collected
    }

    return {
      elements: (options = {}) => createElements(key, { ...stripeOptions, ...options }),

      retrievePaymentIntent: retrieve,

      createPaymentMethod: async ({ elements, card, params, billing_details: billing } = {}) => {
        const element = card ?? elements?.getElement()
        if (!element) throw new Error('createPaymentMethod() needs elements, or a card element.')
        return collect(element, billing ?? params?.billing_details, elements?.locale())
      },

      confirmPayment: async ({ elements, clientSecret, confirmParams = {}, redirect = 'always' }) => {
        const secret = clientSecret ?? elements?.clientSecret()
        if (!secret) throw new Error('confirmPayment() needs a clientSecret, here or in elements().')
        if (redirect !== 'if_required' && !confirmParams.return_url)
          throw new Error('confirmPayment() needs confirmParams.return_url, unless redirect is "if_required".')
        const locale = elements?.locale() ?? stripeOptions.locale
        let paymentMethod = confirmParams.payment_method
        if (!paymentMethod) {
          const element = elements?.getElement()
          if (!element) throw new Error('confirmPayment() needs elements with a mounted element.')
          const collected = await collect(element, confirmParams.payment_method_data?.billing_details, locale)
          if (collected.error) return collected
          paymentMethod = collected.paymentMethod.id
        }
        // Without a page to come back to, the way back is the page we are on.
        const returnUrl = confirmParams.return_url ?? location.href
        const ended = await confirmWith(secret, paymentMethod, returnUrl, locale)
        if (ended.error || redirect === 'if_required') return ended
        const url = new URL(returnUrl)
        url.searchParams.set('payment_intent', ended.paymentIntent.id)
        url.searchParams.set('payment_intent_client_secret', secret)
        url.searchParams.set('redirect_status', 'succeeded')
        return leaveFor(url.href)
      },

      confirmCardPayment: async (clientSecret, { payment_method: method, return_url: returnUrl } = {}) => {
        let paymentMethod = method
        if (typeof method === 'object') {
          const collected = await collect(method.card, method.billing_details, stripeOptions.locale)
          if (collected.error) return collected
          paymentMethod = collected.paymentMethod.id
        }
        return confirmWith(clientSecret, paymentMethod, returnUrl ?? location.href, stripeOptions.locale)
      },

      handleNextAction: async ({ clientSecret }) => {
        const { paymentIntent, error } = await retrieve(clientSecret)
        return error ? { error } : goThrough(paymentIntent, stripeOptions.locale)
      },
    }
  }
  Stripe.version = 'sandbox'
  window.Stripe = Stripe
})()
