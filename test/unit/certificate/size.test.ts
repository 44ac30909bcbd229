// The reader runs in the background of every browser session: its size is a promise. Built as the extension is, without a name of its own left out.
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';

const READER = 'lib/certificate/read/read-certificate.ts';
const LARGEST = 8_000;

it('the reader has at most 8 kB, minified, and contains no library', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      rolldownOptions: {
        input: READER,
        preserveEntrySignatures: 'strict',
        optimization: { inlineConst: false },
      },
    },
  });
  // Without `watch`, and with one output, build() gives exactly this.
  const [chunk] = (built as Rolldown.RolldownOutput).output;
  expect(chunk.code).toContain('readCertificate');
  expect(chunk.code.length).toBeLessThanOrEqual(LARGEST);
  expect(
    Object.keys(chunk.modules).filter((id) => !/[\\/]lib[\\/](?:der|certificate|text)[\\/]/.test(id)),
  ).toEqual([]);
});
