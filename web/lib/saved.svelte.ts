import { getContext, setContext } from 'svelte'

/** Which experiences the visitor has saved: as the server knew when the page came, and as they pressed since. */
export class Saved {
  readonly #ids: () => readonly string[]
  readonly #pressed: Record<string, boolean> = $state({})

  constructor(ids: () => readonly string[]) {
    this.#ids = ids
  }

  has(experienceId: string): boolean {
    return this.#pressed[experienceId] ?? this.#ids().includes(experienceId)
  }

  press(experienceId: string, isSaved: boolean): void {
    this.#pressed[experienceId] = isSaved
  }
}

const KEY = Symbol('saved')
export const provideSaved = (ids: () => readonly string[]): Saved => setContext(KEY, new Saved(ids))
export const useSaved = (): Saved => getContext<Saved>(KEY)
