import { redirect, type RequestHandler } from '@sveltejs/kit'

/** Where password managers lead people (https://w3c.github.io/webappsec-change-password-url/). */
export const GET: RequestHandler = () => redirect(303, '/account/password')
