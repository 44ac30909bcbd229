// Taking a certificate along: to the clipboard, or as a file that every other tool reads.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { writePem } from '../../lib/certificate/read/pem.ts';
import type { PageCertificate } from '../../lib/verdict/page-certificate.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './certificate.module.css';

/** A file to be saved; `type`: its media type. */
export interface SavedFile {
  readonly name: string;
  readonly text: string;
  readonly type: string;
}

export interface CertificateEvents {
  /** Rejects when the browser did not let the text into the clipboard. */
  readonly onCopy: (text: string) => Promise<void>;
  readonly onSave: (file: SavedFile) => void;
}

interface CertificateActionsProps extends CertificateEvents {
  readonly known: PageCertificate & { readonly kind: 'read' };
  /** Gives the file its name. */
  readonly host: string | null;
}

type Outcome = 'certificate_copied' | 'certificate_not_copied' | 'certificate_saved';

export function CertificateActions({ known, host, onCopy, onSave }: CertificateActionsProps): ReactNode {
  const words = useWords();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { der, above, sha256 } = known;
  const chain = [der, ...above.map((one) => one.der)].map(writePem).join('');
  // Letters, digits and dots only: a host of a hostile page names a file.
  const name = (host ?? 'certificate').replace(/[^a-z0-9.-]/gi, '_').slice(0, 100);
  const copy = (text: string): void => {
    onCopy(text).then(
      () => setOutcome('certificate_copied'),
      () => setOutcome('certificate_not_copied'),
    );
  };
  const save = (file: Omit<SavedFile, 'type'>): void => {
    onSave({ ...file, type: 'application/x-pem-file' });
    setOutcome('certificate_saved');
  };
  return (
    <div className={css.actions}>
      <Button look="plain" onClick={() => copy(writePem(der))}>
        {words.text('certificate_copy_pem')}
      </Button>
      <Button look="plain" onClick={() => save({ name: `${name}.pem`, text: writePem(der) })}>
        {words.text('certificate_save')}
      </Button>
      {above.length > 0 && (
        <Button look="plain" onClick={() => save({ name: `${name}-chain.pem`, text: chain })}>
          {words.text('certificate_save_chain')}
        </Button>
      )}
      {sha256 !== null && (
        <Button look="plain" onClick={() => copy(sha256)}>
          {words.text('certificate_copy_fingerprint')}
        </Button>
      )}
      <output className={css.outcome}>{outcome !== null && words.text(outcome)}</output>
    </div>
  );
}
