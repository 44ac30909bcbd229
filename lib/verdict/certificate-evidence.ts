// Evidence that the delivered certificate itself gives.
import type { IssuerWatch } from '../certificate/issuer-watch.ts';
import { describeKey } from '../certificate/key-details.ts';
import type { LifetimeState } from '../certificate/lifetime.ts';
import { describeSignature } from '../certificate/signature-details.ts';
import type { PageRecord } from '../page/record.ts';
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
