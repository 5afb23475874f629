/** Collects the values of one statement while its text is put together: `params.add(value)` answers "$n". */
export interface Params {
  add(value: unknown): string
  readonly values: readonly unknown[]
}

/** `first` are $1, $2 and so on already. */
export const createParams = (first: readonly unknown[] = []): Params => {
  const values = [...first]
  return {
    values,
    add: (value) => {
      values.push(value)
      return `$${values.length}`
    },
  }
}
