// Judges whether the issuer is one that a browser stopped trusting: by the names of the issuer and of the root, where the browser reports the
// chain, and by dates; never by the subject.
import type { Certificate, DistinguishedName } from '../certificate.ts';
import { ISSUER_WATCH, type BrowserAct, type WatchedFamily } from './issuer-watch-data.ts';
import { earliestTimestamp } from './logging.ts';
import { ATTRIBUTE, attributeValues } from '../describe/name-text.ts';

const UNIT = '2.5.4.11';

export interface WatchedAct {
  readonly act: BrowserAct;
  /** Whether the act covers this certificate. Null: it depends on the time of a log entry, which the certificate does not contain. */
  readonly applies: boolean | null;
}

export interface IssuerWatch {
  readonly family: WatchedFamily['id'];
  /**
   * `root`: the chain ends in a root of that family. `issuer-name`: only the name of the issuer matches; the browser decided whether its root is
   * trusted. `other-root`: the name matches, but the chain ends in another root, or other issuers took over the name before this date.
   */
  readonly evidence: 'root' | 'issuer-name' | 'other-root';
  /** The organisation or root that matched. */
  readonly matched: string;
  readonly acts: readonly WatchedAct[];
  /** Whether some browser refuses it: an act applies and the evidence is not `other-root`. */
  readonly distrusted: boolean;
}

/** `chain`: the certificates above this one, root last; empty when the browser does not report them. Null: the issuer is on no list. */
export function watchIssuer(
  certificate: Certificate,
  chain: readonly Certificate[] = [],
): IssuerWatch | null {
  const root = chain.at(-1);
  const rootNames = root === undefined ? [] : labelsOf(root.subject);
  const issuers = [certificate, ...chain].flatMap(({ issuer }) =>
    attributeValues(issuer, ATTRIBUTE.organization),
  );
  for (const family of ISSUER_WATCH) {
    const rootName = rootNames.find((name) => family.roots.includes(name));
    const matched = rootName ?? issuers.find((name) => family.organizations.includes(name));
    if (matched === undefined) continue;
    const evidence =
      rootName !== undefined ? 'root' : isElsewhere(certificate, family, root) ? 'other-root' : 'issuer-name';
    const acts = family.acts.map((act) => ({ act, applies: applies(act, certificate) }));
    const distrusted = evidence !== 'other-root' && acts.some((act) => act.applies === true);
    return { family: family.id, evidence, matched, acts, distrusted };
  }
  return null;
}

function isElsewhere(
  certificate: Certificate,
  family: WatchedFamily,
  root: Certificate | undefined,
): boolean {
  // A chain whose last certificate is not self-issued does not contain its root.
  if (root?.selfIssued === true) return true;
  return family.nameReusedFrom !== null && certificate.notBefore >= family.nameReusedFrom;
}

function applies({ trusts }: BrowserAct, certificate: Certificate): boolean | null {
  switch (trusts.what) {
    case 'nothing':
      return true;
    case 'issued-before':
      return certificate.notBefore >= trusts.time;
    case 'issued-from':
      return certificate.notBefore < trusts.time;
    case 'logged-before': {
      const logged = earliestTimestamp(certificate);
      return logged === null ? null : logged >= trusts.time;
    }
  }
}

function labelsOf(name: DistinguishedName): readonly string[] {
  return [...attributeValues(name, ATTRIBUTE.commonName), ...attributeValues(name, UNIT)];
}
