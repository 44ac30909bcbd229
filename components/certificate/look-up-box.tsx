// The look-up in public certificate logs: the button's text names what is sent and to whom, and the result states what it proves.
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { readBase64 } from '../../lib/certificate/read/read-base64.ts';
import { judgeCertificate } from '../../lib/certificate/judge/judge-certificate.ts';
import type { LookUpState } from '../../lib/look-up/look-up.ts';
import type { CertificateReport } from '../../lib/record/certificate-record.ts';
import { describeIssuer } from '../../lib/words/certificate-words.ts';
import { describeLevel } from '../../lib/words/level-words.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import type { Words } from '../../lib/words/words.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/code-text.tsx';
import { useRequest } from '../ui/use-request.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './certificate.module.css';

/** ms after which an unfinished look-up counts as stopped, because the background was: a look-up takes 20 s at most. */
const STOPPED = 30_000;

export interface LookUpOffer {
  readonly host: string;
  /** Host of the server that would receive the request. */
  readonly server: string;
  /** Resolves to whether access to the server was granted. */
  readonly onAsk: () => Promise<boolean>;
}

interface LookUpBoxProps {
  readonly offer: LookUpOffer | null;
  readonly lookUp: LookUpState | null;
  /** The certificates in the logs' answer, newest first. */
  readonly logged: readonly CertificateReport[];
  /** ms since epoch. */
  readonly now: number;
}

export function LookUpBox({ offer, lookUp, logged, now }: LookUpBoxProps): ReactNode {
  const words = useWords();
  const [isStopped, setStopped] = useState(false);
  const isAsking = lookUp?.state === 'asking' && now - lookUp.at < STOPPED && !isStopped;
  // No event reports that the background was stopped.
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
        {lookUp !== null && <Outcome lookUp={lookUp} logged={logged} isAsking={isAsking} />}
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

interface OutcomeProps {
  readonly lookUp: LookUpState;
  readonly logged: readonly CertificateReport[];
  readonly isAsking: boolean;
}

function Outcome({ lookUp, logged, isAsking }: OutcomeProps): ReactNode {
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
          {logged.length === 0 && <p>{words.text('look_up_none', lookUp.server, lookUp.host)}</p>}
          {logged[0]?.revoked === true && <p>{words.text('certificate_revoked_says_log')}</p>}
          {logged.length > 1 && <Others certificates={logged.slice(1)} at={lookUp.at} />}
          {lookUp.leftOut > 0 && (
            <p className={css.soft}>{words.count('look_up_left_out', lookUp.leftOut)}</p>
          )}
          {!lookUp.isComplete && <p className={css.soft}>{words.text('look_up_incomplete')}</p>}
        </>
      );
  }
}

interface OthersProps {
  readonly certificates: readonly CertificateReport[];
  /** When the logs answered, ms since epoch. */
  readonly at: number;
}

function Others({ certificates, at }: OthersProps): ReactNode {
  const words = useWords();
  return (
    <div>
      <p className={css.strong}>{words.text('look_up_others')}</p>
      <ul className={css.list}>
        {certificates.map((report) => (
          <li key={report.sha256}>
            <bdi>{describeLogged(words, report, at)}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

function describeLogged(words: Words, { chain, revoked }: CertificateReport, now: number): string {
  const read = readBase64(chain[0] ?? '');
  // It was valid before it was stored, but storage may have changed since.
  if ('code' in read) return words.text('chain_unnamed');
  const { certificate } = read;
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
}
