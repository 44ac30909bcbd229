// The settings as stored: only changes are written, and a policy applies for as long as it is set.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, muteSite } from '../../../lib/settings/settings.ts';
import {
  isMuted,
  mute,
  readSettings,
  watchSettings,
  writeSettings,
} from '../../../lib/platform/settings-storage.ts';
import { MemoryArea } from './memory-area.ts';
import { setPolicy, stage } from './memory-browser.ts';

vi.mock('../../../lib/platform/browser.ts', () => import('./memory-browser.ts'));

const stored = (): unknown => JSON.parse(stage.local.items.get('settings') ?? 'null');

beforeEach(() => {
  stage.local = new MemoryArea();
  stage.session = new MemoryArea();
  setPolicy({});
});

describe('settings', () => {
  it('fall back separately', async () => {
    await stage.local.set({ settings: { notice: 'no', voice: 'owner' } });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, voice: 'owner' });
  });

  it('that another version stored survive a change by this one', async () => {
    const settings = { language: 'eo', voice: 'owner', colour: 'blue', mutedSites: ['a.example'] };
    await stage.local.set({ settings });
    await writeSettings({ notice: false });
    await writeSettings((now) => muteSite(now, 'b.example', true));
    expect(stored()).toEqual({ ...settings, notice: false, mutedSites: ['a.example', 'b.example'] });
  });

  it('are kept when a full storage rejects a change', async () => {
    await writeSettings({ notice: false });
    stage.local.quota = 0;
    await expect(writeSettings({ voice: 'owner' })).rejects.toThrow('quota');
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, notice: false });
  });
});

describe('a policy', () => {
  it('takes precedence while it is set, and the own choice applies again when it is removed', async () => {
    await writeSettings({ notice: true, lookUp: false });
    setPolicy({ notice: false, lookUp: 'x', language: 'en' });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, notice: false, lookUp: false });
    await writeSettings({ voice: 'owner' });
    expect(stored()).toEqual({ lookUp: false, voice: 'owner' });
    setPolicy({});
    expect(await readSettings()).toMatchObject({ notice: true, voice: 'owner' });
  });

  it('that changes while the extension runs is reported, as a change of the own settings is', async () => {
    const seen: boolean[] = [];
    const stop = watchSettings(({ notice }) => seen.push(notice));
    setPolicy({ notice: false });
    await vi.waitFor(() => expect(seen).toEqual([false]));
    setPolicy({});
    await vi.waitFor(() => expect(seen).toEqual([false, true]));
    await writeSettings({ notice: false });
    await vi.waitFor(() => expect(seen).toEqual([false, true, false]));
    stop();
    setPolicy({ notice: true });
    expect(await readSettings()).toMatchObject({ notice: true });
    expect(seen).toHaveLength(3);
  });
});

describe('the notice is off', () => {
  it('for a host, in all windows or in private ones', async () => {
    await mute('a.example', false);
    await mute('b.example', true);
    const answers = ['a.example', 'b.example', 'c.example'].map(async (host) => [
      await isMuted(host, false),
      await isMuted(host, true),
    ]);
    expect(await Promise.all(answers)).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ]);
    expect(JSON.stringify([...stage.local.items])).not.toContain('b.example');
  });
});
