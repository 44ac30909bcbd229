// The certificate states that its subject was validated, or its issuer is named after a program that inspects connections, and its root is not
// public.
import { findPrivateRoot } from '../certificate-evidence.ts';
import type { Finding, FindingExamples } from '../finding.ts';
import { pageUnderRoot, pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-private-root',
  severity: 'notice',
  subject: 'certificate',
  needs: ['certificate'],
  find: findPrivateRoot,
} as const satisfies Finding;

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
