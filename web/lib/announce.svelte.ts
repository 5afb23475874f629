/** One polite voice per page: seat changes are said at most every few seconds, the last one of each subject wins. */
const EVERY_MS = 4000

class Announcer {
  said = $state('')
  #waiting = new Map<string, string>()
  #timer: ReturnType<typeof setTimeout> | null = null

  say(subject: string, text: string): void {
    this.#waiting.set(subject, text)
    if (this.#timer === null) this.#timer = setTimeout(() => this.#speak(), this.said === '' ? 0 : EVERY_MS)
  }

  #speak(): void {
    this.said = [...this.#waiting.values()].slice(-3).join('. ')
    this.#waiting.clear()
    this.#timer = null
  }
}

export const announcer = new Announcer()
