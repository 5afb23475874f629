import { defineConfig, devices } from '@playwright/test'
import { findOnPath } from './test/run/findOnPath.ts'

const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
]

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './test/run/startProduct.ts',
  timeout: 45_000,
  expect: { timeout: 8_000 },
  // Two cores: the product, a browser and PostgreSQL already fill them.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'line',
  use: {
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findOnPath('chromium') ?? undefined, args: FLAGS },
  },
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
      testIgnore: '**/*.phone.spec.ts',
    },
    {
      name: 'phone',
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
      testIgnore: '**/*.desktop.spec.ts',
      // What a narrow screen can't change is tried once.
      grepInvert: /@once/,
    },
  ],
})
