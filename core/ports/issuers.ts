/** Others who say who a person is. Only those that are configured are here. */
export type IssuersPort = Partial<Record<IssuerName, IssuerPort>>
export type IssuerName = 'google' | 'facebook'

/** OAuth 2's code flow with PKCE (RFC 9700); one browser, one attempt, one answer. */
export interface IssuerPort {
  /** Where to send the browser, and what must be remembered until it comes back to `redirectUri`. Throws `issuer_unavailable`. */
  begin(redirectUri: string): Promise<{ url: string; remember: Remembered }>
  /**
   * Who the browser is said to be, by the address it came back to; null when the person said no. Throws
   * `token_invalid` when it does not belong to what was remembered, or proves nothing; `issuer_unavailable`.
   */
  finish(returnedTo: URL, remembered: Remembered): Promise<IssuerClaims | null>
}

/** What makes an answer belong to its question. Kept on our side. */
export interface Remembered {
  state: string
  verifier: string
  /** Null where the issuer signs no tokens that could carry it. */
  nonce: string | null
}

export interface IssuerClaims {
  /** Never given to anybody else by this issuer. */
  subject: string
  /** Null when it told none. */
  email: string | null
  /**
   * What its word about the address is worth. `none`: it may be anybody's. `checked`: the person once received mail
   * there. `hosted`: the issuer itself runs the mailbox, so that nobody else can have it now.
   */
  emailProof: 'none' | 'checked' | 'hosted'
  name: string
}
