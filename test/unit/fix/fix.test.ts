// What an owner is told to change.
import { describe, expect, it } from 'vitest';
import { fixEntry } from '../../../lib/fix/entry-fix.ts';
import { SERVER_FIXES, SERVERS } from '../../../lib/fix/server-fixes.ts';

const element = { selectors: ['x-card', 'img'], closed: false };
const line = { url: 'https://example.com/a.css', line: 3, column: 10 };
const file = { ...line, line: 0, column: 0 };

describe('fixEntry', () => {
  it.each([
    [{ element, source: line }, 'https://example.com/a.css:3:10'],
    [{ element, source: file }, 'x-card >>> img'],
    [{ element: null, source: file }, 'https://example.com/a.css'],
    [{ element: null, source: null }, null],
  ])('names the place that an editor opens: %j', (places, where) =>
    expect(fixEntry({ url: 'http://a.example/', ...places }, null).where).toBe(where),
  );

  it('is enough only when https was seen to work', () => {
    const answers = [null, { kind: 'works', status: 200 }, { kind: 'no-https', code: 'X' }] as const;
    const fixes = answers.map((answer) =>
      fixEntry({ url: 'http://a.example/x', element, source: null }, answer),
    );
    expect(fixes.map(({ advice, isEnough }) => [advice, isEnough])).toEqual([
      ['not-asked', false],
      ['works', true],
      ['no-https', false],
    ]);
    expect(fixes[0]?.to).toBe('https://a.example/x');
  });
});

describe('SERVER_FIXES', () => {
  it.each(SERVERS)('%s sets the directive in the header that browsers read', (server) => {
    expect(SERVER_FIXES[server]).toMatch(/Content-?Security-?Policy/);
    expect(SERVER_FIXES[server]).toContain('upgrade-insecure-requests');
  });

  it('is JSON where it is given to a program as such', () => {
    expect(JSON.parse(SERVER_FIXES.cloudfront)).toHaveProperty('SecurityHeadersConfig');
  });
});
