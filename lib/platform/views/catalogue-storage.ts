// The plan catalogue that holds: the organisation's, else an imported one, else the packaged one. One that cannot be used is named and passed over.
import * as v from 'valibot';
import type { Catalogue } from '../../plans/catalogue.ts';
import { CatalogueError, parseCatalogue, readCatalogue } from '../../plans/read-catalogue.ts';
import type { LoadedCatalogue } from '../../plans/read-catalogue.ts';
import { browser } from '../browser.ts';
import { CATALOGUE_KEY } from '../storage-keys.ts';
import { defineItem } from '../storage.ts';

/** The imported one, unchecked: its reader says what is wrong with it. */
const imported = defineItem<unknown>(CATALOGUE_KEY, { schema: v.unknown(), fallback: null });

/** Reads the catalogue anew. `managed`: the one that the organisation's policy sets; null: none. */
export async function loadCatalogue(managed: Catalogue | null): Promise<LoadedCatalogue> {
  if (managed !== null) return { catalogue: managed, source: 'managed', fault: null };
  const stored = await imported.get();
  if (stored === null) return { catalogue: await packaged(), source: 'packaged', fault: null };
  try {
    return { catalogue: readCatalogue(stored), source: 'imported', fault: null };
  } catch (fault) {
    // An older format, or a broken profile.
    if (!(fault instanceof CatalogueError)) throw fault;
    return { catalogue: await packaged(), source: 'packaged', fault };
  }
}

/** Uses the catalogue in a text from now on. Throws CatalogueError, and then nothing changes. */
export async function importCatalogue(json: string): Promise<void> {
  const catalogue = parseCatalogue(json);
  await imported.change(() => catalogue);
}

/** Goes back to the packaged one. */
export async function resetCatalogue(): Promise<void> {
  await imported.remove();
}

/** Calls back when another catalogue was chosen, here or in another window. Returns a function that stops. */
export function watchCatalogue(onChange: () => void): () => void {
  return imported.watch(onChange);
}

/** The package's own file, which a test holds readable. */
async function packaged(): Promise<Catalogue> {
  const response = await fetch(browser.runtime.getURL('plans.json'));
  return parseCatalogue(await response.text());
}
