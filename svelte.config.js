import adapter from '@sveltejs/adapter-node'
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte'

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
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
    // A page's styles come with it: on a slow network each file of their own would cost a round trip before anything shows.
    inlineStyleThreshold: 48 * 1024,
    // Pages carry a nonce, so HTML is never cached; data is. Real Stripe keys add Stripe's own sources, in hooks.server.
    csp: {
      mode: 'nonce',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'frame-src': ['self'],
        'worker-src': ['self', 'blob:'],
        'manifest-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
        'frame-ancestors': ['none'],
        // Texts become markup and addresses become scripts by these names only (web/lib/trustScripts.ts has ours).
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'default'],
      },
    },
    typescript: {
      config: (config) => ({ ...config, include: config.include.filter((path) => !path.includes('/tests/')) }),
    },
  },
}
