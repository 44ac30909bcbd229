// The catalogue of findings, worst first. Within a severity, the most important for a user comes first.
import type { Finding } from './finding.ts';
import { finding as passwordOverHttp } from './findings/password-over-http.ts';
import { finding as cardOverHttp } from './findings/card-over-http.ts';
import { finding as oneTimeCodeOverHttp } from './findings/one-time-code-over-http.ts';
import { finding as httpPage } from './findings/http-page.ts';
import { finding as certificateOverridden } from './findings/certificate-overridden.ts';
import { finding as certificateExpired } from './findings/certificate-expired.ts';
import { finding as certificateNotYetValid } from './findings/certificate-not-yet-valid.ts';
import { finding as certificateDateInvalid } from './findings/certificate-date-invalid.ts';
import { finding as certificateWrongName } from './findings/certificate-wrong-name.ts';
import { finding as certificateSelfSigned } from './findings/certificate-self-signed.ts';
import { finding as certificateUnknownRoot } from './findings/certificate-unknown-root.ts';
import { finding as certificateIssuerUnknown } from './findings/certificate-issuer-unknown.ts';
import { finding as certificateRevoked } from './findings/certificate-revoked.ts';
import { finding as certificateWeak } from './findings/certificate-weak.ts';
import { finding as certificateTransparencyMissing } from './findings/certificate-transparency-missing.ts';
import { finding as certificateKeyPinned } from './findings/certificate-key-pinned.ts';
import { finding as certificateDistrusted } from './findings/certificate-distrusted.ts';
import { finding as certificateTlsVersion } from './findings/certificate-tls-version.ts';
import { finding as certificateWrongUse } from './findings/certificate-wrong-use.ts';
import { finding as certificateNameConstraint } from './findings/certificate-name-constraint.ts';
import { finding as certificateSerialReused } from './findings/certificate-serial-reused.ts';
import { finding as certificateNoCertificate } from './findings/certificate-no-certificate.ts';
import { finding as certificateInvalid } from './findings/certificate-invalid.ts';
import { finding as certificateIssuerDistrusted } from './findings/certificate-issuer-distrusted.ts';
import { finding as certificateWeakAccepted } from './findings/certificate-weak-accepted.ts';
import { finding as redirectLoop } from './findings/redirect-loop.ts';
import { finding as redirectEndless } from './findings/redirect-endless.ts';
import { finding as insecureForm } from './findings/insecure-form.ts';
import { finding as mixedContentLoaded } from './findings/mixed-content-loaded.ts';
import { finding as mixedContentBlocked } from './findings/mixed-content-blocked.ts';
import { finding as httpPagePrivate } from './findings/http-page-private.ts';
import { finding as textInputOverHttp } from './findings/text-input-over-http.ts';
import { finding as clientCertificateWanted } from './findings/client-certificate-wanted.ts';
import { finding as insecureRedirect } from './findings/insecure-redirect.ts';
import { finding as insecureDownload } from './findings/insecure-download.ts';
import { finding as certificateIssuerWatched } from './findings/certificate-issuer-watched.ts';
import { finding as certificateAboutToExpire } from './findings/certificate-about-to-expire.ts';
import { finding as certificatePrivateRoot } from './findings/certificate-private-root.ts';
import { finding as certificateExpiresSoon } from './findings/certificate-expires-soon.ts';
import { finding as mixedContentUnknown } from './findings/mixed-content-unknown.ts';
import { finding as mixedContentUpgraded } from './findings/mixed-content-upgraded.ts';
import { finding as httpsUnavailable } from './findings/https-unavailable.ts';
import { finding as mixedContentIdle } from './findings/mixed-content-idle.ts';
import { finding as upgradeFailed } from './findings/upgrade-failed.ts';
import { finding as ownHostOverHttp } from './findings/own-host-over-http.ts';
import { finding as insecureStart } from './findings/insecure-start.ts';
import { finding as certificateRenewalDue } from './findings/certificate-renewal-due.ts';
import { finding as certificateNextShorter } from './findings/certificate-next-shorter.ts';
import { finding as certificateClientPurpose } from './findings/certificate-client-purpose.ts';
import { finding as hstsMissing } from './findings/hsts-missing.ts';

const LIST = [
  passwordOverHttp,
  cardOverHttp,
  oneTimeCodeOverHttp,
  httpPage,
  certificateOverridden,
  certificateExpired,
  certificateNotYetValid,
  certificateDateInvalid,
  certificateWrongName,
  certificateSelfSigned,
  certificateUnknownRoot,
  certificateIssuerUnknown,
  certificateRevoked,
  certificateWeak,
  certificateTransparencyMissing,
  certificateKeyPinned,
  certificateDistrusted,
  certificateTlsVersion,
  certificateWrongUse,
  certificateNameConstraint,
  certificateSerialReused,
  certificateNoCertificate,
  certificateInvalid,
  certificateIssuerDistrusted,
  certificateWeakAccepted,
  redirectLoop,
  redirectEndless,
  insecureForm,
  certificateAboutToExpire,
  mixedContentLoaded,
  mixedContentBlocked,
  httpPagePrivate,
  textInputOverHttp,
  clientCertificateWanted,
  insecureRedirect,
  insecureDownload,
  certificatePrivateRoot,
  certificateIssuerWatched,
  certificateExpiresSoon,
  mixedContentUnknown,
  mixedContentUpgraded,
  httpsUnavailable,
  ownHostOverHttp,
  upgradeFailed,
  mixedContentIdle,
  insecureStart,
  certificateRenewalDue,
  certificateNextShorter,
  certificateClientPurpose,
  hstsMissing,
] as const satisfies readonly Finding[];

/** The ids of all findings, known to the compiler. */
export type FindingId = (typeof LIST)[number]['id'];

/** A finding of the catalogue. */
export type ListedFinding = Finding & { readonly id: FindingId };

export const FINDINGS: readonly ListedFinding[] = LIST;

export const FINDING_IDS: readonly FindingId[] = FINDINGS.map(({ id }) => id);
