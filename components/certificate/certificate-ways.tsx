// Ways to learn more about a certificate than this browser reports. Each of them works today.
import type { ReactNode } from 'react';
import type { LookUpState } from '../../lib/look-up/look-up.ts';
import type { CertificateReport } from '../../lib/record/certificate-record.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/code-text.tsx';
import { OutcomeText, useOutcome } from '../ui/use-outcome.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './certificate.module.css';
import { LookUpBox } from './look-up-box.tsx';
import type { LookUpOffer } from './look-up-box.tsx';

/** Browsers open such addresses only when a user types them, so it is text to copy, not a link. */
const FLAG = 'chrome://flags/#web-request-security-info';

interface CertificateWaysProps {
  /** The browser that reported no certificate. */
  readonly engine: 'chromium' | 'firefox';
  /** Null: no look-up is offered for this host. */
  readonly offer: LookUpOffer | null;
  readonly lookUp: LookUpState | null;
  readonly logged: readonly CertificateReport[];
  /** ms since epoch. */
  readonly now: number;
}

export function CertificateWays({ engine, offer, lookUp, logged, now }: CertificateWaysProps): ReactNode {
  const words = useWords();
  return (
    <div className={css.part}>
      <p className={css.strong}>{words.text('certificate_ways')}</p>
      <ul className={css.ways}>
        <li>{words.text('certificate_way_viewer')}</li>
        {engine === 'chromium' && (
          <li>
            <Sentence parts={words.parts('certificate_way_flag', FLAG)} /> <CopyFlag />
          </li>
        )}
        {engine === 'firefox' && <li>{words.text('certificate_way_reload')}</li>}
        {(offer !== null || lookUp !== null) && (
          <li>
            <LookUpBox offer={offer} lookUp={lookUp} logged={logged} now={now} />
          </li>
        )}
        {engine === 'chromium' && <li>{words.text('certificate_way_firefox')}</li>}
      </ul>
    </div>
  );
}

function CopyFlag(): ReactNode {
  const words = useWords();
  const { outcome, copy } = useOutcome();
  return (
    <>
      <Button look="link" onClick={() => copy(FLAG)}>
        {words.text('certificate_copy_flag')}
      </Button>{' '}
      <OutcomeText outcome={outcome} />
    </>
  );
}
