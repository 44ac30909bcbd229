// The catalogue: what marketing may write, and how a mistake is named.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localTextOf } from '../../../lib/plans/catalogue.ts';
import { catalogueSchema } from '../../../lib/plans/catalogue-schema.ts';
import { CatalogueError, parseCatalogue, readCatalogue } from '../../../lib/plans/read-catalogue.ts';
import { CATALOGUE, CATALOGUE_FILE, CATALOGUE_TEXT, changed } from './packaged-catalogue.ts';
import { toJsonSchema } from './json-schema.ts';

function faultOf(run: () => unknown): readonly [code: string, path: string] {
  try {
    run();
  } catch (error) {
    if (error instanceof CatalogueError) return [error.code, error.path];
    throw error;
  }
  return ['none', ''];
}

const en = { en: 'x' };
const plan = CATALOGUE.plans[0];

/** What is wrong, the value that is put in its place, the fault and its place. */
const BROKEN: readonly (readonly [what: string, path: string, value: unknown, code: string, at: string])[] = [
  ['no format', 'format', undefined, 'missing', 'format'],
  ['another format', 'format', 2, 'bad-value', 'format'],
  ['a day as a number', 'checked', 20261125, 'wrong-type', 'checked'],
  ['a day in words', 'checked', '25 Nov 2026', 'bad-value', 'checked'],
  ['a day that does not exist', 'checked', '2026-02-30', 'bad-value', 'checked'],
  ['another currency', 'currency', 'USD', 'bad-value', 'currency'],
  ['no English', 'languages', ['zh_CN'], 'missing', 'languages'],
  ['no language', 'languages', [], 'bad-value', 'languages'],
  ['a language twice', 'languages', ['en', 'en'], 'duplicate', 'languages[1]'],
  ['a language that the product lacks', 'languages', ['en', 'xx'], 'bad-value', 'languages[1]'],
  ['no plans', 'plans', undefined, 'missing', 'plans'],
  ['plans as an object', 'plans', {}, 'wrong-type', 'plans'],
  ['an empty list of plans', 'plans', [], 'bad-value', 'plans'],
  ['the same plan twice', 'plans', [plan, plan], 'duplicate', 'plans[1].id'],
  ['a name that is no id', 'plans.0.id', 'Basic plan', 'bad-value', 'plans[0].id'],
  ['a name without English', 'plans.1.name', { zh_CN: 'x' }, 'missing', 'plans[1].name.en'],
  [
    'a name in a language that the product lacks',
    'plans.1.name',
    { en: 'x', xx: 'x' },
    'unknown-field',
    'plans[1].name.xx',
  ],
  ['a name in one language', 'plans.1.name', en, 'missing', 'plans[1].name.zh_CN'],
  ['an empty name', 'plans.1.name.en', '', 'bad-value', 'plans[1].name.en'],
  ['a misspelt field', 'plans.0.prise', 1, 'unknown-field', 'plans[0].prise'],
  ['an unknown coverage', 'plans.0.coverage', 'two-hosts', 'bad-value', 'plans[0].coverage'],
  ['no variant', 'plans.0.variants', [], 'bad-value', 'plans[0].variants'],
  ['an unknown level', 'plans.0.variants.0.level', 'QV', 'bad-value', 'plans[0].variants[0].level'],
  ['a price as text', 'plans.0.variants.0.price', '350', 'wrong-type', 'plans[0].variants[0].price'],
  ['half a fen', 'plans.0.variants.0.price', 350.5, 'bad-value', 'plans[0].variants[0].price'],
  ['a negative price', 'plans.2.variants.1.price', -1, 'bad-value', 'plans[2].variants[1].price'],
  ['a price that is no number', 'plans.2.variants.1.price', null, 'wrong-type', 'plans[2].variants[1].price'],
  ['a level twice', 'plans.2.variants.1.level', 'DV', 'duplicate', 'plans[2].variants[1].level'],
  ['EV with a wildcard', 'plans.2.variants.1.level', 'EV', 'contradiction', 'plans[2].variants[1].level'],
  [
    'a service that is not told',
    'plans.0.services.installation',
    undefined,
    'missing',
    'plans[0].services.installation',
  ],
  ['an unknown service', 'plans.0.services.coffee', 'yes', 'unknown-field', 'plans[0].services.coffee'],
  [
    'a service as yes or no',
    'plans.0.services.installation',
    true,
    'bad-value',
    'plans[0].services.installation',
  ],
  ['a claim of somebody else', 'eligibility.0.owner', 'law', 'bad-value', 'eligibility[0].owner'],
  [
    'a label with a dot',
    'eligibility.0.suffixLabels.0',
    '.gov',
    'bad-value',
    'eligibility[0].suffixLabels[0]',
  ],
  ['an outdated claim without a remark', 'claims.1.remark', null, 'contradiction', 'claims[1].remark'],
  ['an offer that gives fewer years', 'offers.1.getYears', 1, 'contradiction', 'offers[1].getYears'],
  ['an offer that offers nothing', 'offers.0.payPercent', 100, 'contradiction', 'offers[0].payPercent'],
  ['more than the whole price', 'offers.0.payPercent', 120, 'bad-value', 'offers[0].payPercent'],
  ['an offer without years', 'offers.0.buyYears', 0, 'bad-value', 'offers[0].buyYears'],
  ['an offer that ends on no day', 'offers.0.until', '2026-13-01', 'bad-value', 'offers[0].until'],
  ['a trial of no months', 'trial.months', 0, 'bad-value', 'trial.months'],
  ['an address over http', 'signUp.address', 'http://seller.example/', 'bad-address', 'signUp.address'],
  [
    'an address with an unknown placeholder',
    'signUp.address',
    'https://seller.example/?u={url}',
    'bad-address',
    'signUp.address',
  ],
  ['no disclosure', 'signUp.disclosure', undefined, 'missing', 'signUp.disclosure'],
];

describe('the packaged catalogue', () => {
  it('is read, and survives a round trip through JSON', () => {
    expect(readCatalogue(JSON.parse(JSON.stringify(CATALOGUE)))).toEqual(CATALOGUE);
    expect(parseCatalogue(CATALOGUE_TEXT)).toEqual(CATALOGUE);
  });

  it('has the prices of the seller, in fen', () => {
    const prices = CATALOGUE.plans.flatMap(({ id, variants }) =>
      variants.map(({ level, price }) => `${id} ${level} ${price}`),
    );
    expect(prices).toEqual([
      'basic DV 35000',
      'standard DV 55000',
      'advanced DV 170000',
      'advanced OV 550000',
    ]);
  });

  it('has no address that is not set', () => {
    expect(CATALOGUE.signUp.address).toBeNull();
  });

  it('matches the published schema', async () => {
    // After a change of the shape: npx vitest -u.
    const file = CATALOGUE_FILE.replace('plans.json', 'plans.schema.json');
    await expect(`${JSON.stringify(toJsonSchema(catalogueSchema), null, 2)}\n`).toMatchFileSnapshot(file);
  });
});

describe('a catalogue in English alone', () => {
  const english = parseCatalogue(
    JSON.stringify({ ...CATALOGUE, languages: ['en'] }, (_, value: unknown) =>
      typeof value === 'object' && value !== null && 'en' in value ? { en: value.en } : value,
    ),
  );

  it('is usable, and shows English in every language', () => {
    expect(english.languages).toEqual(['en']);
    expect(localTextOf(english.plans[0]?.name ?? { en: '' }, 'zh_CN')).toBe('Basic');
    expect(localTextOf(CATALOGUE.plans[0]?.name ?? { en: '' }, 'zh_CN')).toBe('基础版');
  });

  it('shows English where an object has an inherited key for a language', () => {
    expect(localTextOf({ en: 'x' }, 'constructor')).toBe('x');
  });
});

describe('a broken catalogue is named with its place', () => {
  it.each(BROKEN)('%s', (_, path, value, code, at) => {
    expect(faultOf(() => readCatalogue(changed(path, value)))).toEqual([code, at]);
  });

  it.each([
    ['no JSON', '{', 'not-json', ''],
    ['a list', '[]', 'missing', 'format'],
    ['nothing', 'null', 'wrong-type', ''],
  ])('%s', (_, text, code, at) => {
    expect(faultOf(() => parseCatalogue(text))).toEqual([code, at]);
  });

  it('whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...BROKEN.map(([, path]) => path)), (value, path) => {
        expect(faultOf(() => readCatalogue(value))[0]).not.toBe('none');
        // Here it may even be right; anything but a named fault would have been thrown on.
        expect(faultOf(() => readCatalogue(changed(path, value)))).toHaveLength(2);
      }),
    );
  });
});
