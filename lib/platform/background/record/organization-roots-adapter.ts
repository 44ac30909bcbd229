// The organisation's own roots, for the comparison with every connection.
import { parseOrganizationRoots } from '../../../settings/organization-roots.ts';
import type { OrganizationRoots } from '../../../settings/organization-roots.ts';
import { acquirePolicy } from '../../policy-reader.ts';

/** Returns the current list of the policy; empty without one. */
export async function readRoots(): Promise<OrganizationRoots> {
  return parseOrganizationRoots(await acquirePolicy());
}
