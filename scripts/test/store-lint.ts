// Mozilla's linter for a built package, for both stores: most of its messages apply to every store's review.
// https://extensionworkshop.com/documentation/develop/getting-started-with-web-ext/
import { join } from 'node:path';
import * as v from 'valibot';
import { ROOT, runProgram } from './run-program.ts';
import { asOneTest } from './step.ts';
import type { StepOutcome } from './step.ts';

/** The allowed messages, with reasons. */
const KNOWN: Readonly<Record<string, string>> = {
  UNSAFE_VAR_ASSIGNMENT:
    "React's own use of innerHTML: this project has none of its own, and the linter forbids it",
};
/** The linter checks every package by Firefox's rules; these are not Chromium's. */
const KNOWN_IN_CHROME: Readonly<Record<string, string>> = {
  ...KNOWN,
  ADDON_ID_REQUIRED: 'the Chrome Web Store gives ids itself',
  BACKGROUND_SERVICE_WORKER_NOFALLBACK: 'Chromium has service workers only',
  MISSING_DATA_COLLECTION_PERMISSIONS: 'a key of Firefox',
};

const message = v.object({
  code: v.string(),
  message: v.string(),
  file: v.optional(v.string()),
  line: v.optional(v.number()),
});
const report = v.object({
  errors: v.array(message),
  notices: v.array(message),
  warnings: v.array(message),
});

/** `target`: WXT's name for the browser. Every unknown message fails it, including notices. */
export async function lintPackage(target: 'chrome' | 'firefox'): Promise<StepOutcome> {
  const known = target === 'chrome' ? KNOWN_IN_CHROME : KNOWN;
  const source = join(ROOT, '.output', `${target}-mv3`);
  const { output } = await runProgram(
    ['web-ext', 'web-ext'],
    ['lint', '--source-dir', source, '--output', 'json', '--no-config-discovery'],
  );
  const start = output.indexOf('{');
  if (start === -1) return asOneTest(false, output);
  const { errors, warnings, notices } = v.parse(report, JSON.parse(output.slice(start)));
  const found = [...errors, ...warnings, ...notices].filter(({ code }) => !(code in known));
  const lines = found.map(
    ({ code, message: text, file, line }) =>
      `${file ?? 'the package'}${line === undefined ? '' : `:${line}`} ${code}: ${text}`,
  );
  return asOneTest(found.length === 0, lines.join('\n'));
}
