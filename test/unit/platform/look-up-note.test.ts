import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lookUpNote, takeLookUpNote } from '../../../lib/platform/look-up-note.ts';
import { MemoryArea } from './memory-area.ts';
import { stage } from './memory-browser.ts';

vi.mock('../../../lib/platform/browser.ts', () => import('./memory-browser.ts'));

const NOW = 1_000_000_000;

beforeEach(() => {
  stage.session = new MemoryArea();
});

describe('takeLookUpNote', () => {
  const note = { tabId: 1, host: 'www.example.com', at: NOW - 60_000 };

  it('returns a note for as long as a user may take to answer', async () => {
    await lookUpNote.set(note);
    expect(await takeLookUpNote(NOW)).toEqual(note);
    await lookUpNote.set({ ...note, at: NOW - 180_000 });
    expect(await takeLookUpNote(NOW)).toBeNull();
  });

  it('removes it', async () => {
    await lookUpNote.set(note);
    await takeLookUpNote(NOW);
    expect(await takeLookUpNote(NOW)).toBeNull();
    expect(stage.session.items.size).toBe(0);
  });

  it.each([undefined, null, {}, { ...note, host: 1 }])('is null for %s', async (value) => {
    if (value !== undefined) await stage.session.set({ 'look-up-note': value });
    expect(await takeLookUpNote(NOW)).toBeNull();
  });
});
