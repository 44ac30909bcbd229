// The policy's list of the organisation's own roots: tolerant of how hex is written, but not of other values.
import { describe, expect, it } from 'vitest';
import { readAuthorityKey } from '../../../lib/certificate/read/key-fields.ts';
import {
  isUnderOrganizationRoot,
  parseOrganizationRoots,
  readOrganizationRoots,
} from '../../../lib/settings/organization-roots.ts';
import { readManagedPolicy } from '../../../lib/settings/policy.ts';
import { certificate, extension, hex } from '../../fixtures/certificate-encoder.ts';

const ROOT = 'ab'.repeat(32);
const KEY = 'cd'.repeat(20);

describe('the list', () => {
  it('accepts fingerprints and key identifiers as tools print them', () => {
    const written = [ROOT.toUpperCase().replace(/(..)(?=.)/g, '$1:'), `  ${KEY.replace(/(....)/g, '$1 ')}`];
    const { fingerprints, keys } = parseOrganizationRoots({ organizationRoots: written });
    expect([[...fingerprints], [...keys]]).toEqual([[ROOT], [KEY]]);
  });

  it.each([undefined, null, 'x', {}, [1], ['zz'], [ROOT.slice(1)], Array.from({ length: 101 }, () => ROOT)])(
    '%j names nothing',
    (organizationRoots) => {
      const { fingerprints, keys } = parseOrganizationRoots({ organizationRoots });
      expect(fingerprints.size + keys.size).toBe(0);
    },
  );

  it('reports entries that cannot be used, and uses the rest', () => {
    expect(readOrganizationRoots([ROOT, 'nonsense'])?.bad).toEqual(['nonsense']);
    expect(readManagedPolicy({ organizationRoots: [ROOT, 'nonsense'] }).faults).toEqual([
      { key: 'organizationRoots', reason: 'bad-value', detail: 'nonsense' },
    ]);
    expect(readManagedPolicy({ organizationRoots: 'x' }).faults).toMatchObject([
      { key: 'organizationRoots' },
    ]);
  });
});

it('finds a root by any certificate of a chain, or by the key of the issuer', () => {
  const roots = parseOrganizationRoots({ organizationRoots: [ROOT, KEY] });
  expect(isUnderOrganizationRoot(roots, ['00'.repeat(32), ROOT], null)).toBe(true);
  expect(isUnderOrganizationRoot(roots, ['00'.repeat(32)], null)).toBe(false);
  expect(isUnderOrganizationRoot(roots, [], KEY)).toBe(true);
  expect(isUnderOrganizationRoot(roots, [KEY], '00'.repeat(20))).toBe(false);
});

/** A certificate whose authorityKeyIdentifier has this value. */
const naming = (value: string): Uint8Array =>
  certificate({
    extensions: [extension('2.5.29.15', hex('03 02 07 80'), true), extension('2.5.29.35', hex(value))],
  });

describe('the key identifier of the issuer', () => {
  it.each([
    [naming(`30 16 80 14 ${KEY}`), KEY],
    [naming(`30 19 80 14 ${KEY} 82 01 05`), KEY],
    [naming('30 03 82 01 05'), null],
    [naming('04 00'), null],
    [certificate(), null],
    [hex('30 82'), null],
    [new Uint8Array(), null],
  ])('%#', (der, key) => {
    expect(readAuthorityKey(der)).toBe(key);
  });
});
