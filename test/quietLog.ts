import type { LogPort } from '../core/ports/log.ts'

/** A log that keeps its lines, for tests that ask what was said. */
export const quietLog = (): LogPort & { lines: { level: string; text: string; data: Record<string, unknown> }[] } => {
  const lines: { level: string; text: string; data: Record<string, unknown> }[] = []
  const write = (level: string) => (data: Record<string, unknown>, text: string) =>
    void lines.push({ level, text, data })
  return { lines, info: write('info'), warn: write('warn'), error: write('error') }
}
