import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** A browser of the system's, or null. */
export const findChromium = (): string | null => {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  for (const name of NAMES) for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name)
  return null
}
