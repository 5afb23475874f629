// The card's fields, inside their frame. The page around hears whether they are complete, and gets a payment method's id.
const form = document.querySelector('#card')
const fields = {
  number: document.querySelector('#number'),
  expiry: document.querySelector('#expiry'),
  cvc: document.querySelector('#cvc'),
}
const isSpanish = new URLSearchParams(location.search).get('locale')?.startsWith('es') ?? false
document.documentElement.lang = isSpanish ? 'es' : 'en'
const WORDS = isSpanish
  ? {
      number: 'El número de tu tarjeta está incompleto.',
      expiry: 'La fecha de caducidad de tu tarjeta está incompleta.',
      cvc: 'El código de seguridad de tu tarjeta está incompleto.',
      offline: 'No se puede conectar con el servicio de pago. Comprueba tu conexión e inténtalo de nuevo.',
    }
  : {
      number: 'Your card number is incomplete.',
      expiry: "Your card's expiration date is incomplete.",
      cvc: "Your card's security code is incomplete.",
      offline: 'The payment service cannot be reached. Check your connection and try again.',
    }
/** The field to blame, by the parameter that the API blames. */
const BLAME = { number: 'number', exp_month: 'expiry', exp_year: 'expiry', cvc: 'cvc' }

let port = null
let key = ''

const digitsOf = (input) => input.value.replace(/\D/g, '')
const isAmex = () => /^3[47]/.test(digitsOf(fields.number))
const isComplete = {
  number: () => digitsOf(fields.number).length >= (isAmex() ? 15 : 14),
  expiry: () => digitsOf(fields.expiry).length === 4,
  cvc: () => digitsOf(fields.cvc).length >= (isAmex() ? 4 : 3),
}

/** Writes digits back with their gaps, and keeps the caret behind the digit it was behind. */
const rewrite = (input, format) => {
  const before = input.value.slice(0, input.selectionStart ?? 0).replace(/\D/g, '').length
  input.value = format(digitsOf(input))
  let caret = 0
  for (let seen = 0; caret < input.value.length && seen < before; caret += 1)
    if (/\d/.test(input.value[caret])) seen += 1
  if (document.activeElement === input) input.setSelectionRange(caret, caret)
}
const formatNumber = (digits) =>
  (isAmex()
    ? [digits.slice(0, 4), digits.slice(4, 10), digits.slice(10, 15)]
    : (digits.slice(0, 19).match(/.{1,4}/g) ?? [])
  )
    .filter(Boolean)
    .join(' ')
const formatExpiry = (digits) => {
  const padded = /^[2-9]/.test(digits) ? `0${digits}` : digits
  return padded.length > 2 ? `${padded.slice(0, 2)} / ${padded.slice(2, 4)}` : padded
}

const send = (message) => port?.postMessage(message)
const tell = (type, detail = {}) => send({ kind: 'event', type, detail })

const showError = (name, text) => {
  document.querySelector(`#${name}-error`).textContent = text
  if (text) fields[name].setAttribute('aria-invalid', 'true')
  else fields[name].removeAttribute('aria-invalid')
}

const tellChange = () => {
  const names = Object.keys(fields)
  tell('change', {
    complete: names.every((name) => isComplete[name]()),
    empty: names.every((name) => fields[name].value === ''),
    collapsed: false,
    value: { type: 'card' },
  })
}

/** The first field that is not filled in, shown and told; null when all are. */
const findIncomplete = () => {
  const missing = Object.keys(fields).filter((name) => !isComplete[name]())
  for (const name of Object.keys(fields)) showError(name, missing.includes(name) ? WORDS[name] : '')
  const [first] = missing
  if (first === undefined) return null
  fields[first].focus()
  return { type: 'validation_error', code: `incomplete_${first}`, message: WORDS[first] }
}

const collect = async (billing = {}) => {
  const incomplete = findIncomplete()
  if (incomplete) return { error: incomplete }
  const expiry = digitsOf(fields.expiry)
  const body = new URLSearchParams({
    type: 'card',
    'card[number]': digitsOf(fields.number),
    'card[exp_month]': String(Number(expiry.slice(0, 2))),
    'card[exp_year]': `20${expiry.slice(2)}`,
    'card[cvc]': digitsOf(fields.cvc),
  })
  for (const name of ['name', 'email', 'phone']) if (billing[name]) body.set(`billing_details[${name}]`, billing[name])
  try {
    const response = await fetch(`${form.dataset.base}/v1/payment_methods`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}` },
      body,
    })
    const answer = await response.json()
    if (!answer.error) return { paymentMethod: answer }
    const blamed = BLAME[answer.error.param]
    if (blamed) {
      showError(blamed, answer.error.message)
      fields[blamed].focus()
    }
    return { error: answer.error }
  } catch {
    return { error: { type: 'api_connection_error', message: WORDS.offline } }
  }
}

/** Appearance's variables that mean something here (https://docs.stripe.com/elements/appearance-api). */
const VARIABLES = {
  colorPrimary: '--focus',
  colorBackground: '--surface',
  colorText: '--ink',
  colorTextSecondary: '--ink-2',
  colorTextPlaceholder: '--ink-3',
  colorDanger: '--terra-ink',
  borderRadius: '--r1',
  fontFamily: '--sans',
  fontSizeBase: '--t-body',
}
const applyLook = ({ scheme, variables }) => {
  const { style } = document.documentElement
  style.colorScheme = scheme
  for (const [name, property] of Object.entries(VARIABLES))
    if (typeof variables[name] === 'string') style.setProperty(property, variables[name])
}

const ANSWERS = {
  validate: async () => {
    const error = findIncomplete()
    return error ? { error } : {}
  },
  collect: ({ billing }) => collect(billing),
}
const ORDERS = {
  look: ({ look }) => applyLook(look),
  focus: () => fields.number.focus(),
  clear: () => {
    form.reset()
    for (const name of Object.keys(fields)) showError(name, '')
    tellChange()
  },
}

const hear = async ({ data }) => {
  ORDERS[data.kind]?.(data)
  if (Object.hasOwn(ANSWERS, data.kind)) send({ kind: 'answer', id: data.id, answer: await ANSWERS[data.kind](data) })
}

// The page around is our own; any other gets no answer.
addEventListener('message', ({ source, origin, data, ports }) => {
  if (source !== parent || origin !== location.origin || data?.kind !== 'sandbox-card' || port) return
  ;[port] = ports
  key = data.key
  port.onmessage = hear
  applyLook(data.look)
  new ResizeObserver(() => send({ kind: 'height', height: document.body.scrollHeight })).observe(document.body)
  tell('ready')
})

form.addEventListener('submit', (event) => event.preventDefault())
form.addEventListener('input', ({ target }) => {
  if (target === fields.number) rewrite(fields.number, formatNumber)
  if (target === fields.expiry) rewrite(fields.expiry, formatExpiry)
  if (target === fields.cvc) rewrite(fields.cvc, (digits) => digits.slice(0, 4))
  showError(target.id, '')
  tellChange()
})
form.addEventListener('focusin', () => tell('focus'))
form.addEventListener('focusout', ({ target }) => {
  if (target.value !== '' && !isComplete[target.id]()) showError(target.id, WORDS[target.id])
  tell('blur')
})
