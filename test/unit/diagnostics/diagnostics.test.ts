// The user's diagnostics: bounded, counted, and without anything that could identify a page.
import { describe, expect, it } from 'vitest';
import {
  addIncident,
  describeError,
  MAX_DIAGNOSTICS,
  readDiagnostics,
} from '../../../lib/diagnostics/diagnostics.ts';
import type { Diagnostic, Incident } from '../../../lib/diagnostics/diagnostics.ts';
import { writeDiagnostics } from '../../../lib/diagnostics/diagnostics-text.ts';

const REFUSED: Incident = { kind: 'refused', type: 'probe', why: 'wrong-sender', sender: 'sub-frame' };

function failure(text: string): Incident {
  return { kind: 'error', text, place: null };
}

describe('addIncident', () => {
  it('adds the latest entry at the end', () => {
    const all = addIncident(addIncident([], REFUSED, 1), failure('a'), 2);
    expect(all.map(({ at }) => at)).toEqual([1, 2]);
  });

  it('counts an equal entry, and moves it to the end', () => {
    let all = addIncident(addIncident([], REFUSED, 1), failure('a'), 2);
    all = addIncident(all, { ...REFUSED }, 3);
    expect(all).toEqual([
      { incident: failure('a'), at: 2, count: 1 },
      { incident: REFUSED, at: 3, count: 2 },
    ]);
  });

  it('drops the oldest entries beyond the limit, and many entries of one kind drop no other', () => {
    let all: readonly Diagnostic[] = addIncident([], REFUSED, 0);
    for (let at = 1; at < MAX_DIAGNOSTICS; at += 1) all = addIncident(all, failure(String(at)), at);
    for (let at = 100; at < 300; at += 1) all = addIncident(all, failure('1'), at);
    expect(all).toHaveLength(MAX_DIAGNOSTICS);
    expect(all[0]?.incident).toEqual(REFUSED);
    all = addIncident(all, failure('one more'), 300);
    expect(all).toHaveLength(MAX_DIAGNOSTICS);
    expect(all.some(({ incident }) => incident === REFUSED)).toBe(false);
  });
});

describe('readDiagnostics', () => {
  it('reads what was stored', () => {
    const all = addIncident(addIncident([], REFUSED, 1), describeError(new Error('x')), 2);
    expect(readDiagnostics(JSON.parse(JSON.stringify(all)))).toEqual(all);
  });

  it.each([undefined, null, 7, {}, [{}], [{ incident: { kind: 'other' }, at: 1, count: 1 }]])(
    'takes %j for none',
    (stored) => {
      expect(readDiagnostics(stored)).toEqual([]);
    },
  );
});

describe('describeError', () => {
  it.each([
    [
      'Cannot access contents of url "https://bank.example/a?b#c".',
      'Cannot access contents of url "<address>".',
    ],
    ['http://user:pw@a.example:8080/x failed', '<address> failed'],
    ['No tab at chrome-extension://abc/x.html?tab=3', 'No tab at <address>'],
    ['URL constructor: bank.example is not a valid URL.', 'URL constructor: <host> is not a valid URL.'],
    ['no answer from 银行.example.', 'no answer from <host>.'],
    ['192.0.2.7 refused', '<host> refused'],
    ['[2001:db8::1] refused', '<host> refused'],
    ['Error in invocation of tabs.get(integer tabId)', 'Error in invocation of tabs.get(integer tabId)'],
    ['No tab with id: 12.', 'No tab with id: 12.'],
  ])('%s', (message, expected) => {
    expect(describeError(new TypeError(message))).toMatchObject({ text: `TypeError: ${expected}` });
  });

  it('names the place in the extension’s own files, without the address', () => {
    const error = new Error('x');
    error.stack =
      'Error: x\n    at f (chrome-extension://abc/background.js:12:345)\n    at https://a.example/b';
    expect(describeError(error)).toMatchObject({ place: 'background.js:12:345' });
    error.stack = 'f@moz-extension://0-1/background.js:1:2\n';
    expect(describeError(error)).toMatchObject({ place: 'background.js:1:2' });
    error.stack = '';
    expect(describeError(error)).toMatchObject({ place: null });
  });

  it('bounds the text, and describes what is no error', () => {
    for (const text of ['x'.repeat(10_000), 'x '.repeat(10_000), `${'a '.repeat(490)}bank.example`]) {
      const long = describeError(new Error(text));
      expect(readDiagnostics(addIncident([], long, 1))).toHaveLength(1);
      expect(JSON.stringify(long)).not.toContain('bank');
    }
    expect(describeError('stopped')).toEqual({ kind: 'error', text: 'stopped', place: null });
    expect(describeError(undefined)).toMatchObject({ text: 'undefined' });
  });
});

it('are written as plain text, one line each', () => {
  const at = Date.UTC(2026, 10, 30, 1, 2, 3);
  let all = addIncident([], { ...REFUSED, type: null, why: 'unknown-type' }, at);
  all = addIncident(addIncident(all, REFUSED, at), REFUSED, at);
  all = addIncident(all, { kind: 'error', text: 'Error: x', place: 'background.js:1:2' }, at);
  expect(writeDiagnostics(all, { version: '0.1.0', userAgent: 'Browser/1' })).toBe(
    [
      'HTTPS Trust Inspector 0.1.0',
      'Browser/1',
      '2026-11-30T01:02:03.000Z refused message: type unknown, unknown-type, from sub-frame (1×)',
      '2026-11-30T01:02:03.000Z refused message: type probe, wrong-sender, from sub-frame (2×)',
      '2026-11-30T01:02:03.000Z error: Error: x at background.js:1:2 (1×)',
      '',
    ].join('\n'),
  );
});
