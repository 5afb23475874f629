import type { FormTree, FormValue } from './form.ts'
import { invalidRequest, missingParameter } from './stripeError.ts'

/**
 * Reads a call's parameters. What nobody asked for by the time of `end()` is refused as Stripe refuses it, so that a
 * misspelt or unsupported parameter never passes in silence.
 */
export class Params {
  readonly #tree: FormTree
  readonly #path: string
  readonly #asked = new Set<string>()
  readonly #below: Params[] = []

  constructor(tree: FormTree, path = '') {
    this.#tree = tree
    this.#path = path
  }

  #read(name: string): FormValue | undefined {
    this.#asked.add(name)
    return this.#tree[name]
  }

  #named(name: string): string {
    return this.#path === '' ? name : `${this.#path}[${name}]`
  }

  has(name: string): boolean {
    return this.#tree[name] !== undefined
  }

  text(name: string): string | undefined {
    const value = this.#read(name)
    if (value === undefined || value === '') return undefined
    if (typeof value !== 'string')
      throw invalidRequest(`Invalid string: ${JSON.stringify(value)}`, { param: this.#named(name) })
    return value
  }

  requiredText(name: string): string {
    const value = this.text(name)
    if (value === undefined) throw missingParameter(this.#named(name))
    return value
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    if (!(choices as readonly string[]).includes(value))
      throw invalidRequest(`Invalid ${this.#named(name)}: must be one of ${choices.join(', ')}`, {
        param: this.#named(name),
      })
    return value as Choice
  }

  integer(name: string): number | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const number = Number(value)
    if (!/^-?\d+$/.test(value) || !Number.isSafeInteger(number))
      throw invalidRequest(`Invalid integer: ${value}`, {
        code: 'parameter_invalid_integer',
        param: this.#named(name),
      })
    return number
  }

  requiredInteger(name: string): number {
    const value = this.integer(name)
    if (value === undefined) throw missingParameter(this.#named(name))
    return value
  }

  flag(name: string): boolean | undefined {
    const value = this.oneOf(name, ['true', 'false'])
    return value === undefined ? undefined : value === 'true'
  }

  list(name: string): string[] {
    const value = this.#read(name)
    if (value === undefined || value === '') return []
    if (!Array.isArray(value) || value.some((item) => typeof item !== 'string'))
      throw invalidRequest('Invalid array', { param: this.#named(name) })
    return value as string[]
  }

  below(name: string): Params | undefined {
    const value = this.#read(name)
    if (value === undefined || value === '') return undefined
    if (typeof value !== 'object' || Array.isArray(value))
      throw invalidRequest('Invalid object', { param: this.#named(name) })
    const below = new Params(value, this.#named(name))
    this.#below.push(below)
    return below
  }

  listBelow(name: string): Params[] {
    const value = this.#read(name)
    if (value === undefined) return []
    if (!Array.isArray(value)) throw invalidRequest('Invalid array', { param: this.#named(name) })
    return value.map((item, index) => {
      if (typeof item !== 'object' || Array.isArray(item))
        throw invalidRequest('Invalid object', { param: `${this.#named(name)}[${index}]` })
      const below = new Params(item, `${this.#named(name)}[${index}]`)
      this.#below.push(below)
      return below
    })
  }

  /** Up to 50 keys of 40 characters with values of 500; an empty value takes its key away. */
  metadata(before: Record<string, string> = {}): Record<string, string> {
    const value = this.#read('metadata')
    if (value === undefined) return before
    if (value === '') return {}
    const after = Object.assign(Object.create(null), before) as Record<string, string>
    for (const [key, text] of Object.entries(value)) {
      if (typeof text !== 'string' || key.length > 40 || text.length > 500)
        throw invalidRequest(`Metadata values can have up to 500 characters, keys up to 40.`, {
          param: this.#named('metadata'),
        })
      if (text === '') delete after[key]
      else after[key] = text
    }
    if (Object.keys(after).length > 50)
      throw invalidRequest('Metadata can have up to 50 keys.', { param: this.#named('metadata') })
    return after
  }

  /** Call once every known parameter was read. */
  end(): void {
    const unknown = Object.keys(this.#tree).find((name) => !this.#asked.has(name))
    if (unknown !== undefined)
      throw invalidRequest(`Received unknown parameter: ${this.#named(unknown)}`, {
        code: 'parameter_unknown',
        param: this.#named(unknown),
      })
    for (const below of this.#below) below.end()
  }
}
