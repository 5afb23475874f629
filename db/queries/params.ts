/** Collects the values of one statement while its text is put together: `params.add(value)` answers "$n". */
export interface Params {
  add(value: unknown): string
  readonly values: readonly unknown[]
}

export const createParams = (): Params => {
  const values: unknown[] = []
  return {
    values,
    add: (value) => {
      values.push(value)
      return `$${values.length}`
    },
  }
}
