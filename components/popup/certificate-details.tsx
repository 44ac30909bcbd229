// The known and unknown facts about the page's certificate. Every sentence names its source.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Override, PageRecord, Refusal } from '../../lib/record/record.ts';
import { connectionOf } from '../../lib/record/certificates.ts';
import { pageCertificate } from '../../lib/verdict/page-certificate.ts';
import { siteHosts } from '../../lib/verdict/site-hosts.ts';
import type { Verdict } from '../../lib/verdict/verdict.ts';
import type { BrowserIdentity } from '../../lib/words/browser-identity.ts';
import { findingKey } from '../../lib/words/word-keys.ts';
import { browserName } from '../../lib/words/row-words.ts';
import { CertificateSection } from '../certificate/certificate-section.tsx';
import { CertificateWays } from '../certificate/certificate-ways.tsx';
import { LookUpBox } from '../certificate/look-up-box.tsx';
import type { LookUpOffer } from '../certificate/look-up-box.tsx';
import { CodeText } from '../ui/code-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './details.module.css';
import type { ConnectionReport } from '../../lib/record/certificate-record.ts';

export interface CertificateDetailsProps {
  readonly record: PageRecord;
  readonly verdict: Verdict;
  readonly browser: BrowserIdentity;
  /** ms since epoch. */
  readonly now: number;
  /** Null: no look-up is offered for this host. */
  readonly offer: LookUpOffer | null;
}

export function CertificateDetails(props: CertificateDetailsProps): ReactNode {
  const { record, verdict, browser } = props;
  const words = useWords();
  const name = browserName(words, browser);
  const { refusal, override } = record;
  const connection = connectionOf(record);
  const { kind } = verdict.rows.certificate;
  const known = <Known {...props} name={name} />;
  switch (kind) {
    case 'told':
      return (
        <div className={css.details}>
          {connection !== null && <StateRemark connection={connection} />}
          {known}
        </div>
      );
    case 'implied':
    case 'not-seen':
      return <Unseen {...props} name={name} kind={kind} />;
    case 'refused':
      return (
        <div className={css.details}>
          <p>{words.text('certificate_refused', name)}</p>
          {refusal !== null && <RefusalFacts error={refusal} at={refusal.at} />}
          {known}
          <LookUpOfRefused {...props} />
        </div>
      );
    case 'overridden':
      return (
        <div className={css.details}>
          {override !== null && (
            <>
              <p>{words.text(overrideSentence(override), name)}</p>
              <RefusalFacts error={override} at={override.refusedAt} />
            </>
          )}
          {known}
          <LookUpOfRefused {...props} />
        </div>
      );
    case 'none':
      return (
        <p>
          {words.text(
            verdict.rows.connection.kind === 'local' ? 'certificate_none_local' : 'certificate_none_http',
          )}
        </p>
      );
  }
}

interface NamedProps extends CertificateDetailsProps {
  /** The browser's name. */
  readonly name: string;
}

/** Shown when the browser reported no certificate of this connection: the certificate from another source, else ways to learn more. */
function Unseen(props: NamedProps & { readonly kind: 'implied' | 'not-seen' }): ReactNode {
  const { record, browser, now, offer, name, kind } = props;
  const words = useWords();
  const { lookUp } = record;
  const logged = loggedOf(record);
  const isNothingKnown = pageCertificate(record) === null;
  return (
    <div className={css.details}>
      {isNothingKnown && <p className={css.box}>{words.text(unknownSentence(kind, browser), name)}</p>}
      <Known {...props} />
      {isNothingKnown ? (
        <CertificateWays engine={browser.engine} offer={offer} lookUp={lookUp} logged={logged} now={now} />
      ) : (
        lookUp !== null && <LookUpBox offer={offer} lookUp={lookUp} logged={logged} now={now} />
      )}
    </div>
  );
}

/** On a refused page, the certificates issued for the host help to find the mistake. */
function LookUpOfRefused({ record, offer, now }: CertificateDetailsProps): ReactNode {
  const { lookUp } = record;
  if (connectionOf(record) !== null || (offer === null && lookUp === null)) return null;
  return <LookUpBox offer={offer} lookUp={lookUp} logged={loggedOf(record)} now={now} />;
}

function loggedOf({ certificates }: PageRecord): PageRecord['certificates'] {
  return certificates.filter(({ source }) => source === 'log');
}

function unknownSentence(
  kind: 'implied' | 'not-seen',
  { engine }: BrowserIdentity,
): 'certificate_implied' | 'certificate_implied_missed' | 'certificate_not_seen' {
  if (kind === 'not-seen') return 'certificate_not_seen';
  return engine === 'firefox' ? 'certificate_implied_missed' : 'certificate_implied';
}

/** The certificate from the best available source; nothing without one. */
function Known({ record, name, now }: NamedProps): ReactNode {
  const words = useWords();
  const known = useMemo(() => pageCertificate(record), [record]);
  const hosts = useMemo(() => siteHosts(record), [record]);
  if (known === null) {
    return (
      connectionOf(record) !== null && <p className={css.box}>{words.text('certificate_too_large', name)}</p>
    );
  }
  if (known.kind === 'unreadable') {
    const { code, offset } = known.fault;
    return <p className={css.box}>{words.text('certificate_unreadable', code, offset)}</p>;
  }
  return <CertificateSection known={known} hosts={hosts} browser={name} now={now} />;
}

/** An accepted certificate needs no text; any other state does. */
function StateRemark({ connection: { state } }: { readonly connection: ConnectionReport }): ReactNode {
  const words = useWords();
  if (state === 'weak') return <p>{words.text('certificate_state_weak')}</p>;
  return state === 'broken' ? <p>{words.text('certificate_state_broken')}</p> : null;
}

function overrideSentence(
  override: Override,
): 'certificate_overridden_browser' | 'certificate_overridden_earlier' {
  return override.source === 'browser' ? 'certificate_overridden_browser' : 'certificate_overridden_earlier';
}

function RefusalFacts({
  error,
  at,
}: {
  readonly error: Refusal | Override;
  readonly at: number | null;
}): ReactNode {
  const words = useWords();
  return (
    <Facts
      items={[
        {
          label: words.text('certificate_problem'),
          value: words.text(findingKey(`certificate-${error.kind}`, 'title')),
        },
        { label: words.text('certificate_code'), value: <CodeText text={error.code} /> },
        at === null ? null : { label: words.text('certificate_refused_at'), value: words.dateTime(at) },
      ]}
    />
  );
}
