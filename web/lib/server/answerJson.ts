const encoder = new TextEncoder()

/** An answer as JSON, its text turned into bytes once. */
export const answerJson = (value: unknown, status: number): Response => {
  const body = encoder.encode(JSON.stringify(value))
  return new Response(body, {
    status,
    headers: { 'content-type': 'application/json', 'content-length': String(body.byteLength) },
  })
}
