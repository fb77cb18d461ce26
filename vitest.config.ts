import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts'],
    // Deadlines must not depend on where the laptop stands: the suite runs far from Madrid and from UTC.
    env: { TZ: 'Pacific/Auckland' },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
