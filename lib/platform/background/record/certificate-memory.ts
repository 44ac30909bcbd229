// Certificates seen in this session: what the browser reported for an origin, so that a page from its cache has a certificate to show, and what a look-up
// found for a host, so that the logs are asked once.
import { CONNECTIONS_MAP, LOOK_UPS_MAP } from '../../storage-keys.ts';
import { SessionMap } from './session-map.ts';
import type { LookUp } from '../../../look-up/look-up.ts';
import type { ConnectionReport } from '../../../record/record.ts';
import type { SessionTransaction } from './session-transaction.ts';
import { lookUpSchema } from '../../../look-up/look-up.ts';
import { connectionSchema } from '../../../record/record.ts';

/** By origin. */
export const CONNECTIONS = new SessionMap<ConnectionReport>(CONNECTIONS_MAP, connectionSchema, 100);
/** By host. */
export const LOOK_UPS = new SessionMap<LookUp>(LOOK_UPS_MAP, lookUpSchema, 20);

/** Forgets the certificates of private windows, or of the others. */
export async function forgetCertificates(tx: SessionTransaction, isPrivate: boolean): Promise<void> {
  await CONNECTIONS.clear(tx, isPrivate);
  await LOOK_UPS.clear(tx, isPrivate);
}
