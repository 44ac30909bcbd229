// Exports a certificate: to the clipboard, or as a PEM file that other tools read.
import type { ReactNode } from 'react';
import { writePem } from '../../lib/certificate/read/pem.ts';
import type { PageCertificate } from '../../lib/verdict/page-certificate.ts';
import { Button } from '../ui/button.tsx';
import { OutcomeText, useOutcome } from '../ui/use-outcome.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './certificate.module.css';

interface CertificateActionsProps {
  readonly known: PageCertificate & { readonly kind: 'read' };
  /** The file is named after it. */
  readonly host: string | null;
}

/** Media type of certificates in PEM form. */
const PEM = 'application/x-pem-file';

export function CertificateActions({ known, host }: CertificateActionsProps): ReactNode {
  const words = useWords();
  const { outcome, copy, save } = useOutcome();
  const { der, above, sha256 } = known;
  const chain = [der, ...above.map((one) => one.der)].map(writePem).join('');
  // Letters, digits and dots only: the file name comes from the host of a page that may be hostile.
  const name = (host ?? 'certificate').replace(/[^a-z0-9.-]/gi, '_').slice(0, 100);
  return (
    <div className={css.actions}>
      <Button look="plain" onClick={() => copy(writePem(der))}>
        {words.text('certificate_copy_pem')}
      </Button>
      <Button look="plain" onClick={() => save({ name: `${name}.pem`, text: writePem(der), type: PEM })}>
        {words.text('certificate_save')}
      </Button>
      {above.length > 0 && (
        <Button look="plain" onClick={() => save({ name: `${name}-chain.pem`, text: chain, type: PEM })}>
          {words.text('certificate_save_chain')}
        </Button>
      )}
      {sha256 !== null && (
        <Button look="plain" onClick={() => copy(sha256)}>
          {words.text('certificate_copy_fingerprint')}
        </Button>
      )}
      <OutcomeText outcome={outcome} className={css.outcome} />
    </div>
  );
}
