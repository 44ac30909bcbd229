// Every command that a step, a document or a workflow names exists in package.json.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { fixSteps, testSteps } from '../../../scripts/test/steps.ts';
import { selectSteps } from '../../../scripts/test/step.ts';

const ROOT = join(import.meta.dirname, '../../..');
const { scripts } = v.parse(
  v.object({ scripts: v.record(v.string(), v.string()) }),
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')),
);
/** Names of scripts in `text`, as npm is given them. */
function namedScripts(text: string): readonly string[] {
  const named = text.matchAll(/\bnpm (?:run (?:-s )?([a-z][\w:-]*)|(start|test)\b)/g);
  return Array.from(named, ([, run, own]) => run ?? own ?? '');
}

const DOCUMENTS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
  ...readdirSync(join(ROOT, '.ci')).map((name) => join('.ci', name)),
];

const WORKFLOWS = '.github/workflows';
const workflow = v.object({
  jobs: v.record(
    v.string(),
    v.object({
      'runs-on': v.string(),
      strategy: v.optional(v.object({ matrix: v.object({ os: v.array(v.string()) }) })),
      steps: v.array(v.union([v.object({ run: v.string() }), v.object({ uses: v.string() })])),
    }),
  ),
});

describe('the workflow', () => {
  const { jobs } = v.parse(workflow, parse(readFileSync(join(ROOT, WORKFLOWS, 'check.yml'), 'utf8')));
  const commands = Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap((step) => ('run' in step ? [step.run] : [])),
  );

  it('runs scripts that exist', () => {
    const named = namedScripts(commands.join('\n'));
    expect(named).toEqual(expect.arrayContaining(['check', 'browser', 'sizes', 'zip']));
    for (const name of named) expect(scripts).toHaveProperty([name]);
  });

  it('checks on three systems', () => {
    expect(jobs['check']?.strategy?.matrix.os).toEqual(['ubuntu-latest', 'macos-latest', 'windows-latest']);
  });
});

describe('npm scripts', () => {
  it.each(DOCUMENTS)('that %s names exist', (file) => {
    const named = namedScripts(readFileSync(join(ROOT, file), 'utf8'));
    for (const name of named) expect(scripts, name).toHaveProperty([name]);
  });

  it('are found in a text', () => {
    expect(namedScripts('`npm run -s inspect -- x`, npm run bench:flood; npm test, npm ci')).toEqual([
      'inspect',
      'bench:flood',
      'test',
    ]);
    expect(namedScripts(readFileSync(join(ROOT, 'README.md'), 'utf8')).length).toBeGreaterThan(5);
  });

  const steps = testSteps({ withBrowsers: true });
  it.each([...steps, ...fixSteps()].map(({ name, command }) => [name, command]))(
    'that repeat the step %s exist: %s',
    (_, command) => {
      expect(namedScripts(command)).toHaveLength(1);
      for (const name of namedScripts(command)) expect(scripts).toHaveProperty([name]);
    },
  );

  it.each(
    steps.flatMap(({ name, command }) => {
      const [, group = '', rest = ''] = /^npm run (\w+)(?: -- (.*))?$/.exec(command) ?? [];
      return rest === '' || group === 'browser' ? [] : [[command, `${group} ${rest}`, name]];
    }),
  )('%s runs that step', (_, prefix, name) => {
    expect(selectSteps(steps, prefix).map((step) => step.name)).toContain(name);
  });
});
