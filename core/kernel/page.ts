/** One page of a list; `nextCursor` is opaque and null on the last page. */
export interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

export const PAGE_SIZE = 20
export const PAGE_SIZE_MAX = 100

/** Turns `limit + 1` rows into a page; `cursorOf` names the last row kept. */
export const toPage = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  cursorOf: (row: Row) => readonly (string | number)[],
): Page<Item> => {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return {
    items: kept.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null,
  }
}

const encodeCursor = (parts: readonly (string | number)[]): string =>
  btoa(JSON.stringify(parts)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** The parts of a cursor made by `toPage`, or null when the text is not one. */
export const decodeCursor = (cursor: string): (string | number)[] | null => {
  try {
    const parts: unknown = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')))
    const isPart = (part: unknown) => typeof part === 'string' || typeof part === 'number'
    return Array.isArray(parts) && parts.every(isPart) ? parts : null
  } catch {
    return null
  }
}
