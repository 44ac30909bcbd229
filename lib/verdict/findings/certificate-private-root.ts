// The certificate states that its subject was validated, or its issuer is named after a program that inspects connections, and its root is not
// public.
import { findPrivateRoot } from '../certificate-evidence.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
import { pageUnderRoot, pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-private-root',
  severity: 'notice',
  subject: 'certificate',
  needs: ['certificate'],
  find: findPrivateRoot,
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    "The delivered certificate states OV, IV or EV, or its issuer bears the name of a program or proxy that inspects connections, and no public root stands above it as far as is known: Firefox reports that the root was added to the device, or the certificate holds no timestamps of public logs (all that Chromium's single certificate can show).\n\nA root that was added is normal on an intranet and on a developer's machine, so a certificate that names a host alone is no finding: its level is marked as stated by a private root, in every view. A level that says who is behind a site is different: the rules that make it worth something bind public CAs only, and whoever reads a connection can copy it. An organisation's own roots are named by [policy](policy.md#the-organisations-own-roots) and are no finding.",
  doesNotSay:
    "Who runs the root, or whether anyone reads the connection. Timestamps that were copied from the site's own certificate are not recognised as such: their signatures are not checked.",
};

export const examples = (): FindingExamples => ({
  fires: [
    pageUnderRoot('extended', { rootIsBuiltIn: false }),
    pageWithCertificate('extended'),
    pageWithCertificate('intercepted'),
  ],
  silent: [
    pageUnderRoot('extended', { rootIsBuiltIn: true }),
    pageUnderRoot('extended', { rootIsBuiltIn: false, isOrganizationRoot: true }),
    // DV states that a name was validated, nothing more: a certificate of an intranet does not claim to identify its owner.
    pageUnderRoot('ample', { rootIsBuiltIn: false }),
    pageWithCertificate('ample'),
  ],
});
