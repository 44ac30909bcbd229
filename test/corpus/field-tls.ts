// The certificates of the pages of the corpus "field". The corpus has no keys for them, so equivalent ones are made, below a test CA. A case that
// a scenario of the lab covers is only referenced.
import { makeAuthority, makeLeaf } from '../lab/lab-certificates.ts';
import type { Authority, Leaf } from '../lab/lab-certificates.ts';
import { DAY, planLeaf } from '../lab/leaf-kinds.ts';
import type { LeafPlan } from '../lab/leaf-kinds.ts';
import type { Judgement } from '../lab/scenario.ts';

/** Folder of the corpus. */
export const TLS_FOLDER = '81-tls';

/** Hosts with their own certificate, and its kind. */
const TLS_HOSTS: Readonly<Record<string, (host: string, now: number) => LeafPlan>> = {
  'noint.h5.test': (host, now) => ({ ...planLeaf('dv', [host], now), signer: 'constrained' }),
  'long.h5.test': (host, now) => ({ ...planLeaf('intranet', [host], now), ...ofDays(825, now) }),
  'mkcert.h5.test': (host, now) => ({
    ...planLeaf('intranet', [host], now),
    ...ofDays(820, now),
    policy: null,
    subject: [
      ['2.5.4.10', 'mkcert development certificate'],
      ['2.5.4.11', 'li@host'],
    ],
  }),
  'a_b.wild.h5.test': (host, now) => planLeaf('wildcard', [host], now),
  'private-ev.h5.test': (host, now) => planLeaf('private-ev', [host], now),
};

/** Five days of its validity have passed. */
function ofDays(days: number, now: number): Pick<LeafPlan, 'notBefore' | 'notAfter'> {
  return { notBefore: now - 5 * DAY, notAfter: now + (days - 5) * DAY };
}

/** Makes all certificates. `authority`: the CA that the browser trusts; no server sends the intermediate below it. */
export async function issueTlsHosts(authority: Authority, now: number): Promise<ReadonlyMap<string, Leaf>> {
  const between = await makeAuthority('Field Issuing CA', now, { parent: authority });
  const signers = {
    lab: authority,
    constrained: between,
    distrusted: authority,
    stranger: authority,
    interceptor: authority,
  };
  const made = Object.entries(TLS_HOSTS).map(
    async ([host, plan]) => [host, await makeLeaf(plan(host, now), signers)] as const,
  );
  return new Map(await Promise.all(made));
}

/** A case that a scenario of the lab covers. */
export interface LabCase {
  /** Number in cases.md. */
  readonly number: number;
  readonly scenario: string;
  /** The result that its rule requires in each browser. */
  readonly chromium: Judgement;
  readonly firefox: Judgement;
}

const NOTHING: Judgement = { state: 'nothing-found', findings: [] };
const WRONG_USE: Judgement = { state: 'danger', findings: ['certificate-wrong-use'] };

function inBoth(judgement: Judgement): Pick<LabCase, 'chromium' | 'firefox'> {
  return { chromium: judgement, firefox: judgement };
}

export const LAB_CASES: readonly LabCase[] = [
  // Firefox accepts a certificate with only keyEncipherment, and Chromium the certificate of a CA.
  { number: 69, scenario: 'field-wrong-key-usage', chromium: WRONG_USE, firefox: NOTHING },
  { number: 72, scenario: 'field-ca-certificate', chromium: NOTHING, firefox: WRONG_USE },
  {
    number: 74,
    scenario: 'field-wants-certificate',
    ...inBoth({ state: 'notice', findings: ['client-certificate-wanted'] }),
  },
  {
    number: 75,
    scenario: 'field-knows-no-name',
    ...inBoth({ state: 'danger', findings: ['certificate-no-certificate'] }),
  },
  { number: 76, scenario: 'field-ten-years', ...inBoth(NOTHING) },
];
