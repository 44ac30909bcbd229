// No password in what is kept of an address.
import { describe, expect, it } from 'vitest';
import { withoutCredentials } from '../../../lib/address/credentials.ts';

describe('withoutCredentials', () => {
  it.each([
    ['a name and a password', 'http://user:secret@a.example/x', 'http://***@a.example/x'],
    ['a name alone, which may be a token', 'https://ghp_token@a.example/', 'https://***@a.example/'],
    ['a password alone', 'https://:secret@a.example:8443/', 'https://***@a.example:8443/'],
    ['an @ in the password', 'http://user:se@cret@a.example/', 'http://***@a.example/'],
    ['a WebSocket', 'ws://user:secret@a.example/?x', 'ws://***@a.example/?x'],
  ])('replaces %s', (_what, url, expected) => expect(withoutCredentials(url)).toBe(expected));

  it.each([
    ['an @ in the path', 'https://a.example/@user:name@x'],
    ['an @ in the query', 'https://a.example?mail=a@b.example'],
    ['an @ in the fragment', 'https://a.example#a@b'],
    ['data', 'data:text/html,user:secret@a.example'],
    ['no address', 'not an address'],
  ])('leaves %s alone', (_what, url) => expect(withoutCredentials(url)).toBe(url));
});
