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
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, rows[i - 2]![j - 2]! + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
