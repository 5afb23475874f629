/** A single-use ticket for one live room; cookies stay out of the socket's URL. */
export const buyTicket = async (): Promise<string> => {
  const response = await fetch('/api/v1/live/tickets', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomKey() },
    body: '{}',
  })
  if (!response.ok) throw new Error(`live tickets answered ${response.status}`)
  return ((await response.json()) as { ticket: string }).ticket
}

/** `crypto.randomUUID` is missing where a page is not served over https. */
const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('')
