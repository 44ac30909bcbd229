// Reads a catalogue from a file, a policy or an import. It is hostile input and checked completely; an error names the place in the catalogue, so that
// its editor can find it.
import * as v from 'valibot';
import type { Catalogue } from './catalogue.ts';
import { catalogueSchema } from './catalogue-schema.ts';
import { LANGUAGES } from '../text/language.ts';
import { startOfDay } from './period.ts';
import { readTemplate, TrialLinkError } from './trial-template.ts';

export type CatalogueFault =
  | 'not-json'
  | 'missing'
  | 'unknown-field'
  | 'wrong-type'
  | 'bad-value'
  | 'duplicate'
  | 'contradiction'
  | 'bad-address';

/** Why a catalogue cannot be used. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
  readonly code: CatalogueFault;
  /** The wrong field, e.g. `plans[0].variants[1].price`; empty: the whole catalogue. */
  readonly path: string;

  constructor(code: CatalogueFault, path: string, detail: string) {
    super(`${path === '' ? 'catalogue' : path}: ${detail}`);
    this.code = code;
    this.path = path;
  }
}

/** The catalogue that is used. */
export interface LoadedCatalogue {
  readonly catalogue: Catalogue;
  readonly source: 'packaged' | 'imported' | 'managed';
  /** Why another one was passed over; null: none was. */
  readonly fault: CatalogueError | null;
}

/** Reads a catalogue from JSON text. Throws CatalogueError. */
export function parseCatalogue(json: string): Catalogue {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new CatalogueError('not-json', '', error instanceof Error ? error.message : 'no JSON');
  }
  return readCatalogue(value);
}

/** Reads a catalogue from a value. Throws CatalogueError for the first fault. */
export function readCatalogue(value: unknown): Catalogue {
  const result = v.safeParse(catalogueSchema, value, { abortEarly: true });
  if (!result.success) throw fromIssue(result.issues[0]);
  checkSense(result.output);
  return result.output;
}

function fromIssue(issue: v.BaseIssue<unknown>): CatalogueError {
  const path = pathOf((issue.path ?? []).map(({ key }) => key));
  if (issue.kind !== 'schema') return new CatalogueError('bad-value', path, issue.message);
  if (issue.expected === 'never') return new CatalogueError('unknown-field', path, 'there is no such field');
  if (issue.received === 'undefined') return new CatalogueError('missing', path, 'the field is missing');
  const isChoice = issue.type === 'picklist' || issue.type === 'literal';
  const detail = `expected ${issue.expected ?? 'something else'}, found ${issue.received}`;
  return new CatalogueError(isChoice ? 'bad-value' : 'wrong-type', path, detail);
}

function pathOf(keys: readonly unknown[]): string {
  return keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** Checks what the schema cannot express: names that must differ, days that must exist, offers that must save money. */
function checkSense(catalogue: Catalogue): void {
  checkDay(catalogue.checked, 'checked');
  checkLanguages(catalogue);
  for (const list of ['plans', 'eligibility', 'claims', 'offers'] as const)
    checkUnique(
      catalogue[list].map(({ id }) => id),
      (index) => `${list}[${index}].id`,
    );
  catalogue.plans.forEach(({ coverage, variants }, at) => {
    checkUnique(
      variants.map(({ level }) => level),
      (index) => `plans[${at}].variants[${index}].level`,
    );
    const ev = variants.findIndex(({ level }) => level === 'EV');
    if (ev !== -1 && coverage === 'wildcard')
      fail(
        'contradiction',
        `plans[${at}].variants[${ev}].level`,
        'EV may not have a wildcard (EV Guidelines)',
      );
  });
  catalogue.eligibility.forEach(({ suffixLabels, innerLabels }, at) => {
    if (suffixLabels.length + innerLabels.length === 0)
      fail('contradiction', `eligibility[${at}].suffixLabels`, 'a rule for names names none');
  });
  catalogue.claims.forEach(({ standing, remark }, at) => {
    if (standing !== 'claim' && remark === null)
      fail('contradiction', `claims[${at}].remark`, 'says what is wrong with it');
  });
  catalogue.offers.forEach((offer, at) => {
    checkPeriod(offer, `offers[${at}]`);
    if (offer.getYears < offer.buyYears)
      fail('contradiction', `offers[${at}].getYears`, 'fewer years than are bought');
    if (offer.getYears === offer.buyYears && offer.payPercent === 100)
      fail('contradiction', `offers[${at}].payPercent`, 'an offer gives more years or asks for less');
  });
  if (catalogue.trial !== null) checkPeriod(catalogue.trial, 'trial');
  checkAddress(catalogue.signUp.address);
}

/** Checks that English is there, and every text in every language that the catalogue lists. */
function checkLanguages(catalogue: Catalogue): void {
  const { languages } = catalogue;
  checkUnique(languages, (index) => `languages[${index}]`);
  if (!languages.includes(LANGUAGES[0].id)) fail('missing', 'languages', `${LANGUAGES[0].id} is missing`);
  checkTexts(catalogue, languages, []);
}

/** Walks the catalogue: an object with a text in English is a text. */
function checkTexts(value: unknown, languages: readonly string[], path: readonly unknown[]): void {
  if (typeof value !== 'object' || value === null) return;
  const fields = new Map<unknown, unknown>(Array.isArray(value) ? value.entries() : Object.entries(value));
  const lacking = fields.has(LANGUAGES[0].id)
    ? languages.find((language) => !fields.has(language))
    : undefined;
  if (lacking !== undefined) fail('missing', pathOf([...path, lacking]), 'the catalogue lists this language');
  fields.forEach((field, key) => checkTexts(field, languages, [...path, key]));
}

function checkUnique(values: readonly string[], path: (index: number) => string): void {
  const index = values.findIndex((value, at) => values.indexOf(value) !== at);
  if (index !== -1) fail('duplicate', path(index), `"${values[index] ?? ''}" is there twice`);
}

function checkPeriod(
  { from, until }: { readonly from: string | null; readonly until: string | null },
  path: string,
): void {
  if (from !== null) checkDay(from, `${path}.from`);
  if (until !== null) checkDay(until, `${path}.until`);
  if (from !== null && until !== null && until < from)
    fail('contradiction', `${path}.until`, 'ends before it begins');
}

function checkDay(text: string, path: string): void {
  if (startOfDay(text) === null) fail('bad-value', path, 'there is no such day');
}

function checkAddress(address: string | null): void {
  if (address === null) return;
  try {
    readTemplate(address);
  } catch (error) {
    if (!(error instanceof TrialLinkError)) throw error;
    fail('bad-address', 'signUp.address', error.message);
  }
}

function fail(code: CatalogueFault, path: string, detail: string): never {
  throw new CatalogueError(code, path, detail);
}
