import type { Verdict } from './holds/figures.ts'

/** Prints what was measured beside its budget. */
export const reportVerdicts = (verdicts: readonly Verdict[]): void => {
  console.log('\n| medians | measured | budget | |\n|---|---|---|---|')
  for (const { what, measured, budget, met } of verdicts)
    console.log(`| ${what} | ${measured} | ${budget} | ${met ? 'met' : 'short'} |`)
}
