// The policy: read once in each runtime, and again when it changes; each caller parses its own part.
import { beforeEach, expect, it, vi } from 'vitest';
import type * as PolicyReader from '../../../lib/platform/policy-reader.ts';
import { browser, setPolicy, stage } from './memory-browser.ts';

/** A runtime that has just started. */
async function start(): Promise<typeof PolicyReader> {
  vi.resetModules();
  vi.doMock('../../../lib/platform/browser.ts', () => ({ browser }));
  return import('../../../lib/platform/policy-reader.ts');
}

beforeEach(() => {
  stage.policy = null;
  stage.policyReads = 0;
});

it('is empty when the extension is not managed and the browser rejects', async () => {
  const { acquirePolicy } = await start();
  expect(await acquirePolicy()).toEqual({});
});

it('is read once, however many ask', async () => {
  const { acquirePolicy } = await start();
  stage.policy = { notice: false };
  const answers = await Promise.all([acquirePolicy(), acquirePolicy()]);
  answers.push(await acquirePolicy());
  expect(answers).toEqual(Array.from({ length: 3 }, () => ({ notice: false })));
  expect(stage.policyReads).toBe(1);
});

it('that arrives late is read on arrival, and its watchers are called', async () => {
  const { acquirePolicy, watchPolicy } = await start();
  const seen: unknown[] = [];
  const stop = watchPolicy(() => void acquirePolicy().then((policy) => seen.push(policy)));
  expect(await acquirePolicy()).toEqual({});
  setPolicy({ skipWelcome: true });
  await vi.waitFor(() => expect(seen).toEqual([{ skipWelcome: true }]));
  stop();
  setPolicy({ skipWelcome: false });
  expect(await acquirePolicy()).toEqual({ skipWelcome: false });
  expect(seen).toHaveLength(1);
});
