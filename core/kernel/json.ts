/** What JSON can say, and so what jsonb keeps. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }
