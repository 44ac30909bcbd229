// Evidence that comes from the delivered certificate.
import type { IssuerWatch } from '../certificate/judge/issuer-watch.ts';
import { describeKey } from '../certificate/describe/key-details.ts';
import type { LifetimeState } from '../certificate/judge/lifetime.ts';
import type { RootJudgement } from '../certificate/judge/root.ts';
import { describeSignature } from '../certificate/describe/signature-details.ts';
import type { PageRecord } from '../record/record.ts';
import { datesEvidence, found } from './evidence.ts';
import type { Found } from './finding.ts';
import { deliveredCertificate, judgeKnown } from './page-certificate.ts';

/** Found if the certificate is in this part of its lifetime at the time when the browser reported it. */
export function findLifetime(record: PageRecord, state: LifetimeState): Found | null {
  const delivered = deliveredCertificate(record);
  if (delivered === null || judgeKnown(delivered).lifetime.state !== state) return null;
  const ends = [delivered.certificate.notAfter, delivered.at].map((time) => new Date(time).toISOString());
  return found([datesEvidence(delivered.certificate), { source: 'certificate-ends', params: ends }], 1);
}

/** Found if a browser stopped trusting the issuer, with this kind of evidence. */
export function findWatchedIssuer(record: PageRecord, evidence: IssuerWatch['evidence']): Found | null {
  const delivered = deliveredCertificate(record);
  if (delivered === null) return null;
  const { watch } = judgeKnown(delivered);
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

/** Found if the certificate has a weak key or a broken signature. */
export function findWeakness(record: PageRecord): Found | null {
  const delivered = deliveredCertificate(record);
  if (delivered === null) return null;
  const { key, signature } = delivered.certificate;
  return found(
    judgeKnown(delivered).weaknesses.map(({ bits }) =>
      bits === null
        ? { source: 'certificate-signature', params: [describeSignature(signature).name] }
        : { source: 'certificate-key', params: [describeKey(key).type, String(bits)] },
    ),
  );
}

/**
 * Found if a certificate under a root that is not known to be public states a level above DV, or its issuer is named after a product that inspects
 * connections. A page that was opened in spite of a warning is not judged: its warning matters more.
 */
export function findPrivateRoot(record: PageRecord): Found | null {
  const delivered = deliveredCertificate(record);
  if (delivered === null || record.override !== null) return null;
  const { root, level } = judgeKnown(delivered);
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

/** Roots that follow no public rules, or possibly none. */
const UNCHECKED: ReadonlySet<RootJudgement['standing']> = new Set([
  'private',
  'possibly-private',
  'self-issued',
]);

/** Found if the next certificate will have a shorter lifetime. */
export function findShorterNext(record: PageRecord): Found | null {
  const delivered = deliveredCertificate(record);
  const shorter = delivered === null ? null : judgeKnown(delivered).renewal.shorter;
  if (shorter === null) return null;
  const since = new Date(shorter.from).toISOString().slice(0, 10);
  return found([
    shorter.issuer === null
      ? { source: 'certificate-rule-days', params: [String(shorter.days), since] }
      : { source: 'certificate-issuer-days', params: [shorter.issuer, String(shorter.days), since] },
  ]);
}

/** Found if the next certificate will no longer identify a client. */
export function findLostClientPurpose(record: PageRecord): Found | null {
  const delivered = deliveredCertificate(record);
  if (delivered === null || !judgeKnown(delivered).renewal.losesClientPurpose) return null;
  return found([{ source: 'certificate-client-purpose', params: [] }]);
}
