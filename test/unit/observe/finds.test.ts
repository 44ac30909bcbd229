// What one document asks for: one entry per address and source, sent once, never lost on the way, bounded.
import { describe, expect, it } from 'vitest';
import { makeFinds, sends, SPARE } from '../../../lib/observe/finds.ts';
import type { Finds } from '../../../lib/observe/finds.ts';
import {
  MAX_SIGHTINGS_PER_FRAME,
  MAX_SIGHTINGS_PER_REPORT,
} from '../../../lib/record/sightings/observer-report.ts';
import type { RawSighting } from '../../../lib/record/sightings/observer-report.ts';
import { MAX_URL } from '../../../lib/address/address-bounds.ts';

const URL = 'http://cdn.example/a.png';

function sighting(parts: Partial<RawSighting> = {}): RawSighting {
  return {
    url: URL,
    what: 'img src',
    via: 'dom',
    outcome: null,
    metas: 0,
    element: null,
    source: null,
    count: 1,
    ...parts,
  };
}

/** Finds with these in them, none sent yet. */
function findsOf(...sightings: readonly RawSighting[]): Finds {
  const finds = makeFinds();
  for (const one of sightings) finds.add(one);
  return finds;
}

/** Everything there is to send, message by message. */
function drain(finds: Finds): readonly (readonly RawSighting[])[] {
  const messages: (readonly RawSighting[])[] = [];
  for (let [sightings] = finds.take(); sightings.length > 0; [sightings] = finds.take())
    messages.push(sightings);
  return messages;
}

/** As many sightings as asked for, each of its own address. */
function many(count: number, parts: Partial<RawSighting> = {}): readonly RawSighting[] {
  return Array.from({ length: count }, (_, index) =>
    sighting({ url: `http://cdn.example/${index}`, ...parts }),
  );
}

describe('a sighting', () => {
  it('is news the first time only', () => {
    const finds = makeFinds();
    expect(finds.add(sighting())).toBe(true);
    expect(finds.add(sighting())).toBe(false);
    expect(finds.size).toBe(1);
  });

  it('is news again when it has an outcome', () => {
    const finds = findsOf(sighting());
    expect(finds.add(sighting({ outcome: 'blocked' }))).toBe(true);
    expect(finds.take()[0]).toEqual([sighting({ outcome: 'blocked' })]);
  });

  it('keeps its outcome when it is seen again without one', () => {
    const finds = findsOf(sighting({ outcome: 'upgraded' }));
    expect(finds.add(sighting())).toBe(false);
    expect(finds.take()[0]).toEqual([sighting({ outcome: 'upgraded' })]);
  });

  it('keeps the place of the first', () => {
    const first = { element: { selectors: ['img'], closed: false } };
    const finds = findsOf(sighting(first), sighting({ outcome: 'blocked' }));
    expect(finds.take()[0]).toEqual([sighting({ ...first, outcome: 'blocked' })]);
  });

  it('counts other elements with the same request, and nothing else', () => {
    const finds = makeFinds();
    finds.add(sighting(), true);
    expect(finds.add(sighting(), true)).toBe(true);
    finds.add(sighting({ outcome: 'blocked' }));
    finds.add(sighting(), true);
    expect(finds.take()[0]).toEqual([sighting({ outcome: 'blocked', count: 3 })]);
  });

  it('counts from one, whatever count it came with', () =>
    expect(findsOf(sighting({ count: 99 })).take()[0][0]?.count).toBe(1));

  it('of another source is another entry', () => {
    const finds = findsOf(sighting(), sighting({ via: 'timing' }), sighting({ via: 'report' }));
    expect(finds.take()[0].map(({ via }) => via)).toEqual(['dom', 'timing', 'report']);
  });

  it('that loads nothing as it is does not hide one that loads', () => {
    const idle = { outcome: 'not-loaded' } as const;
    expect(findsOf(sighting(idle), sighting()).take()[0]).toMatchObject([{ outcome: null }]);
    expect(findsOf(sighting(), sighting(idle)).take()[0]).toMatchObject([{ outcome: null }]);
    expect(findsOf(sighting({ outcome: 'upgraded' }), sighting(idle)).take()[0]).toMatchObject([
      { outcome: 'upgraded' },
    ]);
    expect(findsOf(sighting(idle), sighting(idle)).take()[0]).toMatchObject([{ outcome: 'not-loaded' }]);
  });

  it('by another attribute is another entry: one may be blocked and the other not', () =>
    expect(findsOf(sighting(), sighting({ what: 'img srcset' })).size).toBe(2));

  it.each(['form action', 'button formaction', 'input formaction', 'a href', 'area href'])(
    'of what is only sent or offered (%s) is another entry than a load from there',
    (what) => expect(findsOf(sighting(), sighting({ what })).size).toBe(2),
  );

  it('with an address that is too long is cut, and is still one entry', () => {
    const url = `http://a.example/${'x'.repeat(MAX_URL)}`;
    const finds = findsOf(sighting({ url: `${url}1` }), sighting({ url: `${url}2` }));
    expect(finds.take()[0].map((one) => one.url.length)).toEqual([MAX_URL]);
  });
});

describe('a value that is too long for a report', () => {
  const long = 'x'.repeat(MAX_URL);

  it('is cut', () => {
    const source = { url: `https://a.example/${long}`, line: 2, column: 1 };
    const [found] = findsOf(sighting({ source })).take()[0];
    expect(found?.source).toEqual({ ...source, url: source.url.slice(0, MAX_URL) });
  });

  it('loses credentials first: cut inside them, it would be no address, or that of another host', () => {
    const finds = findsOf(sighting({ url: `http://user:${long}@a.example/form` }));
    expect(finds.take()[0].map(({ url }) => url)).toEqual(['http://a.example/form']);
  });
});

describe('sends', () => {
  it.each(['a href', 'area href', 'form action', 'button formaction', 'input formaction'])(
    '%s: yes',
    (what) => expect(sends(what)).toBe(true),
  );
  it.each([
    'audio src',
    'image href',
    'input src',
    'link href\n\nicon',
    'script src\n\n\nform action',
    'style',
    'fetch',
    'meta content',
  ])('%s: no', (what) => expect(sends(what)).toBe(false));
});

describe('sending', () => {
  it('is done when everything was taken, and begins again with news', () => {
    const finds = findsOf(sighting());
    expect(drain(finds)).toEqual([[sighting()]]);
    finds.add(sighting({ outcome: 'loaded' }));
    expect(drain(finds)).toEqual([[sighting({ outcome: 'loaded' })]]);
    expect(drain(finds)).toEqual([]);
  });

  it('takes no more at a time than a report may have, in order of arrival, each once', () => {
    const all = many(MAX_SIGHTINGS_PER_REPORT * 2 + 1);
    const messages = drain(findsOf(...all));
    expect(messages.map(({ length }) => length)).toEqual([
      MAX_SIGHTINGS_PER_REPORT,
      MAX_SIGHTINGS_PER_REPORT,
      1,
    ]);
    expect(messages.flat()).toEqual(all);
  });

  it('takes again what did not arrive, with later changes', () => {
    const finds = findsOf(sighting());
    const [, putBack] = finds.take();
    finds.add(sighting({ outcome: 'blocked' }));
    putBack();
    expect(drain(finds)).toEqual([[sighting({ outcome: 'blocked' })]]);
  });

  it('does not take again what arrived when another report did not', () => {
    const finds = findsOf(...many(MAX_SIGHTINGS_PER_REPORT));
    finds.take();
    finds.add(sighting());
    finds.take()[1]();
    expect(drain(finds)).toEqual([[sighting()]]);
  });

  it('starts from the beginning when the background forgot the document', () => {
    const all = many(3);
    const finds = findsOf(...all);
    drain(finds);
    finds.resend();
    expect(drain(finds)).toEqual([all]);
  });
});

describe('an address', () => {
  it('is one without its fragment and credentials, and no other for what stands in its query', () => {
    const finds = findsOf(sighting({ url: 'http://a.example/?to=http://user@b.example/' }));
    expect(finds.add(sighting({ url: 'http://me@a.example/?to=http://user@b.example/#part' }))).toBe(false);
    expect(finds.add(sighting({ url: 'http://a.example/?to=http://b.example/' }))).toBe(true);
  });
});

describe('bounds', () => {
  it('leave out and count new addresses, and still update known ones', () => {
    const finds = findsOf(...many(MAX_SIGHTINGS_PER_FRAME));
    expect(finds.dropped).toBe(0);
    expect(finds.add(sighting({ url: 'http://b.example/1' }))).toBe(true);
    expect(finds.add(sighting({ url: 'http://b.example/2' }))).toBe(true);
    expect(finds.dropped).toBe(2);
    expect(finds.size).toBe(MAX_SIGHTINGS_PER_FRAME);
    expect(finds.add(sighting({ url: 'http://cdn.example/0', outcome: 'blocked' }))).toBe(true);
    expect(finds.dropped).toBe(2);
  });

  it('are of addresses: a second source of a known address is kept', () => {
    const finds = findsOf(...many(MAX_SIGHTINGS_PER_FRAME));
    expect(finds.add(sighting({ url: 'http://cdn.example/0', via: 'report' }))).toBe(true);
    expect(finds.size).toBe(MAX_SIGHTINGS_PER_FRAME + 1);
    expect(finds.dropped).toBe(0);
  });

  it('count what several sources see as often as the one that sees most', () => {
    const finds = findsOf(...many(MAX_SIGHTINGS_PER_FRAME));
    for (const url of ['http://b.example/1', 'http://b.example/2'])
      for (const via of ['timing', 'report'] as const) finds.add(sighting({ url, via }));
    finds.add(sighting({ url: 'http://b.example/3', via: 'report' }));
    expect(finds.dropped).toBe(3);
  });

  it('keep room for blocked loads that upgraded ones cannot fill, and for forms and downloads that no load can', () => {
    const form = sighting({ url: 'http://b.example/form', what: 'form action' });
    const blocked = sighting({ url: 'http://b.example/script', what: 'script src', outcome: 'blocked' });
    const upgraded = many(MAX_SIGHTINGS_PER_FRAME, { outcome: 'upgraded' });
    const finds = findsOf(...upgraded, blocked);
    expect(finds.dropped).toBe(SPARE);
    expect(drain(finds).flat()).toHaveLength(MAX_SIGHTINGS_PER_FRAME - SPARE + 1);
    for (const one of many(SPARE, { what: 'script href' })) finds.add({ ...one, url: `${one.url}/s` });
    finds.add(form);
    const sent = drain(finds).flat();
    expect(sent).toContainEqual(form);
    expect(sent).toHaveLength(SPARE);
    expect(finds.dropped).toBe(SPARE + 1);
  });

  it('apply to everything that is ever sent', () => {
    const finds = findsOf(...many(MAX_SIGHTINGS_PER_FRAME * 2));
    expect(drain(finds).flat()).toHaveLength(MAX_SIGHTINGS_PER_FRAME);
    expect(finds.dropped).toBe(MAX_SIGHTINGS_PER_FRAME);
  });
});
