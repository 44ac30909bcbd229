// The look-up in public certificate logs: what would be sent to whom stands beside the button, and what came back says what it is worth.
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { readCertificate } from '../../lib/certificate/read/read-certificate.ts';
import { judgeCertificate } from '../../lib/certificate/judge/judge-certificate.ts';
import { DerError } from '../../lib/der/der-error.ts';
import type { LookUp, LoggedCertificate } from '../../lib/look-up/look-up.ts';
import { fromBase64 } from '../../lib/text/base64.ts';
import { describeIssuer, describeLevel } from '../../lib/words/certificate-words.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import type { Words } from '../../lib/words/words.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/code-text.tsx';
import { useRequest } from '../ui/use-request.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './certificate.module.css';

/** ms after which a look-up that is still under way was stopped with the background: it takes 20 s at most. */
const STOPPED = 30_000;

export interface LookUpOffer {
  readonly host: string;
  /** Host of the server that would be asked. */
  readonly server: string;
  /** Resolves to whether access to the server was given. */
  readonly onAsk: () => Promise<boolean>;
}

interface LookUpBoxProps {
  readonly offer: LookUpOffer | null;
  readonly lookUp: LookUp | null;
  /** ms since epoch. */
  readonly now: number;
}

export function LookUpBox({ offer, lookUp, now }: LookUpBoxProps): ReactNode {
  const words = useWords();
  const [isStopped, setStopped] = useState(false);
  const isAsking = lookUp?.state === 'asking' && now - lookUp.at < STOPPED && !isStopped;
  // Nothing else would tell that the background was stopped.
  useEffect(() => {
    if (!isAsking) return;
    const timer = setTimeout(() => setStopped(true), STOPPED);
    return () => clearTimeout(timer);
  }, [isAsking]);
  const { isDenied, ask } = useRequest(async () => {
    setStopped(false);
    return offer === null || offer.onAsk();
  });
  return (
    <div className={css.part}>
      <div aria-live="polite" className={css.outcomes}>
        {isDenied && offer !== null && <p>{words.text('look_up_denied', offer.server)}</p>}
        {lookUp !== null && <Outcome lookUp={lookUp} isAsking={isAsking} />}
      </div>
      {offer !== null && !isAsking && (
        <>
          {lookUp === null && <p>{words.text('certificate_way_look_up')}</p>}
          <p className={css.soft}>
            <Sentence parts={words.parts('look_up_sends', offer.host, offer.server)} />
          </p>
          <div>
            <Button onClick={ask}>
              {lookUp === null ? words.text('look_up_button') : words.text('look_up_again')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function Outcome({ lookUp, isAsking }: { readonly lookUp: LookUp; readonly isAsking: boolean }): ReactNode {
  const words = useWords();
  switch (lookUp.state) {
    case 'asking':
      return <p>{isAsking ? words.text('look_up_asking', lookUp.server) : words.text('look_up_stopped')}</p>;
    case 'failed':
      return (
        <>
          <p>
            {words.text(keyFor('look_up_failed', lookUp.reason), lookUp.server, String(lookUp.status ?? ''))}
          </p>
          {lookUp.retryAt !== null && <p>{words.text('look_up_retry_at', words.dateTime(lookUp.retryAt))}</p>}
        </>
      );
    case 'answered':
      return (
        <>
          {lookUp.certificates.length === 0 && (
            <p>{words.text('look_up_none', lookUp.server, lookUp.host)}</p>
          )}
          {lookUp.certificates[0]?.revoked === true && <p>{words.text('certificate_revoked_says_log')}</p>}
          {lookUp.certificates.length > 1 && (
            <Others certificates={lookUp.certificates.slice(1)} at={lookUp.at} />
          )}
          {lookUp.leftOut > 0 && (
            <p className={css.soft}>{words.count('look_up_left_out', lookUp.leftOut)}</p>
          )}
          {!lookUp.isComplete && <p className={css.soft}>{words.text('look_up_incomplete')}</p>}
        </>
      );
  }
}

interface OthersProps {
  readonly certificates: readonly LoggedCertificate[];
  /** When the logs answered, ms since epoch. */
  readonly at: number;
}

function Others({ certificates, at }: OthersProps): ReactNode {
  const words = useWords();
  return (
    <div>
      <p className={css.strong}>{words.text('look_up_others')}</p>
      <ul className={css.list}>
        {certificates.map((logged) => (
          <li key={logged.sha256}>
            <bdi>{describeLogged(words, logged, at)}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

function describeLogged(words: Words, { der, revoked }: LoggedCertificate, now: number): string {
  try {
    const certificate = readCertificate(fromBase64(der));
    const { level } = judgeCertificate({
      certificate,
      der: null,
      chain: [],
      connection: null,
      source: 'log',
      now,
    });
    const text = words.text(
      'look_up_entry',
      describeLevel(words, level).short,
      describeIssuer(certificate.issuer) ?? words.text('chain_unnamed'),
      words.date(certificate.notBefore),
      words.date(certificate.notAfter),
    );
    return revoked === true ? `${text} · ${words.text('certificate_revoked_says_log')}` : text;
  } catch (error) {
    // It was read before it was kept; storage may have changed it since.
    if (error instanceof DerError) return words.text('chain_unnamed');
    throw error;
  }
}
