export const PARTS = ['database', 'http', 'rooms', 'bookings'] as const
export type Part = (typeof PARTS)[number]

export interface Options {
  /** Of each measurement. */
  seconds: number
  /** How often all sides take their turn. */
  runs: number
  parts: readonly Part[]
}

/** Reads `--seconds 15 --runs 3 --only http,rooms`; "=" does for the space. */
export const readOptions = (words: readonly string[]): Options => {
  const options: Options = { seconds: 15, runs: 3, parts: PARTS }
  const pairs = words.flatMap((word) => word.split('='))
  for (let at = 0; at < pairs.length; at += 2) {
    const [name, value = ''] = [pairs[at], pairs[at + 1]]
    if (name === '--only') options.parts = value.split(',').map(toPart)
    else if ((name === '--seconds' || name === '--runs') && Number(value) > 0)
      options[name === '--runs' ? 'runs' : 'seconds'] = Number(value)
    else throw new Error(`not an option: ${name} ${value}`)
  }
  return options
}

const toPart = (name: string): Part => {
  const part = PARTS.find((one) => one === name)
  if (part === undefined) throw new Error(`not a part: ${name}; there are ${PARTS.join(', ')}`)
  return part
}
