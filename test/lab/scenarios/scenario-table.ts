// The whole table, in the order of docs/lab.md.
import type { ScenarioGroup } from '../scenario.ts';
import { attacks } from './attacks/attacks.ts';
import { acceptedCertificates, refusedCertificates } from './certificate-scenarios.ts';
import { noWebPages, otherHosts } from './elsewhere.ts';
import { field } from './field/field.ts';
import { hostile } from './hostile.ts';
import { lifeOfAPage } from './life-of-a-page.ts';
import { mixedContent } from './mixed-content-scenarios.ts';
import { mixedPlaces } from './mixed-places.ts';
import { plainHttp } from './plain-http.ts';
import { redirects } from './redirects.ts';
import { secure } from './secure.ts';
import { sites } from './site-scenarios.ts';

export const GROUPS: readonly ScenarioGroup[] = [
  plainHttp,
  secure,
  mixedContent,
  mixedPlaces,
  redirects,
  acceptedCertificates,
  refusedCertificates,
  otherHosts,
  noWebPages,
  sites,
  lifeOfAPage,
  hostile,
  attacks,
  field,
];
