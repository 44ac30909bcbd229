// `npm run certificate` on the certificate files of the corpus "field", as its table expects.
import { partialDeepStrictEqual } from 'node:assert';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FILE_CASES } from '../../corpus/field-files.ts';
import type { FileCase } from '../../corpus/field-files.ts';
import { LAB_CASES } from '../../corpus/field-tls.ts';
import { judgementIn } from '../../lab/scenario.ts';
import { GROUPS } from '../../lab/scenarios/scenario-table.ts';

const FIELD = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpora', 'field');
/** When the files were made, so that what is about time stays as it was. */
const NOW = '2026-11-29T12:00:00Z';
const isThere = existsSync(join(FIELD, 'cases.md'));
if (!isThere) console.warn(`NOT TESTED: the cases from the field are not beside this checkout (${FIELD})`);

type Line = Readonly<Record<string, unknown>>;

/** What was printed, by file and host that was asked about. */
const lines = new Map<string, Line[]>();
beforeAll(async () => {
  if (isThere) await Promise.all([...new Set(FILE_CASES.map(({ host }) => host))].map(runFor));
}, 120_000);

/** Runs once for all the files that are asked about for a host. */
async function runFor(host: string | undefined): Promise<void> {
  const files = new Set(FILE_CASES.filter((one) => one.host === host).map(({ file }) => join(FIELD, file)));
  const asked = host === undefined ? [] : ['--host', host];
  const output = await new Promise<string>((resolve) => {
    const args = ['scripts/certificate-command.ts', '--now', NOW, ...asked, ...files];
    // The exit code says that some could not be read, which is expected.
    execFile(process.execPath, args, (_error, stdout) => resolve(stdout));
  });
  for (const text of output.split('\n').filter(Boolean)) {
    // Each line is JSON by contract: docs/certificate-schema.md.
    const line = JSON.parse(text) as Line;
    const key = keyOf(String(line['file']).slice(FIELD.length + 1), host);
    lines.set(key, [...(lines.get(key) ?? []), line]);
  }
}

function keyOf(file: string, host: string | undefined): string {
  return `${file} ${host ?? ''}`;
}

/** What is not as the table expects; empty: all is. */
function faultsOf({ file, host, count = 1, error, has, hasNot, says }: FileCase): readonly string[] {
  const found = lines.get(keyOf(file, host)) ?? [];
  if (found.length !== count) return [`${found.length} certificates, not ${count}`];
  return found.flatMap((line) => {
    const text = JSON.stringify(line);
    const message = isRecord(line['error']) ? String(line['error']['message']) : null;
    const isRight =
      (error === undefined ? message === null : error.test(message ?? '')) &&
      (has === undefined || hasParts(line, has)) &&
      (hasNot === undefined || !hasParts(line, hasNot)) &&
      (says === undefined || says.test(text));
    return isRight ? [] : [text];
  });
}

function hasParts(line: Line, parts: object): boolean {
  try {
    partialDeepStrictEqual(line, parts);
    return true;
  } catch {
    return false;
  }
}

function isRecord(value: unknown): value is Line {
  return typeof value === 'object' && value !== null;
}

describe.skipIf(!isThere)(
  isThere ? 'the cases from the field' : `the cases from the field: no ${FIELD}`,
  () => {
    it.for(FILE_CASES.map((one) => [one.number, one.file, one.host ?? '', one] as const))(
      'case %i: %s %s',
      ([, , , one]) => expect(faultsOf(one)).toEqual([]),
    );
  },
);

describe('cases from the field that the lab shows', () => {
  for (const { number, scenario, ...expected } of LAB_CASES)
    it(`case ${number}: ${scenario}`, () => {
      const all = GROUPS.flatMap(({ scenarios }) => scenarios);
      const shown = all.find(({ id }) => id === scenario);
      if (shown === undefined) throw new Error(`The lab has no ${scenario}.`);
      for (const name of ['chromium', 'firefox'] as const)
        expect(judgementIn(shown.expect, { name, tellsCertificates: name === 'firefox' })).toEqual(
          expected[name],
        );
    });
});
