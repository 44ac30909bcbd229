// Certificates seen in this session: what the browser reported for an origin, so that a page from its cache has a certificate to show, and what a look-up
// found for a host, so that the logs are asked once.
import { lookUpSchema } from '../../../look-up/read-look-up.ts';
import { connectionSchema } from '../../../record/read-record.ts';
import { CONNECTIONS_MAP, LOOK_UPS_MAP } from '../../storage-keys.ts';
import { SessionMap } from './session-map.ts';
import type { SessionTransaction } from './session-transaction.ts';

/** By origin. */
export const CONNECTIONS = new SessionMap(CONNECTIONS_MAP, connectionSchema, 100);
/** By host. */
export const LOOK_UPS = new SessionMap(LOOK_UPS_MAP, lookUpSchema, 20);

/** Forgets the certificates of private windows, or of the others. */
export async function forgetCertificates(tx: SessionTransaction, isPrivate: boolean): Promise<void> {
  await CONNECTIONS.clear(tx, isPrivate);
  await LOOK_UPS.clear(tx, isPrivate);
}
