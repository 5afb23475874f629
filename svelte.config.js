import adapter from '@sveltejs/adapter-node'
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte'

/** Real Stripe keys bring Stripe's own script and frames; without them nothing leaves this origin. */
const STRIPE = { script: 'https://js.stripe.com', api: 'https://api.stripe.com', frames: 'https://*.stripe.com' }

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ out: 'build', precompress: true }),
    files: {
      assets: 'web/static',
      lib: 'web/lib',
      params: 'web/params',
      routes: 'web/routes',
      appTemplate: 'web/app.html',
      errorTemplate: 'web/error.html',
      serviceWorker: 'web/service-worker',
      hooks: { server: 'web/hooks.server', client: 'web/hooks.client', universal: 'web/hooks' },
    },
    // Pages carry a nonce, so HTML is never cached; data is.
    csp: {
      mode: 'nonce',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', STRIPE.script],
        'style-src': ['self'],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self', STRIPE.api],
        'frame-src': ['self', STRIPE.script, STRIPE.frames],
        'worker-src': ['self', 'blob:'],
        'manifest-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self', STRIPE.frames],
        'frame-ancestors': ['none'],
      },
    },
    typescript: { config: (config) => ({ ...config, include: config.include.filter((path) => !path.includes('/tests/')) }) },
  },
}
