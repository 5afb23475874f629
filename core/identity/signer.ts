import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  sign,
  timingSafeEqual,
  verify,
  type KeyObject,
} from 'node:crypto'

/** The keys a process signs with; 32 random bytes each. */
export interface SigningKeys {
  guest: Uint8Array
  hold: Uint8Array
  link: Uint8Array
  /** The seed of the Ed25519 ticket key (RFC 8032 §5.1.5). */
  ticket: Uint8Array
}

/** Makes and checks everything that proves itself by a signature: cookies, hold tokens, mail links, tickets. */
export interface Signer {
  guestCookie(guestId: string): string
  /** The guest's id, or null when the cookie was not made by us. */
  readGuestCookie(cookie: string): string | null
  holdToken(holdId: string): string
  isHoldToken(holdId: string, token: string): boolean
  /** Goes into mails: opens one booking, and expires with `until`. */
  bookingLink(bookingId: string, localDate: string, until: Date): string
  readBookingLink(link: string, now: Date): { bookingId: string; localDate: string } | null
  /** A ticket's text: `MG1.<payload>.<Ed25519 signature>`, base64url, verifiable offline with `ticketPublicKey`. */
  ticketToken(payload: TicketPayload): string
  readTicketToken(token: string): TicketPayload | null
  /** SubjectPublicKeyInfo, PEM. */
  readonly ticketPublicKey: string
}

export interface TicketPayload {
  /** The ticket's id. */
  t: string
  /** The booking's reference. */
  r: string
  /** The departure's id and start, seconds since the epoch. */
  d: string
  s: number
  /** The unit's type. */
  u: string
}

/** RFC 8410 §7: the PKCS#8 wrapping of a raw Ed25519 seed. */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

const mac = (key: Uint8Array, purpose: string, text: string): string =>
  createHmac('sha256', key).update(`${purpose}\0${text}`).digest('base64url').slice(0, 32)

const sameText = (a: string, b: string): boolean => {
  const [x, y] = [createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest()]
  return timingSafeEqual(x, y)
}

export const createSigner = (keys: SigningKeys): Signer => {
  const privateKey: KeyObject = createPrivateKey({
    key: Buffer.concat([ED25519_PKCS8, keys.ticket]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(privateKey)
  return {
    guestCookie: (guestId) => `${guestId}.${mac(keys.guest, 'guest', guestId)}`,
    readGuestCookie: (cookie) => {
      const [guestId, signature] = cookie.split('.')
      return guestId && signature && sameText(signature, mac(keys.guest, 'guest', guestId)) ? guestId : null
    },
    holdToken: (holdId) => mac(keys.hold, 'hold', holdId),
    isHoldToken: (holdId, token) => sameText(token, mac(keys.hold, 'hold', holdId)),
    bookingLink: (bookingId, localDate, until) => {
      const text = `${bookingId}.${localDate}.${Math.floor(until.getTime() / 1000).toString(36)}`
      return `${text}.${mac(keys.link, 'booking', text)}`
    },
    readBookingLink: (link, now) => {
      const [bookingId, localDate, until, signature] = link.split('.')
      if (!bookingId || !localDate || !until || !signature) return null
      if (!sameText(signature, mac(keys.link, 'booking', `${bookingId}.${localDate}.${until}`))) return null
      return Number.parseInt(until, 36) * 1000 > now.getTime() ? { bookingId, localDate } : null
    },
    ticketToken: (payload) => {
      const text = `MG1.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`
      return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`
    },
    readTicketToken: (token) => {
      const [version, body, signature] = token.split('.')
      if (version !== 'MG1' || !body || !signature) return null
      if (!verify(null, Buffer.from(`MG1.${body}`), publicKey, Buffer.from(signature, 'base64url'))) return null
      return JSON.parse(Buffer.from(body, 'base64url').toString()) as TicketPayload
    },
    ticketPublicKey: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  }
}
