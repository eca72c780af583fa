import { defineConfig } from 'playwright/test';

// `npm test` finds or installs a Chromium and hands its path on.
const executablePath = process.env.SIDEKICK_CHROMIUM;

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../.build/test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  // Ends what hangs in time for the report; `npm test` has 12 minutes in all.
  globalTimeout: 1_500_000,
  reporter: [['line'], ['json', { outputFile: '../.build/reports/browser.json' }]],
  use: {
    browserName: 'chromium',
    actionTimeout: 10_000,
    navigationTimeout: 10_000,
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
