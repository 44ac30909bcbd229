// How to learn more about a certificate than this browser tells. Nothing here is a promise: each way works today.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/code-text.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './certificate.module.css';
import { LookUpBox } from './look-up-box.tsx';
import type { LookUpOffer } from './look-up-box.tsx';

/** Browsers open such addresses only when a person types them, so it is text to copy, not a link. */
const FLAG = 'chrome://flags/#web-request-security-info';

interface CertificateWaysProps {
  /** The browser that told nothing. */
  readonly engine: 'chromium' | 'firefox';
  /** Null: this host is not looked up. */
  readonly offer: LookUpOffer | null;
  readonly lookUp: Parameters<typeof LookUpBox>[0]['lookUp'];
  /** ms since epoch. */
  readonly now: number;
  readonly onCopy: (text: string) => Promise<void>;
}

export function CertificateWays({ engine, offer, lookUp, now, onCopy }: CertificateWaysProps): ReactNode {
  const words = useWords();
  return (
    <div className={css.part}>
      <p className={css.strong}>{words.text('certificate_ways')}</p>
      <ul className={css.ways}>
        <li>{words.text('certificate_way_viewer')}</li>
        {engine === 'chromium' && (
          <li>
            <Sentence parts={words.parts('certificate_way_flag', FLAG)} /> <CopyFlag onCopy={onCopy} />
          </li>
        )}
        {engine === 'firefox' && <li>{words.text('certificate_way_reload')}</li>}
        {(offer !== null || lookUp !== null) && (
          <li>
            <LookUpBox offer={offer} lookUp={lookUp} now={now} />
          </li>
        )}
        {engine === 'chromium' && <li>{words.text('certificate_way_firefox')}</li>}
      </ul>
    </div>
  );
}

function CopyFlag({ onCopy }: Pick<CertificateWaysProps, 'onCopy'>): ReactNode {
  const words = useWords();
  const [outcome, setOutcome] = useState<'certificate_copied' | 'certificate_not_copied' | null>(null);
  const copy = (): void => {
    onCopy(FLAG).then(
      () => setOutcome('certificate_copied'),
      () => setOutcome('certificate_not_copied'),
    );
  };
  return (
    <>
      <Button look="link" onClick={copy}>
        {words.text('certificate_copy_flag')}
      </Button>{' '}
      <output>{outcome !== null && words.text(outcome)}</output>
    </>
  );
}
