const HERE = 'https://here.invalid'

/** The path of ours that `text` names, else `fallback`. Whatever a browser would take for another site is no path. */
export const returnPath = (text: string | null | undefined, fallback: string): string => {
  const url = text?.startsWith('/') ? URL.parse(text, HERE) : null
  if (url?.origin !== HERE) return fallback
  const path = url.pathname + url.search + url.hash
  // "/.//evil.example" is a path of ours whose text is another site's address.
  return path.startsWith('//') ? fallback : path
}
