import type { FileResult } from './runFile.ts'

/** Tells each result as it comes, and the sum at the end. */
export const createReport = () => {
  const results: FileResult[] = []
  const add = (result: FileResult): void => {
    results.push(result)
    const mark = result.failed > 0 ? '✘' : '✓'
    console.log(
      `${mark} ${result.file}  ${result.passed} passed${result.failed ? `, ${result.failed} failed` : ''}  ${result.seconds.toFixed(1)} s`,
    )
    if (result.failed > 0) console.log(result.output.trim().replace(/^/gm, '    '))
  }
  /** Prints the summary; the last line is `N passed, N failed`. With CI=true what was skipped has failed. */
  const finish = (skippedTools: string[]): number => {
    const skipped = [...new Set([...skippedTools, ...results.flatMap((result) => result.skipped)])]
    const strict = process.env['CI'] === 'true'
    const passed = results.reduce((sum, result) => sum + result.passed, 0)
    const failed = results.reduce((sum, result) => sum + result.failed, 0) + (strict ? skipped.length : 0)
    console.log()
    for (const result of results.filter((each) => each.failed > 0)) console.log(`failed: ${result.file}`)
    for (const what of skipped) console.log(`${strict ? 'failed, because it was skipped' : 'skipped'}: ${what}`)
    for (const what of results.flatMap((result) => result.leftOut ?? [])) console.log(`left out: ${what}`)
    console.log(`${passed} passed, ${failed} failed`)
    return failed === 0 ? 0 : 1
  }
  return { add, finish }
}
