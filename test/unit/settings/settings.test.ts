import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  MAX_MUTED_SITES,
  MANAGED_SETTINGS,
  mergeSettings,
  muteSite,
  parsePolicy,
  parseSettings,
  SETTING_NAMES,
  SETTINGS,
} from '../../../lib/settings/settings.ts';
import { switchesOn } from '../../../lib/settings/setting-cards.ts';

describe('parseSettings', () => {
  it('accepts valid values', () => {
    const settings = {
      language: 'zh_CN',
      notice: false,
      voice: 'owner',
      lookUp: false,
      lookUpServer: 'https://logs.example/v1/issuances?key=1',
      hideOffers: true,
      campaigns: true,
      deepSites: ['example.com'],
      signUpAddress: 'https://seller.example/?plan={plan}',
      mutedSites: ['a.example'],
    };
    expect(parseSettings(settings)).toEqual(settings);
  });

  it('replaces an invalid value by its default and keeps the others', () => {
    expect(parseSettings({ language: 'xx', notice: false, mutedSites: [1] })).toEqual({
      ...DEFAULT_SETTINGS,
      notice: false,
    });
  });

  it('returns settings for any stored value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(Object.keys(parseSettings(value))).toEqual(Object.keys(DEFAULT_SETTINGS));
      }),
    );
  });
});

describe('the list of settings', () => {
  it.each(SETTING_NAMES)('has a valid fallback for %s', (name) => {
    const { schema, fallback } = SETTINGS[name];
    expect(v.safeParse(schema, fallback).success).toBe(true);
  });

  it('returns the on/off settings that a card shows, in order', () => {
    expect(switchesOn('offers')).toEqual(['hideOffers', 'campaigns']);
    expect(switchesOn('notice')).toEqual(['notice']);
    expect(switchesOn('plans')).toEqual([]);
  });

  it('shows every on/off setting on a card of the settings section', () => {
    const switches = SETTING_NAMES.filter((name) => typeof DEFAULT_SETTINGS[name] === 'boolean');
    const shown = (['notice', 'look-up', 'offers'] as const).flatMap(switchesOn);
    expect(shown.toSorted()).toEqual(switches.toSorted());
  });
});

describe('mergeSettings', () => {
  const stored = { language: 'eo', colour: 'blue', notice: false, mutedSites: ['a.example'] };

  it('writes what was changed, and keeps values that it does not know or cannot use', () => {
    expect(mergeSettings(stored, { notice: true, deepSites: ['b.example'] })).toEqual({
      ...stored,
      notice: true,
      deepSites: ['b.example'],
    });
    expect(mergeSettings(stored, { language: 'en' })).toEqual({ ...stored, language: 'en' });
    expect(mergeSettings(stored, (settings) => muteSite(settings, 'b.example', true))).toEqual({
      ...stored,
      mutedSites: ['a.example', 'b.example'],
    });
  });

  it('writes nothing where nothing changes', () => {
    expect(mergeSettings({}, DEFAULT_SETTINGS)).toEqual({});
  });
});

describe('muteSite', () => {
  it('adds a site once and removes it again', () => {
    const muted = muteSite(muteSite(DEFAULT_SETTINGS, 'a.example', true), 'a.example', true);
    expect(muted.mutedSites).toEqual(['a.example']);
    expect(muteSite(muted, 'a.example', false).mutedSites).toEqual([]);
  });

  it('drops the oldest site of a full list, so that the stored list stays valid', () => {
    let settings = DEFAULT_SETTINGS;
    for (let index = 0; index <= MAX_MUTED_SITES; index += 1)
      settings = muteSite(settings, `${index}.example`, true);
    expect(settings.mutedSites).toHaveLength(MAX_MUTED_SITES);
    expect(parseSettings(settings).mutedSites).toHaveLength(MAX_MUTED_SITES);
  });
});

describe('parsePolicy', () => {
  it('accepts what an organisation may set, value by value', () => {
    expect(
      parsePolicy({ notice: false, lookUp: 'no', lookUpServer: 'https://logs.example/v1', language: 'en' }),
    ).toEqual({ notice: false, lookUpServer: 'https://logs.example/v1' });
  });

  it.each(['http://logs.example/', 'https://user:secret@logs.example/', 7])(
    'ignores the server %s',
    (server) => {
      expect(parsePolicy({ lookUpServer: server })).toEqual({});
    },
  );

  it('sets nothing for any other value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const names: readonly string[] = MANAGED_SETTINGS;
        expect(Object.keys(parsePolicy(value)).every((name) => names.includes(name))).toBe(true);
      }),
    );
  });
});
