import type { SecondFactorMethod } from '@mayago/kernel/errors.ts'

/** The method a page about a second step shows: the one its address names, else the first that there is. */
export const shownMethod = (methods: readonly SecondFactorMethod[], url: URL): SecondFactorMethod | null => {
  const asked = url.searchParams.get('with')
  return methods.find((method) => method === asked) ?? methods[0] ?? null
}
