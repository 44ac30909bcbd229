// What was typed and not sent off: kept, and never more than that.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRAFT_NAMES, draftKey, MAX_DRAFT, readDrafts } from '../../../lib/settings/drafts.ts';

describe('readDrafts', () => {
  it('gives back what was written, field by field', () => {
    const stored = { [draftKey('addresses')]: 'https://a.example\n', [draftKey('campaign-name')]: '' };
    expect([...readDrafts(stored)]).toEqual([
      ['addresses', 'https://a.example\n'],
      ['campaign-name', ''],
    ]);
  });

  it.each([
    ['no text', { [draftKey('host')]: 7 }],
    ['too long', { [draftKey('host')]: 'x'.repeat(MAX_DRAFT + 1) }],
    ['another key', { 'draft:password': 'x', host: 'x' }],
  ])('passes over what is no draft: %s', (_, bad) => {
    const good = { [draftKey('trial-site')]: 'shop.example' };
    expect([...readDrafts({ ...bad, ...good })]).toEqual([['trial-site', 'shop.example']]);
  });

  it('stands anything', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(readDrafts(stored).size).toBeLessThanOrEqual(DRAFT_NAMES.length);
      }),
    );
  });
});
