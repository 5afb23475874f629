export type FormValue = string | FormTree | FormValue[]
export interface FormTree {
  [name: string]: FormValue
}

const DEPTH_MAX = 8

/**
 * Reads `metadata[order]=7&items[0][price]=12&expand[]=customer` into nested values, the way Stripe does
 * (https://docs.stripe.com/api). Leaves are text; lists come from numbered or empty brackets.
 */
export const parseForm = (text: string): FormTree => {
  const root = emptyTree()
  for (const [key, value] of new URLSearchParams(text)) {
    const path = [
      key.split('[', 1)[0] as string,
      ...[...key.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] as string),
    ]
    if (path.length <= DEPTH_MAX) place(root, path, value)
  }
  return withLists(root) as FormTree
}

/** Without a prototype, so that a key named `__proto__` is a key. */
const emptyTree = (): FormTree => Object.create(null) as FormTree

const place = (tree: FormTree, path: readonly string[], value: string): void => {
  const [first, ...rest] = path
  const name = first === '' ? String(Object.keys(tree).length) : (first as string)
  if (rest.length === 0) {
    tree[name] = value
    return
  }
  const below = tree[name]
  const branch = typeof below === 'object' && !Array.isArray(below) ? below : (tree[name] = emptyTree())
  place(branch as FormTree, rest, value)
}

const withLists = (value: FormValue): FormValue => {
  if (typeof value === 'string' || Array.isArray(value)) return value
  const names = Object.keys(value)
  if (names.length > 0 && names.every((name) => /^\d+$/.test(name)))
    return names.sort((a, b) => Number(a) - Number(b)).map((name) => withLists(value[name] as FormValue))
  for (const name of names) value[name] = withLists(value[name] as FormValue)
  return value
}
