// What the browser tells of policies, and who hears of it. A real event target with events as browsers make them; only that they come from the
// browser itself (`isTrusted`) has to be said here.
import { describe, expect, it } from 'vitest';
import { listenToViolations } from '../../../lib/observe/violations.ts';
import { documentPolicy } from '../../../lib/deep-check/deep-policy.ts';

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

const PLACE = { url: REPORT.sourceFile, line: REPORT.lineNumber, column: REPORT.columnNumber };

interface Heard {
  readonly told: readonly (readonly unknown[])[];
  /** How many events the page's own listener heard. */
  readonly byPage: number;
}

/** What is heard of one event. */
function hear(parts: Partial<typeof REPORT> = {}): Heard {
  const target = new EventTarget();
  const told: unknown[][] = [];
  let byPage = 0;
  listenToViolations(
    // The one event that it listens to.
    (type, listener) => target.addEventListener(type, listener as (event: Event) => void, true),
    (...violation) => told.push(violation),
  );
  target.addEventListener('securitypolicyviolation', () => (byPage += 1));
  const event = new Event('securitypolicyviolation');
  for (const [name, value] of Object.entries({ ...REPORT, ...parts }))
    Object.defineProperty(event, name, { value });
  target.dispatchEvent(event);
  return { told, byPage };
}

describe('a report to the deep check', () => {
  it('is passed on with file, line and column, and hidden from the page', () =>
    expect(hear()).toEqual({
      told: [['http://cdn.example/a.js', 'script-src-elem', 'report', PLACE]],
      byPage: 0,
    }));

  it.each(['inline', 'eval', 'https://cdn.example/a.js', 'http://localhost/a.js', 'data', ''])(
    'of "%s" is no sighting, and the page does not hear of it either',
    (blockedURI) => expect(hear({ blockedURI })).toEqual({ told: [], byPage: 0 }),
  );
});

describe('an event of the page’s own policy', () => {
  const originalPolicy = "img-src 'self'";

  it('that stopped a request is passed on as such, and reaches the page', () =>
    expect(hear({ originalPolicy, disposition: 'enforce' })).toEqual({
      told: [['http://cdn.example/a.js', 'script-src-elem', 'stop', PLACE]],
      byPage: 1,
    }));

  it('that stopped what was to be upgraded names the encrypted address', () =>
    expect(
      hear({
        originalPolicy,
        disposition: 'enforce',
        blockedURI: 'https://cdn.example/a.png',
        effectiveDirective: 'img-src',
      }),
    ).toEqual({ told: [['https://cdn.example/a.png', 'img-src', 'stop', PLACE]], byPage: 1 }));

  it('that blocked a request because it is mixed content does not count as stopped', () => {
    const effectiveDirective = 'block-all-mixed-content';
    const heard = hear({ originalPolicy: effectiveDirective, effectiveDirective, disposition: 'enforce' });
    expect(heard).toEqual({
      told: [['http://cdn.example/a.js', effectiveDirective, 'report', PLACE]],
      byPage: 1,
    });
  });

  it('that stopped an encrypted request is ignored', () =>
    expect(hear({ originalPolicy, disposition: 'enforce', blockedURI: 'https://cdn.example/a.js' })).toEqual({
      told: [],
      byPage: 1,
    }));

  it('that only reports is the page’s own affair', () =>
    expect(hear({ originalPolicy })).toEqual({ told: [], byPage: 1 }));
});

it('an event that the page made itself is not believed, and not kept from it', () =>
  expect(hear({ isTrusted: false })).toEqual({ told: [], byPage: 1 }));
