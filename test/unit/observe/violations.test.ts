// What the browser tells of policies, and who hears of it. A real event target with events as browsers make them; only that they come from the
// browser itself (`isTrusted`) has to be said here.
import { describe, expect, it } from 'vitest';
import { listenToViolations } from '../../../lib/observe/violations.ts';
import { documentPolicy } from '../../../lib/page/deep-policy.ts';
import { MAX_URL } from '../../../lib/page/report.ts';
import type { Sighting } from '../../../lib/page/report.ts';

const REPORT = {
  isTrusted: true,
  disposition: 'report',
  originalPolicy: documentPolicy('0'.repeat(32)),
  blockedURI: 'http://cdn.example/a.js',
  effectiveDirective: 'script-src-elem',
  sourceFile: 'https://shop.example/app.js',
  lineNumber: 12,
  columnNumber: 3,
};

interface Heard {
  readonly reports: readonly Sighting[];
  readonly stopped: readonly Sighting[];
  /** How many events the page's own listener heard. */
  readonly byPage: number;
}

/** What is heard of one event. */
function hear(parts: Partial<typeof REPORT> = {}): Heard {
  const target = new EventTarget();
  const reports: Sighting[] = [];
  const stopped: Sighting[] = [];
  let byPage = 0;
  listenToViolations(
    // The one event that it listens to.
    (type, listener) => target.addEventListener(type, listener as (event: Event) => void, true),
    (sighting) => reports.push(sighting),
    (sighting) => stopped.push(sighting),
  );
  target.addEventListener('securitypolicyviolation', () => (byPage += 1));
  const event = new Event('securitypolicyviolation');
  for (const [name, value] of Object.entries({ ...REPORT, ...parts }))
    Object.defineProperty(event, name, { value });
  target.dispatchEvent(event);
  return { reports, stopped, byPage };
}

describe('a report to the deep check', () => {
  it('becomes a sighting with file, line and column, and the page does not hear of it', () =>
    expect(hear()).toEqual({
      reports: [
        {
          url: 'http://cdn.example/a.js',
          what: 'script-src-elem',
          via: 'report',
          outcome: null,
          underPolicy: false,
          element: null,
          source: { url: 'https://shop.example/app.js', line: 12, column: 3 },
          count: 1,
        },
      ],
      stopped: [],
      byPage: 0,
    }));

  it('has no place when the browser names no file', () =>
    expect(hear({ sourceFile: '' }).reports[0]?.source).toBeNull());

  it('has a place of bounded length', () =>
    expect(
      hear({ sourceFile: `https://a.example/${'x'.repeat(65_536)}` }).reports[0]?.source?.url,
    ).toHaveLength(MAX_URL));

  it.each(['inline', 'eval', 'https://cdn.example/a.js', 'http://localhost/a.js', 'data', ''])(
    'of "%s" is no sighting, and the page does not hear of it either',
    (blockedURI) => expect(hear({ blockedURI })).toEqual({ reports: [], stopped: [], byPage: 0 }),
  );
});

describe('an event of the page’s own policy', () => {
  const originalPolicy = "img-src 'self'";

  it('that stopped a load says so, and the page hears of it', () =>
    expect(hear({ originalPolicy, disposition: 'enforce' })).toMatchObject({
      reports: [],
      stopped: [{ url: 'http://cdn.example/a.js', what: 'script-src-elem', via: 'stop', outcome: null }],
      byPage: 1,
    }));

  it('that blocked a load because it is mixed content is none that stopped it', () => {
    const effectiveDirective = 'block-all-mixed-content';
    const heard = hear({ originalPolicy: effectiveDirective, effectiveDirective, disposition: 'enforce' });
    expect(heard).toMatchObject({
      reports: [],
      stopped: [{ url: 'http://cdn.example/a.js', via: 'report', outcome: null }],
      byPage: 1,
    });
  });

  it('that stopped an encrypted load says nothing here', () =>
    expect(hear({ originalPolicy, disposition: 'enforce', blockedURI: 'https://cdn.example/a.js' })).toEqual({
      reports: [],
      stopped: [],
      byPage: 1,
    }));

  it('that only reports is the page’s own affair', () =>
    expect(hear({ originalPolicy })).toEqual({ reports: [], stopped: [], byPage: 1 }));
});

it('an event that the page made itself is not believed, and not kept from it', () =>
  expect(hear({ isTrusted: false })).toEqual({ reports: [], stopped: [], byPage: 1 }));
