// The schema of a catalogue. Strict, so that a misspelt field is reported and not ignored. `public/plans.schema.json` is the same schema for editors; a
// test compares them.
import * as v from 'valibot';
import { LANGUAGE_IDS } from '../text/language.ts';
import { CATALOGUE_FORMAT, COVERAGES, PLAN_LEVELS, SERVICE_EXTENTS } from './catalogue.ts';
import type { Catalogue, LocalText, ServiceExtent, ServiceId } from './catalogue.ts';

/** Ten million yuan: a higher price is a typing error. */
const MAX_PRICE = 1_000_000_000;
const MAX_YEARS = 20;
const MAX_ITEMS = 20;

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/), v.maxLength(40));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(600));
const localText: v.GenericSchema<unknown, LocalText> = v.strictObject({
  ...Object.fromEntries(LANGUAGE_IDS.map((language) => [language, v.exactOptional(text)])),
  en: text,
});
const label = v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/), v.maxLength(63));
const years = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_YEARS));
const level = v.picklist(PLAN_LEVELS);
const period = { from: v.nullable(day), until: v.nullable(day) };

function list<T>(
  item: v.GenericSchema<unknown, T>,
  least: 0 | 1 = 0,
): v.GenericSchema<unknown, readonly T[]> {
  return v.pipe(v.array(item), v.minLength(least), v.maxLength(MAX_ITEMS));
}

/** One field per service; the compiler reports a missing one. */
function perService<T>(schema: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, Record<ServiceId, T>> {
  return v.strictObject({
    installation: schema,
    'page-debugging': schema,
    'expiry-reminder': schema,
    'automatic-renewal': schema,
    'check-and-support': schema,
  });
}

const extent: v.GenericSchema<unknown, ServiceExtent> = v.picklist(SERVICE_EXTENTS);

const plan = v.strictObject({
  id,
  name: localText,
  meantFor: localText,
  coverage: v.picklist(COVERAGES),
  brand: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  variants: list(
    v.strictObject({
      level,
      price: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PRICE)),
    }),
    1,
  ),
  services: perService(extent),
  advantages: list(localText),
});

const eligibility = v.strictObject({
  id,
  owner: v.literal('seller'),
  level,
  suffixLabels: list(label),
  innerLabels: list(label),
  text: localText,
});

const claim = v.strictObject({
  id,
  owner: v.literal('seller'),
  standing: v.picklist(['claim', 'outdated', 'contradicted']),
  text: localText,
  remark: v.nullable(localText),
});

const offer = v.strictObject({
  id,
  text: localText,
  buyYears: years,
  getYears: years,
  payPercent: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  ...period,
});

const trial = v.strictObject({
  months: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24)),
  text: localText,
  ...period,
});

export const catalogueSchema: v.GenericSchema<unknown, Catalogue> = v.strictObject({
  /** The JSON Schema, for editors. */
  $schema: v.optional(v.string()),
  format: v.literal(CATALOGUE_FORMAT),
  checked: day,
  currency: v.literal('CNY'),
  languages: v.pipe(v.array(v.picklist(LANGUAGE_IDS)), v.minLength(1), v.maxLength(LANGUAGE_IDS.length)),
  plans: list(plan, 1),
  serviceNames: perService(localText),
  eligibility: list(eligibility),
  claims: list(claim),
  offers: list(offer),
  trial: v.nullable(trial),
  signUp: v.strictObject({
    address: v.nullable(v.pipe(v.string(), v.maxLength(2000))),
    disclosure: localText,
  }),
});
