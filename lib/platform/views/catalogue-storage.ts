// The plan catalogue in force: the organisation's, else an imported one, else the packaged one. An invalid catalogue is reported and ignored.
import * as v from 'valibot';
import type { Catalogue } from '../../plans/catalogue.ts';
import { CatalogueError, parseCatalogue, readCatalogue } from '../../plans/read-catalogue.ts';
import type { LoadedCatalogue } from '../../plans/read-catalogue.ts';
import { browser } from '../browser.ts';
import { CATALOGUE_KEY } from '../storage-keys.ts';
import { defineItem } from '../storage.ts';

/** The imported catalogue, unchecked: its reader reports the errors. */
const imported = defineItem<unknown>(CATALOGUE_KEY, { schema: v.unknown(), fallback: null });

/** Reads the catalogue again. `managed`: the catalogue that the organisation's policy sets; null: none. */
export async function loadCatalogue(managed: Catalogue | null): Promise<LoadedCatalogue> {
  if (managed !== null) return { catalogue: managed, source: 'managed', fault: null };
  const stored = await imported.get();
  if (stored === null) return { catalogue: await packaged(), source: 'packaged', fault: null };
  try {
    return { catalogue: readCatalogue(stored), source: 'imported', fault: null };
  } catch (fault) {
    // The stored catalogue has an older format, or the profile is damaged.
    if (!(fault instanceof CatalogueError)) throw fault;
    return { catalogue: await packaged(), source: 'packaged', fault };
  }
}

/** Stores the catalogue in a text. Throws CatalogueError when it is invalid, and then changes nothing. */
export async function importCatalogue(json: string): Promise<void> {
  const catalogue = parseCatalogue(json);
  await imported.change(() => catalogue);
}

/** Restores the packaged catalogue. */
export async function resetCatalogue(): Promise<void> {
  await imported.remove();
}

/** Calls back when the catalogue has changed, here or in another window. Returns a function that stops. */
export function watchCatalogue(onChange: () => void): () => void {
  return imported.watch(onChange);
}

/** The packaged file, which a test proves to be valid. */
async function packaged(): Promise<Catalogue> {
  const response = await fetch(browser.runtime.getURL('plans.json'));
  return parseCatalogue(await response.text());
}
