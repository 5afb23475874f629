/** What a partner reads before the operations: Markdown, as OpenAPI's `info.description` allows. */
export const GUIDE = `
Search experiences, read true seat numbers, hold seats for a party, book and cancel. All answers are JSON; money is
whole minor units; instants are UTC; \`localStart\` is what clocks show at the place.

# Getting started

1. \`GET /experiences\` finds what to sell, \`GET /experiences/{experienceId}/departures\` when it runs and how many seats
   are left.
2. \`POST /departures/{departureId}/holds\` keeps seats for 15 minutes. Keep the \`holdToken\` of its answer.
3. \`POST /bookings\` with the \`Hold-Token\` names the people and opens the payment.
4. \`GET /bookings/{bookingId}\` shows the tickets once it is paid.

# Authentication

- **Nothing** is needed to read the catalogue and to hold seats as a guest.
- **\`Hold-Token\`**: the secret from the answer that placed a hold; it works on that hold and its booking alone.
- **\`Authorization: Bearer …\`**: an access token of a signed-in person, which lives ten minutes, or an API key
  (\`mgk_…\`), which has only the scopes that it was made with. Each operation names its scope; what names none is
  nothing for keys.

A person signs in with \`POST /auth/sign-in\`. Where the account has a second factor, that answers
\`second_factor_required\` with a \`challenge\` for \`POST /auth/sign-in/second-factor\`. \`POST /auth/refresh\` exchanges
the refresh token for fresh tokens, once: one that comes a second time was copied, and ends its session. What is
sensitive asks for a sign-in of the last 15 minutes; \`POST /me/confirm\` renews it by the password,
\`POST /me/confirm/factor\` by a second factor.

Send secrets in headers, never in addresses. Cookies mean nothing to other sites: browsers of partners call from an
origin that we have put on our list (CORS), always without credentials.

# Idempotency

Every \`POST\` needs an \`Idempotency-Key\` of 1 to 255 visible ASCII characters, new for each attempt. The same request
with the same key within 24 hours changes nothing and answers the same, refusals included. Another body under the same
key is \`key_reused\` (422), a first request still at work \`key_in_flight\` (409). Keys are kept as digests; an answer that
holds a secret is kept sealed. What says "try again later" (429, 503)
or asks who you are (401, 403) is not kept: show it, and send the same attempt again. Where nothing is kept at all, an
operation knows no \`key_reused\`: doing it again harms nobody.

# Errors

Refusals are problems (RFC 9457, \`application/problem+json\`) with a stable \`code\`, the data that belongs to it and the
\`requestId\`, which is in \`X-Request-Id\` of every answer too. Decide by \`code\`; words may change. Codes and members are
only ever added. Each code has a [page of its own](/api/problems), which is where its \`type\` leads. What does not exist and what is not yours to see are both \`not_found\`.

# Paging, fields and sorting

Lists answer a page of 20, or of \`limit\` up to 100. Send \`nextCursor\` as \`cursor\` for the next; it is null on the last.
\`fields=id,title,priceFrom.minor\` leaves out all else, of a list in its items.

\`sort=price\` orders a list, \`sort=-price\` from the other end; each list names its orders and the one it takes unasked. A
cursor belongs to the order it came from: with another it is \`invalid_input\`.

# Caching

Reads carry a weak \`ETag\`: send it as \`If-None-Match\` and hear 304 while nothing has changed. Seats are always counted
when you ask. Public answers travel as br or gzip when you accept it; answers with secrets never do.

# Limits

Each answer tells what it counted against: \`RateLimit-Policy: "api";q=1000;w=3600\` is 1,000 requests in 3,600 seconds,
\`RateLimit: "api";r=998;t=3541\` that 998 are left for 3,541 seconds. Beyond it is 429 with \`Retry-After\`.
`.trim()
