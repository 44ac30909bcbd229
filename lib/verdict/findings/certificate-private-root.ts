// The certificate states that somebody was checked, or its issuer is named after a program that reads connections, and no public root vouches for it.
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
    // A name that was checked is all that it states: an intranet's certificate does not claim to know its owner.
    pageUnderRoot('ample', { rootIsBuiltIn: false }),
    pageWithCertificate('ample'),
  ],
});
