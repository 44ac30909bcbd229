// The organisation's policy: every key is checked separately, errors are named, and a value that is set takes precedence over the user's choice.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../../../public/managed-schema.json' with { type: 'json' };
import { parseCatalogue } from '../../../lib/plans/read-catalogue.ts';
import { CAMPAIGN_FIELDS } from '../../../lib/plans/trial-template.ts';
import { POLICY_KEYS, readManagedPolicy } from '../../../lib/settings/policy.ts';
import { readSkipWelcome } from '../../../lib/settings/skip-welcome.ts';
import { DEFAULT_SETTINGS, MANAGED_SETTINGS } from '../../../lib/settings/settings.ts';

const PACKAGED = readFileSync(new URL('../../../public/plans.json', import.meta.url), 'utf8');

describe('readManagedPolicy', () => {
  it('sets nothing by default', () => {
    expect(readManagedPolicy({})).toEqual({
      settings: {},
      catalogue: null,
      campaign: {},
      faults: [],
    });
  });

  it('accepts every valid value', () => {
    const policy = readManagedPolicy({
      notice: false,
      lookUp: false,
      lookUpServer: 'https://logs.example/v1',
      signUpAddress: 'https://seller.example/?plan={plan}',
      campaigns: true,
      catalogue: PACKAGED,
      campaign: { utm_campaign: 'autumn', utm_source: 'fair' },
      hideOffers: true,
      skipWelcome: true,
    });
    expect(policy.settings).toEqual({
      notice: false,
      lookUp: false,
      lookUpServer: 'https://logs.example/v1',
      signUpAddress: 'https://seller.example/?plan={plan}',
      campaigns: true,
      hideOffers: true,
    });
    expect(policy).toMatchObject({
      catalogue: parseCatalogue(PACKAGED),
      campaign: { utm_campaign: 'autumn', utm_source: 'fair' },
      faults: [],
    });
  });

  it('also accepts a catalogue as an object', () => {
    const value: unknown = JSON.parse(PACKAGED);
    expect(readManagedPolicy({ catalogue: value }).catalogue).toEqual(parseCatalogue(PACKAGED));
  });

  it.each([
    [{ notice: 'no' }, 'notice', 'bad-value', ''],
    [{ lookUpServer: 'http://logs.example/' }, 'lookUpServer', 'bad-value', ''],
    [{ campaigns: 1 }, 'campaigns', 'bad-value', ''],
    [{ signUpAddress: 'http://seller.example/' }, 'signUpAddress', 'bad-value', ''],
    [{ signUpAddress: 'https://seller.example/{host}' }, 'signUpAddress', 'bad-value', ''],
    [{ hideOffers: 'yes' }, 'hideOffers', 'bad-value', ''],
    [{ hideOffer: true }, 'hideOffer', 'unknown', ''],
    [{ skipWelcome: 'yes' }, 'skipWelcome', 'bad-value', ''],
    [{ language: 'en' }, 'language', 'unknown', ''],
    [{ catalogue: '{' }, 'catalogue', 'bad-value', 'catalogue: '],
    [{ catalogue: 7 }, 'catalogue', 'bad-value', 'catalogue: '],
    [
      { catalogue: PACKAGED.replace('"months": 3', '"months": "3"') },
      'catalogue',
      'bad-value',
      'trial.months: ',
    ],
    [{ campaign: 'autumn' }, 'campaign', 'bad-value', ''],
    [{ campaign: { utm_campaign: 'x'.repeat(101) } }, 'campaign.utm_campaign', 'bad-value', ''],
    [{ campaign: { utm_campaign: 'a\nb' } }, 'campaign.utm_campaign', 'bad-value', ''],
    [{ campaign: { gclid: '1' } }, 'campaign.gclid', 'bad-value', ''],
  ])('reports the fault in %j, and applies the rest', (bad, key, reason, detail) => {
    const policy = readManagedPolicy({ lookUp: false, ...bad });
    expect(policy.faults).toEqual([{ key, reason, detail: expect.stringContaining(detail) as unknown }]);
    expect(policy).toMatchObject({ settings: { lookUp: false }, catalogue: null });
  });

  it('keeps the valid fields of a campaign', () => {
    const { campaign } = readManagedPolicy({ campaign: { utm_campaign: 'autumn', utm_source: 7 } });
    expect(campaign).toEqual({ utm_campaign: 'autumn' });
  });

  it('takes precedence over the choice of the user, and leaves the rest to the user', () => {
    const own = { ...DEFAULT_SETTINGS, notice: true, lookUp: true };
    const merged = { ...own, ...readManagedPolicy({ notice: false, lookUp: 'x' }).settings };
    expect(merged).toEqual({ ...own, notice: false });
  });

  it('accepts any stored value without an error', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const { faults } = readManagedPolicy(value);
        expect(faults.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('readSkipWelcome', () => {
  it.each([
    [{ skipWelcome: true }, true],
    [{ skipWelcome: false }, false],
    [{}, null],
    [{ skipWelcome: 'true' }, null],
    [{ skipWelcome: 1 }, null],
    [null, null],
    ['skipWelcome', null],
  ])('reads %j as %s', (stored, expected) => {
    expect(readSkipWelcome(stored)).toBe(expected);
  });
});

describe('docs/policy.md', () => {
  const docs = readFileSync(new URL('../../../docs/policy.md', import.meta.url), 'utf8');

  it('names every key and no other', () => {
    const named = [...docs.matchAll(/^\| `(\w+)`/gm)].map(([, key = '']) => key);
    expect(named.sort()).toEqual([...MANAGED_SETTINGS, ...POLICY_KEYS].sort());
  });
});

describe('public/managed-schema.json', () => {
  it('describes every key and no other', () => {
    expect(Object.keys(schema.properties).sort()).toEqual([...MANAGED_SETTINGS, ...POLICY_KEYS].sort());
    for (const name of MANAGED_SETTINGS)
      expect(schema.properties[name].type, name).toBe(typeof DEFAULT_SETTINGS[name]);
    expect(Object.keys(schema.properties.campaign.properties).sort()).toEqual([...CAMPAIGN_FIELDS].sort());
  });
});
