import type Stripe from 'stripe'

type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'

export interface ErrorBody {
  type: ErrorType
  message: string
  code?: string
  decline_code?: string
  param?: string
  charge?: string
  doc_url?: string
  /** Or as much of it as a browser may see. */
  payment_intent?: Partial<Stripe.PaymentIntent>
  payment_method?: Stripe.PaymentMethod
  setup_intent?: Partial<Stripe.SetupIntent>
}

/** An error as Stripe answers it (https://docs.stripe.com/api/errors). Thrown it undoes the call; returned it keeps what the call did. */
export class StripeError extends Error {
  readonly status: number
  readonly body: ErrorBody
  constructor(status: number, body: ErrorBody) {
    super(body.message)
    this.status = status
    this.body =
      body.code === undefined
        ? body
        : { ...body, doc_url: `https://stripe.com/docs/error-codes/${body.code.replaceAll('_', '-')}` }
  }

  /** Stripe remembers an answer under its idempotency key once the call began, so not when its parameters were at fault. */
  get isAboutParameters(): boolean {
    return this.status === 400 && (this.body.code?.startsWith('parameter_') ?? this.body.param !== undefined)
  }
}

export const invalidRequest = (message: string, more: Partial<ErrorBody> = {}): StripeError =>
  new StripeError(400, { type: 'invalid_request_error', message, ...more })

export const missingParameter = (param: string): StripeError =>
  invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param })

export const noSuch = (kind: string, id: string, param = 'id'): StripeError =>
  new StripeError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${kind.replace('.', ' ')}: '${id}'`,
    param,
  })

export const unexpectedState = (intent: Stripe.PaymentIntent, message: string): StripeError =>
  invalidRequest(message, { code: 'payment_intent_unexpected_state', payment_intent: intent })
