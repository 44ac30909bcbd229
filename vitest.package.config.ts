// Tests of the built packages: run after the build, on what is shipped.
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/package/**/*.test.ts'] } });
