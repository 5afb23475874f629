/** Keeps whole files by key: no file is ever changed in place. Keys are parts of `[\w.-]+` joined by `/`. */
export interface FilesPort {
  /** Answers false, and changes nothing, when the key is taken. */
  put(key: string, content: Uint8Array, contentType: string): Promise<boolean>
  get(key: string): Promise<Uint8Array | null>
  /** Keys that begin with `prefix`, in order. */
  list(prefix: string): Promise<string[]>
}
