// Every source of words, for the compiler. Written by `npm run words`; a test holds it against the files.
import type campaigns from '../../components/campaigns/campaigns.words.json';
import type certificate from '../../components/certificate/certificate.words.json';
import type chain from '../../components/certificate/chain.words.json';
import type coverage from '../../components/certificate/coverage.words.json';
import type lookUp from '../../components/certificate/look-up.words.json';
import type explain from '../../components/explain/explain.words.json';
import type fix from '../../components/mixed/fix.words.json';
import type mixedList from '../../components/mixed/mixed-list.words.json';
import type pageTools from '../../components/mixed/page-tools.words.json';
import type page from '../../components/page/page.words.json';
import type plans from '../../components/plans/plans.words.json';
import type prices from '../../components/plans/prices.words.json';
import type trialOffer from '../../components/plans/trial-offer.words.json';
import type certificateDetails from '../../components/popup/certificate-details.words.json';
import type connectionDetails from '../../components/popup/connection-details.words.json';
import type contentDetails from '../../components/popup/content-details.words.json';
import type popup from '../../components/popup/popup.words.json';
import type needs from '../../components/readiness/needs.words.json';
import type readinessRules from '../../components/readiness/readiness-rules.words.json';
import type readiness from '../../components/readiness/readiness.words.json';
import type settings from '../../components/settings/settings.words.json';
import type site from '../../components/site/site.words.json';
import type trials from '../../components/trials/trials.words.json';
import type ui from '../../components/ui/ui.words.json';
import type welcome from '../../components/welcome/welcome.words.json';
import type inPageNotice from '../platform/background/in-page-notice.words.json';
import type extension from '../platform/extension.words.json';
import type trialAlarms from '../platform/trial-alarms.words.json';
import type report from '../report/report.words.json';
import type cardOverHttp from '../verdict/findings/card-over-http.words.json';
import type certificateAboutToExpire from '../verdict/findings/certificate-about-to-expire.words.json';
import type certificateClientPurpose from '../verdict/findings/certificate-client-purpose.words.json';
import type certificateDateInvalid from '../verdict/findings/certificate-date-invalid.words.json';
import type certificateDistrusted from '../verdict/findings/certificate-distrusted.words.json';
import type certificateExpired from '../verdict/findings/certificate-expired.words.json';
import type certificateExpiresSoon from '../verdict/findings/certificate-expires-soon.words.json';
import type certificateInvalid from '../verdict/findings/certificate-invalid.words.json';
import type certificateIssuerDistrusted from '../verdict/findings/certificate-issuer-distrusted.words.json';
import type certificateIssuerUnknown from '../verdict/findings/certificate-issuer-unknown.words.json';
import type certificateIssuerWatched from '../verdict/findings/certificate-issuer-watched.words.json';
import type certificateKeyPinned from '../verdict/findings/certificate-key-pinned.words.json';
import type certificateNameConstraint from '../verdict/findings/certificate-name-constraint.words.json';
import type certificateNextShorter from '../verdict/findings/certificate-next-shorter.words.json';
import type certificateNoCertificate from '../verdict/findings/certificate-no-certificate.words.json';
import type certificateNotYetValid from '../verdict/findings/certificate-not-yet-valid.words.json';
import type certificateOverridden from '../verdict/findings/certificate-overridden.words.json';
import type certificatePrivateRoot from '../verdict/findings/certificate-private-root.words.json';
import type certificateRenewalDue from '../verdict/findings/certificate-renewal-due.words.json';
import type certificateRevoked from '../verdict/findings/certificate-revoked.words.json';
import type certificateSelfSigned from '../verdict/findings/certificate-self-signed.words.json';
import type certificateSerialReused from '../verdict/findings/certificate-serial-reused.words.json';
import type certificateTlsVersion from '../verdict/findings/certificate-tls-version.words.json';
import type certificateTransparencyMissing from '../verdict/findings/certificate-transparency-missing.words.json';
import type certificateUnknownRoot from '../verdict/findings/certificate-unknown-root.words.json';
import type certificateWeakAccepted from '../verdict/findings/certificate-weak-accepted.words.json';
import type certificateWeak from '../verdict/findings/certificate-weak.words.json';
import type certificateWrongName from '../verdict/findings/certificate-wrong-name.words.json';
import type certificateWrongUse from '../verdict/findings/certificate-wrong-use.words.json';
import type clientCertificateWanted from '../verdict/findings/client-certificate-wanted.words.json';
import type hstsMissing from '../verdict/findings/hsts-missing.words.json';
import type httpPagePrivate from '../verdict/findings/http-page-private.words.json';
import type httpPage from '../verdict/findings/http-page.words.json';
import type httpsUnavailable from '../verdict/findings/https-unavailable.words.json';
import type insecureDownload from '../verdict/findings/insecure-download.words.json';
import type insecureForm from '../verdict/findings/insecure-form.words.json';
import type insecureRedirect from '../verdict/findings/insecure-redirect.words.json';
import type insecureStart from '../verdict/findings/insecure-start.words.json';
import type mixedContentBlocked from '../verdict/findings/mixed-content-blocked.words.json';
import type mixedContentIdle from '../verdict/findings/mixed-content-idle.words.json';
import type mixedContentLoaded from '../verdict/findings/mixed-content-loaded.words.json';
import type mixedContentUnknown from '../verdict/findings/mixed-content-unknown.words.json';
import type mixedContentUpgraded from '../verdict/findings/mixed-content-upgraded.words.json';
import type oneTimeCodeOverHttp from '../verdict/findings/one-time-code-over-http.words.json';
import type ownHostOverHttp from '../verdict/findings/own-host-over-http.words.json';
import type passwordOverHttp from '../verdict/findings/password-over-http.words.json';
import type redirectEndless from '../verdict/findings/redirect-endless.words.json';
import type redirectLoop from '../verdict/findings/redirect-loop.words.json';
import type textInputOverHttp from '../verdict/findings/text-input-over-http.words.json';
import type upgradeFailed from '../verdict/findings/upgrade-failed.words.json';
import type certificateLines from './certificate-lines.words.json';
import type coverageReasons from './coverage-reasons.words.json';
import type evidence from './evidence.words.json';
import type level from './level.words.json';
import type mixedLines from './mixed-lines.words.json';
import type planLines from './plan-lines.words.json';
import type planReasons from './plan-reasons.words.json';
import type probeAnswers from './probe-answers.words.json';
import type rows from './rows.words.json';
import type verdict from './verdict.words.json';

/** What the sources hold, by key. */
export type WordSources = typeof campaigns &
  typeof certificate &
  typeof chain &
  typeof coverage &
  typeof lookUp &
  typeof explain &
  typeof fix &
  typeof mixedList &
  typeof pageTools &
  typeof page &
  typeof plans &
  typeof prices &
  typeof trialOffer &
  typeof certificateDetails &
  typeof connectionDetails &
  typeof contentDetails &
  typeof popup &
  typeof needs &
  typeof readinessRules &
  typeof readiness &
  typeof settings &
  typeof site &
  typeof trials &
  typeof ui &
  typeof welcome &
  typeof inPageNotice &
  typeof extension &
  typeof trialAlarms &
  typeof report &
  typeof cardOverHttp &
  typeof certificateAboutToExpire &
  typeof certificateClientPurpose &
  typeof certificateDateInvalid &
  typeof certificateDistrusted &
  typeof certificateExpired &
  typeof certificateExpiresSoon &
  typeof certificateInvalid &
  typeof certificateIssuerDistrusted &
  typeof certificateIssuerUnknown &
  typeof certificateIssuerWatched &
  typeof certificateKeyPinned &
  typeof certificateNameConstraint &
  typeof certificateNextShorter &
  typeof certificateNoCertificate &
  typeof certificateNotYetValid &
  typeof certificateOverridden &
  typeof certificatePrivateRoot &
  typeof certificateRenewalDue &
  typeof certificateRevoked &
  typeof certificateSelfSigned &
  typeof certificateSerialReused &
  typeof certificateTlsVersion &
  typeof certificateTransparencyMissing &
  typeof certificateUnknownRoot &
  typeof certificateWeakAccepted &
  typeof certificateWeak &
  typeof certificateWrongName &
  typeof certificateWrongUse &
  typeof clientCertificateWanted &
  typeof hstsMissing &
  typeof httpPagePrivate &
  typeof httpPage &
  typeof httpsUnavailable &
  typeof insecureDownload &
  typeof insecureForm &
  typeof insecureRedirect &
  typeof insecureStart &
  typeof mixedContentBlocked &
  typeof mixedContentIdle &
  typeof mixedContentLoaded &
  typeof mixedContentUnknown &
  typeof mixedContentUpgraded &
  typeof oneTimeCodeOverHttp &
  typeof ownHostOverHttp &
  typeof passwordOverHttp &
  typeof redirectEndless &
  typeof redirectLoop &
  typeof textInputOverHttp &
  typeof upgradeFailed &
  typeof certificateLines &
  typeof coverageReasons &
  typeof evidence &
  typeof level &
  typeof mixedLines &
  typeof planLines &
  typeof planReasons &
  typeof probeAnswers &
  typeof rows &
  typeof verdict;
