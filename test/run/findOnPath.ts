import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where a program is; daemons' folders are looked through too, which are not in everybody's PATH. */
export const findOnPath = (program: string): string | null => {
  for (const folder of [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
    '/usr/local/bin',
  ]) {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return join(folder, program)
    } catch {
      continue
    }
  }
  return null
}
