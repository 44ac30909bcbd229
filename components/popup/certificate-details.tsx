// What this browser tells of the certificate, and honestly what it does not: every sentence here names the browser that said it.
import type { ReactNode } from 'react';
import type { Override, PageRecord, Refusal } from '../../lib/page/record.ts';
import type { Verdict } from '../../lib/verdict/verdict.ts';
import type { BrowserIdentity } from '../../lib/words/browser-identity.ts';
import { findingKey } from '../../lib/words/keys.ts';
import { browserName } from '../../lib/words/row-words.ts';
import { CodeText } from '../code-text.tsx';
import { Facts } from '../facts.tsx';
import { useWords } from '../words-context.tsx';
import { CertificateWays } from './certificate-ways.tsx';
import css from './details.module.css';
import { ToldCertificate } from './told-certificate.tsx';

interface CertificateDetailsProps {
  readonly record: PageRecord;
  readonly verdict: Verdict;
  readonly browser: BrowserIdentity;
}

export function CertificateDetails({ record, verdict, browser }: CertificateDetailsProps): ReactNode {
  const words = useWords();
  const name = browserName(words, browser);
  const { refusal, override, connection } = record;
  const { kind } = verdict.rows.certificate;
  switch (kind) {
    case 'told':
      return (
        <div className={css.details}>
          {connection !== null && <ToldCertificate connection={connection} name={name} />}
        </div>
      );
    case 'implied':
      return (
        <div className={css.details}>
          <p className={css.box}>
            {words.text(
              browser.engine === 'firefox' ? 'certificate_implied_missed' : 'certificate_implied',
              name,
            )}
          </p>
          <CertificateWays engine={browser.engine} />
        </div>
      );
    case 'refused':
      return (
        <div className={css.details}>
          <p>{words.text('certificate_refused', name)}</p>
          {refusal !== null && <RefusalFacts error={refusal} at={refusal.at} />}
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
          {connection !== null && <ToldCertificate connection={connection} name={name} />}
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
