/**
 * How many letters were dropped, added, changed or swapped with a neighbour (optimal string alignment distance).
 * https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance#Optimal_string_alignment_distance
 */
export const editDistance = (a: string, b: string): number => {
  let [twoBack, back] = [[] as number[], Array.from({ length: b.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= a.length; row++) {
    const here = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let best = Math.min(at(back, column) + 1, at(here, column - 1) + 1, at(back, column - 1) + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) best = Math.min(best, at(twoBack, column - 2) + 1)
      here.push(best)
    }
    ;[twoBack, back] = [back, here]
  }
  return at(back, b.length)
}

const at = (row: readonly number[], index: number): number => row[index] as number

/** Whether `typed` may be a slip of the hand for `word`, or for its beginning: one slip, two from six letters on. */
export const isMistypedFor = (typed: string, word: string): boolean => {
  const slips = typed.length < 4 ? 0 : typed.length < 6 ? 1 : 2
  return (
    editDistance(typed, word) <= slips ||
    (typed.length >= 5 && editDistance(typed, word.slice(0, typed.length)) <= slips - 1)
  )
}
