// Certificates met in this session: what the browser told of an origin, so that a page from its cache has a certificate to show, and what a
// look-up found for a host, so that it is asked for once.
import { lookUpSchema } from '../look-up/read-look-up.ts';
import { connectionSchema } from '../page/read-record.ts';
import { CONNECTIONS_SHELF, LOOK_UPS_SHELF } from './keys.ts';
import { Shelf } from './shelf.ts';
import type { SessionStore } from './session-store.ts';

/** By origin. */
export const CONNECTIONS = new Shelf(CONNECTIONS_SHELF, connectionSchema, 100);
/** By host. */
export const LOOK_UPS = new Shelf(LOOK_UPS_SHELF, lookUpSchema, 20);

/** Forgets the certificates of private windows, or of the others. Call within a change of the store. */
export async function forgetCertificates(store: SessionStore, isPrivate: boolean): Promise<void> {
  await CONNECTIONS.clear(store, isPrivate);
  await LOOK_UPS.clear(store, isPrivate);
}
