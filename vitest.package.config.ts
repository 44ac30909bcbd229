// Tests of the built packages: run after the build, on the shipped files.
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/package/**/*.test.ts'] } });
