/** Whether a dot-separated subject falls under a pattern with NATS' wildcards: `*` is one part, a last `>` one or more. */
export const matchSubject = (pattern: string, subject: string): boolean => {
  if (pattern === subject) return true
  const wanted = pattern.split('.')
  const parts = subject.split('.')
  for (const [index, part] of wanted.entries()) {
    if (part === '>') return parts.length > index
    if (parts[index] === undefined || (part !== '*' && part !== parts[index])) return false
  }
  return wanted.length === parts.length
}
