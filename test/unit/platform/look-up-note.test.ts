import { describe, expect, it } from 'vitest';
import { readNote } from '../../../lib/platform/look-up-note.ts';

const NOW = 1_000_000_000;

describe('readNote', () => {
  const note = { tabId: 1, host: 'www.example.com', at: NOW - 60_000 };
  it('is valid for as long as a user may take to answer', () => {
    expect(readNote(note, NOW)).toEqual(note);
    expect(readNote({ ...note, at: NOW - 180_000 }, NOW)).toBeNull();
  });
  it.each([undefined, null, {}, { ...note, host: 1 }])('is null for %s', (value) =>
    expect(readNote(value, NOW)).toBeNull(),
  );
});
