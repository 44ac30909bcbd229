import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  MAX_MUTED_SITES,
  MANAGED_SETTINGS,
  muteSite,
  parsePolicy,
  parseSettings,
} from '../../../lib/settings/settings.ts';

describe('parseSettings', () => {
  it('takes good values', () => {
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

  it('replaces a bad value by its default and keeps its neighbours', () => {
    expect(parseSettings({ language: 'xx', notice: false, mutedSites: [1] })).toEqual({
      ...DEFAULT_SETTINGS,
      notice: false,
    });
  });

  it('gives settings for anything', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(Object.keys(parseSettings(value))).toEqual(Object.keys(DEFAULT_SETTINGS));
      }),
    );
  });
});

describe('muteSite', () => {
  it('adds a site once and takes it away again', () => {
    const muted = muteSite(muteSite(DEFAULT_SETTINGS, 'a.example', true), 'a.example', true);
    expect(muted.mutedSites).toEqual(['a.example']);
    expect(muteSite(muted, 'a.example', false).mutedSites).toEqual([]);
  });

  it('lets the oldest go when the list is full, so that what is stored stays valid', () => {
    let settings = DEFAULT_SETTINGS;
    for (let index = 0; index <= MAX_MUTED_SITES; index += 1)
      settings = muteSite(settings, `${index}.example`, true);
    expect(settings.mutedSites).toHaveLength(MAX_MUTED_SITES);
    expect(parseSettings(settings).mutedSites).toHaveLength(MAX_MUTED_SITES);
  });
});

describe('parsePolicy', () => {
  it('takes what an organisation may decide, value by value', () => {
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

  it('decides nothing for anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const names: readonly string[] = MANAGED_SETTINGS;
        expect(Object.keys(parsePolicy(value)).every((name) => names.includes(name))).toBe(true);
      }),
    );
  });
});
