/** Structured lines; the shape is pino's. Never a token, card or contact datum. */
export interface LogPort {
  info(data: Record<string, unknown>, text: string): void
  warn(data: Record<string, unknown>, text: string): void
  error(data: Record<string, unknown>, text: string): void
}
