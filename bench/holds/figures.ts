import { loadavg } from 'node:os'

/** What one side did in one measurement. */
export interface Figure {
  perSecond: number
  p50Ms: number
  p99Ms: number
  /** How often each status, or each code of a refusal, was answered. */
  answers: Record<string, number>
}

/** The middle one of several runs, each number for itself; answers are added up. */
export const medianOf = (figures: readonly Figure[]): Figure => {
  const answers: Record<string, number> = {}
  for (const figure of figures)
    for (const [name, count] of Object.entries(figure.answers)) answers[name] = (answers[name] ?? 0) + count
  return {
    perSecond: median(figures.map((figure) => figure.perSecond)),
    p50Ms: median(figures.map((figure) => figure.p50Ms)),
    p99Ms: median(figures.map((figure) => figure.p99Ms)),
    answers,
  }
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

/** The value that a share of all values stay below. */
export const quantile = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN

export const summarise = (latencies: readonly number[], seconds: number, answers: Figure['answers']): Figure => {
  const sorted = Float64Array.from(latencies).sort()
  return { perSecond: sorted.length / seconds, p50Ms: quantile(sorted, 0.5), p99Ms: quantile(sorted, 0.99), answers }
}

export const format = ({ perSecond, p50Ms, p99Ms, answers }: Figure): string =>
  [
    `${perSecond.toFixed(0).padStart(7)}/s`,
    `p50 ${p50Ms.toFixed(1)} ms`,
    `p99 ${p99Ms.toFixed(1)} ms`,
    Object.entries(answers)
      .map(([name, count]) => `${count} × ${name}`)
      .join(', '),
    `load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  ].join('  ')

export interface Verdict {
  what: string
  measured: string
  budget: string
  met: boolean
}

export const ratio = (what: string, one: number, other: number, atLeast: number): Verdict => ({
  what,
  measured: `${(one / other).toFixed(2)} ×`,
  budget: `≥ ${atLeast} ×`,
  met: one / other >= atLeast,
})

export const below = (what: string, ms: number, limitMs: number): Verdict => ({
  what,
  measured: `${ms.toFixed(1)} ms`,
  budget: `< ${limitMs} ms`,
  met: ms < limitMs,
})

/** Runs all sides in turn, so many times, and answers each one's median. */
export const interleave = async <Side extends { name: string }>(
  sides: readonly Side[],
  runs: number,
  measure: (side: Side) => Promise<Figure>,
): Promise<Map<string, Figure>> => {
  const figures = new Map<string, Figure[]>(sides.map(({ name }) => [name, []]))
  for (let run = 1; run <= runs; run++) {
    for (const side of sides) {
      const figure = await measure(side)
      figures.get(side.name)?.push(figure)
      console.log(`run ${run}  ${side.name.padEnd(44)} ${format(figure)}`)
    }
  }
  return new Map([...figures].map(([name, all]) => [name, medianOf(all)]))
}

export const figureOf = (figures: Map<string, Figure>, name: string): Figure => {
  const figure = figures.get(name)
  if (figure === undefined) throw new Error(`nothing was measured by the name ${name}`)
  return figure
}
