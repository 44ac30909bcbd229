// Evidence that the delivered certificate itself gives.
import type { IssuerWatch } from '../certificate/judge/issuer-watch.ts';
import { describeKey } from '../certificate/describe/key-details.ts';
import type { LifetimeState } from '../certificate/judge/lifetime.ts';
import type { RootJudgement } from '../certificate/judge/root.ts';
import { describeSignature } from '../certificate/describe/signature-details.ts';
import type { PageRecord } from '../record/record.ts';
import { datesEvidence, found } from './evidence.ts';
import type { Found } from './finding.ts';
import { deliveredCertificate, judgeKnown } from './page-certificate.ts';

/** The certificate is in this part of its life, by the time at which the browser reported it. */
export function findLifetime(record: PageRecord, state: LifetimeState): Found | null {
  const told = deliveredCertificate(record);
  if (told === null || judgeKnown(told).lifetime.state !== state) return null;
  const ends = [told.certificate.notAfter, told.at].map((time) => new Date(time).toISOString());
  return found([datesEvidence(told.certificate), { source: 'certificate-ends', params: ends }], 1);
}

/** A browser stopped trusting the issuer, by this kind of evidence. */
export function findWatchedIssuer(record: PageRecord, evidence: IssuerWatch['evidence']): Found | null {
  const told = deliveredCertificate(record);
  if (told === null) return null;
  const { watch } = judgeKnown(told);
  if (watch === null || !watch.distrusted || watch.evidence !== evidence) return null;
  return found(
    watch.acts
      .filter(({ applies }) => applies === true)
      .map(({ act }) => ({
        source: 'certificate-issuer',
        params: [watch.matched, `${act.browser} ${act.release}`, act.since],
      })),
    1,
  );
}

/** The certificate has a weak key or a broken signature. */
export function findWeakness(record: PageRecord): Found | null {
  const told = deliveredCertificate(record);
  if (told === null) return null;
  const { key, signature } = told.certificate;
  return found(
    judgeKnown(told).weaknesses.map(({ bits }) =>
      bits === null
        ? { source: 'certificate-signature', params: [describeSignature(signature).name] }
        : { source: 'certificate-key', params: [describeKey(key).type, String(bits)] },
    ),
  );
}

/**
 * A level above DV is stated, or a product that reads connections is named, under a root that is no public one as far as is known. What was
 * opened past a warning is not judged: there the warning is the news.
 */
export function findPrivateRoot(record: PageRecord): Found | null {
  const told = deliveredCertificate(record);
  if (told === null || record.override !== null) return null;
  const { root, level } = judgeKnown(told);
  if (!UNCHECKED.has(root.standing)) return null;
  const claim = level.evidence.find((policy) => policy.level !== 'DV');
  if (claim === undefined && root.interceptor === null) return null;
  const standing = root.standing === 'private' ? 'certificate-root-added' : 'certificate-root-not-shown';
  return found(
    [
      { source: standing, params: [] },
      ...(root.interceptor === null
        ? []
        : [{ source: 'certificate-interceptor', params: [root.interceptor] } as const]),
      ...(claim === undefined
        ? []
        : [{ source: 'certificate-claim', params: [claim.level, claim.oid] } as const]),
    ],
    1,
  );
}

/** Roots that answer to no public rule, or may be such. */
const UNCHECKED: ReadonlySet<RootJudgement['standing']> = new Set([
  'private',
  'possibly-private',
  'self-issued',
]);

/** The next certificate will live shorter. */
export function findShorterNext(record: PageRecord): Found | null {
  const told = deliveredCertificate(record);
  const shorter = told === null ? null : judgeKnown(told).renewal.shorter;
  if (shorter === null) return null;
  const since = new Date(shorter.from).toISOString().slice(0, 10);
  return found([
    shorter.issuer === null
      ? { source: 'certificate-rule-days', params: [String(shorter.days), since] }
      : { source: 'certificate-issuer-days', params: [shorter.issuer, String(shorter.days), since] },
  ]);
}

/** The next certificate will not identify a client any more. */
export function findLostClientPurpose(record: PageRecord): Found | null {
  const told = deliveredCertificate(record);
  if (told === null || !judgeKnown(told).renewal.losesClientPurpose) return null;
  return found([{ source: 'certificate-client-purpose', params: [] }]);
}
