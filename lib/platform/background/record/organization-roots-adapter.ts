// The organisation's own roots, as every connection is compared with them.
import { parseOrganizationRoots } from '../../../settings/organization-roots.ts';
import type { OrganizationRoots } from '../../../settings/organization-roots.ts';
import { acquirePolicy } from '../../policy-reader.ts';

/** The list of the policy as it is now; an empty one where there is none. */
export async function readRoots(): Promise<OrganizationRoots> {
  return parseOrganizationRoots(await acquirePolicy());
}
