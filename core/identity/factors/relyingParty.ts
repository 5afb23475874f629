import type { Ctx } from '../../context.ts'

/** Who passkeys are for: our own origin and its host (WebAuthn §4, "Relying Party Identifier"). */
export const relyingParty = ({ services }: Ctx): { name: string; id: string; origin: string } => {
  const { publicOrigin } = services.settings
  return { name: 'MayaGo', id: new URL(publicOrigin).hostname, origin: publicOrigin }
}

/** Loaded when the first passkey is used: most processes never need it. */
export const loadWebAuthn = () => import('@simplewebauthn/server')
