// The only way to a judgement of a certificate: popup, options, reports and the command line all read this result, and nothing outside
// lib/certificate calls the rules behind it (test/unit/certificate/one-judgement.test.ts). coverage.ts judges which hosts it covers.
//
//   const { level, lifetime } = judgeCertificate({ certificate, der, chain, connection, source: 'page', now });
import type { Certificate } from '../certificate.ts';
import { listDeviations } from './deviations.ts';
import type { Deviation } from './deviations.ts';
import { watchIssuer } from './issuer-watch.ts';
import type { IssuerWatch } from './issuer-watch.ts';
import { judgeLevel } from './level.ts';
import type { LevelJudgement } from './level.ts';
import { judgeLifetime } from './lifetime.ts';
import type { LifetimeJudgement } from './lifetime.ts';
import { judgeLogging } from './logging.ts';
import type { LoggingJudgement } from './logging.ts';
import { judgeRenewal } from './renewal.ts';
import type { RenewalJudgement } from './renewal.ts';
import { judgePurpose } from './purpose.ts';
import type { PurposeJudgement } from './purpose.ts';
import { judgeRoot } from './root.ts';
import type { BrowserReport, CertificateOrigin, RootJudgement } from './root.ts';
import { readExponent } from '../read/key-fields.ts';
import { judgeStrength } from './strength.ts';
import type { Weakness } from './strength.ts';

export interface CertificateFacts {
  readonly certificate: Certificate;
  /** The bytes of the certificate; null: not available, so that the exponent of an RSA key is not judged. */
  readonly der: Uint8Array | null;
  /** The certificates above it, root last; empty when they are unknown. */
  readonly chain: readonly Certificate[];
  /** What the browser reports of the connection; null: no browser is involved. */
  readonly connection: BrowserReport | null;
  readonly source: CertificateOrigin;
  /** ms since epoch. */
  readonly now: number;
}

export interface CertificateJudgement {
  readonly purpose: PurposeJudgement;
  readonly root: RootJudgement;
  readonly level: LevelJudgement;
  readonly lifetime: LifetimeJudgement;
  readonly renewal: RenewalJudgement;
  /** null: the issuer is on no list. */
  readonly watch: IssuerWatch | null;
  readonly weaknesses: readonly Weakness[];
  readonly logging: LoggingJudgement;
  readonly deviations: readonly Deviation[];
}

/** Judges a certificate by everything that is known of it. Never throws. */
export function judgeCertificate(facts: CertificateFacts): CertificateJudgement {
  const { certificate, der, chain, connection, source, now } = facts;
  const purpose = judgePurpose(certificate);
  const root = judgeRoot(certificate, chain, { connection, source, purpose });
  const lifetime = judgeLifetime(certificate, { now, standing: root.standing, purpose });
  return {
    purpose,
    root,
    level: judgeLevel(certificate, {
      extendedValidation: connection?.extendedValidation ?? null,
      standing: root.standing,
      isIssuer: purpose.isIssuer,
    }),
    lifetime,
    renewal: judgeRenewal(certificate, { lifetime, purpose, standing: root.standing, now }),
    watch: watchIssuer(certificate, chain),
    weaknesses: judgeStrength(certificate, der === null ? null : readExponent(der)),
    logging: judgeLogging(certificate, root.standing, purpose.isServer),
    deviations: listDeviations(certificate),
  };
}
