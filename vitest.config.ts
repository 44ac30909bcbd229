// Unit tests run in Node: lib is pure, and what needs a browser is tested in real browsers (test/browser).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/unit/**/*.test.ts'], testTimeout: 20_000 },
});
