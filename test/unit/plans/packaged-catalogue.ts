// The packaged catalogue, read as the product reads it, and copies of it with something changed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue } from '../../../lib/plans/read-catalogue.ts';

export const CATALOGUE_FILE = join(import.meta.dirname, '../../../public/plans.json');
export const CATALOGUE_TEXT = readFileSync(CATALOGUE_FILE, 'utf8');
export const CATALOGUE = readCatalogue(JSON.parse(CATALOGUE_TEXT));

/** The catalogue with the value at a path (`plans.0.id`) replaced; `undefined` takes it away. */
export function changed(path: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(CATALOGUE_TEXT);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at = copy as Record<string, unknown>;
  // A test that names a path that is not there fails below.
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}
