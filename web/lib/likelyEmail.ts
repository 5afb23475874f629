const COMMON = [
  'gmail.com',
  'hotmail.com',
  'outlook.com',
  'yahoo.com',
  'icloud.com',
  'live.com',
  'proton.me',
  'gmx.com',
  'hotmail.es',
  'yahoo.com.mx',
  'live.com.mx',
  'yahoo.es',
  'prodigy.net.mx',
  'example.org',
  'example.com',
]

/** What an address with a slip in its domain was probably meant to be ("ana@gmial.com"), or null when it looks right. */
export const likelyEmail = (email: string): string | null => {
  const at = email.lastIndexOf('@')
  const domain = email
    .slice(at + 1)
    .trim()
    .toLowerCase()
  if (at < 1 || domain.length < 5 || COMMON.includes(domain)) return null
  const near = COMMON.find((common) => slips(domain, common) <= (common.length > 9 ? 2 : 1))
  return near ? `${email.slice(0, at)}@${near}` : null
}

/** How many single slips lie between two words: a letter wrong, missing, added, or two swapped (Damerau-Levenshtein). */
const slips = (a: string, b: string): number => {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = at(above, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? at(before, j - 2) + 1 : Infinity
      row.push(Math.min(at(above, j) + 1, at(row, j - 1) + 1, changed, swapped))
    }
    before = above
    above = row
  }
  return at(above, b.length)
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity
