// One entry of the browser's list of loads, and what it shows. Resource Timing, 4.3.
import { expect, it } from 'vitest';
import { listedOutcome } from '../../../lib/observe/timing.ts';

it.each([
  ['no time and no status: it was blocked', { duration: 0, responseStatus: 0 }, 'blocked'],
  ['a status: it came', { duration: 12, responseStatus: 200 }, 'loaded'],
  ['a status of an error: it came all the same', { duration: 12, responseStatus: 404 }, 'loaded'],
  ['a status out of the cache, in no time: it came', { duration: 0, responseStatus: 200 }, 'loaded'],
  ['time and no status: it was asked for, and no more is told', { duration: 12, responseStatus: 0 }, null],
] as const)('an entry has %s', (_what, entry, outcome) => expect(listedOutcome(entry)).toBe(outcome));
