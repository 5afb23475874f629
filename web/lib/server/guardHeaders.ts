/** What every answer says to browsers, whoever made it; a route that knows better says so itself. */
export const GUARD_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': [
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), gamepad=()',
    'geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=()',
    'serial=(), usb=(), xr-spatial-tracking=(), payment=(self "https://js.stripe.com")',
    'publickey-credentials-create=(self), publickey-credentials-get=(self)',
  ].join(', '),
}

/** For files, and for workers, which are bound by what came with their script. Pages bring a policy of their own. */
export const FILE_POLICY =
  "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** For data, and whatever else is no page: it loads nothing, whoever opens it in a tab. */
export const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Two years, as the preload list of browsers asks for (https://hstspreload.org). */
export const ONLY_HTTPS = 'max-age=63072000; includeSubDomains; preload'
