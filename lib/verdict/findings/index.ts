// The catalogue: every finding, worst first. Within a severity the order is the one in which a person should hear of them.
import type { Finding } from '../finding.ts';
import { finding as passwordOverHttp } from './password-over-http.ts';
import { finding as cardOverHttp } from './card-over-http.ts';
import { finding as oneTimeCodeOverHttp } from './one-time-code-over-http.ts';
import { finding as httpPage } from './http-page.ts';
import { finding as certificateOverridden } from './certificate-overridden.ts';
import { finding as certificateExpired } from './certificate-expired.ts';
import { finding as certificateNotYetValid } from './certificate-not-yet-valid.ts';
import { finding as certificateDateInvalid } from './certificate-date-invalid.ts';
import { finding as certificateWrongName } from './certificate-wrong-name.ts';
import { finding as certificateSelfSigned } from './certificate-self-signed.ts';
import { finding as certificateUnknownRoot } from './certificate-unknown-root.ts';
import { finding as certificateIssuerUnknown } from './certificate-issuer-unknown.ts';
import { finding as certificateRevoked } from './certificate-revoked.ts';
import { finding as certificateWeak } from './certificate-weak.ts';
import { finding as certificateTransparencyMissing } from './certificate-transparency-missing.ts';
import { finding as certificateKeyPinned } from './certificate-key-pinned.ts';
import { finding as certificateDistrusted } from './certificate-distrusted.ts';
import { finding as certificateTlsVersion } from './certificate-tls-version.ts';
import { finding as certificateWrongUse } from './certificate-wrong-use.ts';
import { finding as certificateNameConstraint } from './certificate-name-constraint.ts';
import { finding as certificateSerialReused } from './certificate-serial-reused.ts';
import { finding as certificateNoCertificate } from './certificate-no-certificate.ts';
import { finding as certificateInvalid } from './certificate-invalid.ts';
import { finding as certificateIssuerDistrusted } from './certificate-issuer-distrusted.ts';
import { finding as certificateWeakAccepted } from './certificate-weak-accepted.ts';
import { finding as redirectLoop } from './redirect-loop.ts';
import { finding as redirectEndless } from './redirect-endless.ts';
import { finding as insecureForm } from './insecure-form.ts';
import { finding as mixedContentLoaded } from './mixed-content-loaded.ts';
import { finding as mixedContentBlocked } from './mixed-content-blocked.ts';
import { finding as httpPagePrivate } from './http-page-private.ts';
import { finding as textInputOverHttp } from './text-input-over-http.ts';
import { finding as clientCertificateWanted } from './client-certificate-wanted.ts';
import { finding as insecureRedirect } from './insecure-redirect.ts';
import { finding as insecureDownload } from './insecure-download.ts';
import { finding as certificateIssuerWatched } from './certificate-issuer-watched.ts';
import { finding as certificateAboutToExpire } from './certificate-about-to-expire.ts';
import { finding as certificatePrivateRoot } from './certificate-private-root.ts';
import { finding as certificateExpiresSoon } from './certificate-expires-soon.ts';
import { finding as mixedContentUnknown } from './mixed-content-unknown.ts';
import { finding as mixedContentUpgraded } from './mixed-content-upgraded.ts';
import { finding as httpsUnavailable } from './https-unavailable.ts';
import { finding as mixedContentIdle } from './mixed-content-idle.ts';
import { finding as upgradeFailed } from './upgrade-failed.ts';
import { finding as ownHostOverHttp } from './own-host-over-http.ts';
import { finding as insecureStart } from './insecure-start.ts';
import { finding as certificateRenewalDue } from './certificate-renewal-due.ts';
import { finding as certificateNextShorter } from './certificate-next-shorter.ts';
import { finding as certificateClientPurpose } from './certificate-client-purpose.ts';
import { finding as hstsMissing } from './hsts-missing.ts';

export const FINDINGS: readonly Finding[] = [
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
];
