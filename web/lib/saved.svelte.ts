import { getContext, setContext } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'

/** Which experiences the visitor has saved: as the server knew when the page came, and as they pressed since. */
export class Saved {
  readonly #ids: () => readonly string[]
  readonly #pressed = new SvelteMap<string, boolean>()

  constructor(ids: () => readonly string[]) {
    this.#ids = ids
  }

  has(experienceId: string): boolean {
    return this.#pressed.get(experienceId) ?? this.#ids().includes(experienceId)
  }

  press(experienceId: string, isSaved: boolean): void {
    this.#pressed.set(experienceId, isSaved)
  }
}

const KEY = Symbol('saved')
export const provideSaved = (ids: () => readonly string[]): Saved => setContext(KEY, new Saved(ids))
export const useSaved = (): Saved => getContext<Saved>(KEY)
