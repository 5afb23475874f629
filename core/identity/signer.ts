import { createHash, createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto'
import { createTicketTokens, type TicketTokens } from './ticketToken.ts'

/** The keys a process signs with; 32 random bytes each. */
export interface SigningKeys {
  guest: Uint8Array
  hold: Uint8Array
  link: Uint8Array
  /** The seed of the Ed25519 ticket key (RFC 8032 §5.1.5). */
  ticket: Uint8Array
}

/** Makes and checks everything that proves itself by a signature: cookies, hold tokens, mail links, tickets. */
export interface Signer extends TicketTokens {
  guestCookie(guestId: string): string
  /** The guest's id, or null when the cookie was not made by us. */
  readGuestCookie(cookie: string): string | null
  holdToken(holdId: string): string
  isHoldToken(holdId: string, token: string): boolean
  /** Goes into mails: opens one booking, and expires with `until`. */
  bookingLink(bookingId: string, localDate: string, until: Date): string
  readBookingLink(link: string, now: Date): { bookingId: string; localDate: string } | null
  /** What is kept of a short code: 32 bytes that who reads the table cannot guess it from. */
  codeHash(purpose: string, text: string): Buffer
}

const mac = (key: KeyObject, purpose: string, text: string): string =>
  createHmac('sha256', key).update(`${purpose}\0${text}`).digest('base64url').slice(0, 32)

const sameText = (a: string, b: string): boolean => {
  const [x, y] = [createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest()]
  return timingSafeEqual(x, y)
}

export const createSigner = ({ ticket, ...secrets }: SigningKeys): Signer => {
  // Prepared once: every hold is answered with a signed token.
  const keys = {
    guest: createSecretKey(secrets.guest),
    hold: createSecretKey(secrets.hold),
    link: createSecretKey(secrets.link),
  }
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
    codeHash: (purpose, text) => createHmac('sha256', keys.link).update(`${purpose}\0${text}`).digest(),
    ...createTicketTokens(ticket),
  }
}
