import { defineConfig } from '@hey-api/openapi-ts'

/** The typed client of our own API, for tests, benches and whoever in the house calls it. Generated, never committed. */
export default defineConfig({
  input: './docs/openapi.json',
  output: { path: './web/lib/client', module: { extension: '.ts' } },
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
  logs: { level: 'silent', file: false },
})
