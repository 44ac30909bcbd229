// The plan catalogue that holds: the organisation's, else an imported one, else the packaged one. One that cannot be used is named and passed over.
import type { Catalogue } from '../../plans/catalogue.ts';
import { CatalogueError, parseCatalogue, readCatalogue } from '../../plans/read-catalogue.ts';
import { browser } from '../browser.ts';
import { CATALOGUE_KEY as KEY } from '../storage-keys.ts';

export interface LoadedCatalogue {
  readonly catalogue: Catalogue;
  readonly source: 'packaged' | 'imported' | 'managed';
  /** Why another one was passed over; null: none was. */
  readonly fault: CatalogueError | null;
}

/** Reads the catalogue anew. `managed`: the one that the organisation's policy sets; null: none. */
export async function loadCatalogue(managed: Catalogue | null): Promise<LoadedCatalogue> {
  if (managed !== null) return { catalogue: managed, source: 'managed', fault: null };
  const { [KEY]: imported } = await browser.storage.local.get(KEY);
  if (imported === undefined) return { catalogue: await packaged(), source: 'packaged', fault: null };
  try {
    return { catalogue: readCatalogue(imported), source: 'imported', fault: null };
  } catch (fault) {
    // An older format, or a broken profile.
    if (!(fault instanceof CatalogueError)) throw fault;
    return { catalogue: await packaged(), source: 'packaged', fault };
  }
}

/** Uses the catalogue in a text from now on. Throws CatalogueError, and then nothing changes. */
export async function importCatalogue(json: string): Promise<void> {
  const catalogue = parseCatalogue(json);
  await browser.storage.local.set({ [KEY]: catalogue });
}

/** Goes back to the packaged one. */
export async function resetCatalogue(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

/** Calls back when another catalogue was chosen, here or in another window. Gives a function that stops. */
export function watchCatalogue(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && KEY in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** The package's own file, which a test holds readable. */
async function packaged(): Promise<Catalogue> {
  const response = await fetch(browser.runtime.getURL('plans.json'));
  return parseCatalogue(await response.text());
}
