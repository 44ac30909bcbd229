// Connection, certificate, content: one line each, which expands to the known facts.
import type { ReactNode } from 'react';
import { hasContentGaps } from '../../lib/verdict/gaps.ts';
import { connectionOf } from '../../lib/record/certificates.ts';
import { SUBJECTS } from '../../lib/verdict/terms.ts';
import type { State, Verdict } from '../../lib/verdict/verdict.ts';
import type { Subject } from '../../lib/verdict/terms.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { describeRows } from '../../lib/words/row-words.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Shape } from '../ui/shape.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useWords } from '../ui/words-context.tsx';
import { CertificateDetails } from './certificate-details.tsx';
import type { CertificateDetailsProps } from './certificate-details.tsx';
import { ConnectionDetails } from './connection-details.tsx';
import { ContentDetails } from './content-details.tsx';
import type { ContentDetailsProps } from './content-details.tsx';
import css from './subject-rows.module.css';

type SubjectRowsProps = CertificateDetailsProps & Pick<ContentDetailsProps, 'voice' | 'mixed'>;

export function SubjectRows(props: SubjectRowsProps): ReactNode {
  const { record, verdict, browser, now } = props;
  const words = useWords();
  const values = describeRows(words, verdict, browser, connectionOf(record)?.state ?? null, now);
  return (
    <ul className={css.rows} aria-label={words.text('popup_rows')}>
      {SUBJECTS.map((subject) => {
        const state = stateOfRow(verdict, subject);
        return (
          <li key={subject}>
            <Disclosure
              look="row"
              summary={
                <>
                  <Shape state={state} size="small" />
                  <span className={css.name}>{words.text(keyFor('subject', subject))}</span>
                  <span className={css.value}>{values[subject]}</span>
                  {isFinding(state) && <VisuallyHidden>{words.text(keyFor('state', state))}</VisuallyHidden>}
                </>
              }
            >
              {() => <Details subject={subject} {...props} />}
            </Disclosure>
          </li>
        );
      })}
    </ul>
  );
}

function Details({ subject, ...props }: SubjectRowsProps & { readonly subject: Subject }): ReactNode {
  switch (subject) {
    case 'connection':
      return <ConnectionDetails {...props} />;
    case 'certificate':
      return <CertificateDetails {...props} />;
    case 'content':
      return <ContentDetails {...props} />;
  }
}

function isFinding(state: State): boolean {
  return state !== 'nothing-found' && state !== 'not-applicable';
}

/** The worst finding of the subject; without a finding, whether the subject was checked. */
function stateOfRow({ findings, rows, gaps }: Verdict, subject: Subject): State {
  const worst = findings.find((finding) => finding.subject === subject && finding.severity !== 'advice');
  if (worst !== undefined && worst.severity !== 'advice') return worst.severity;
  if (subject === 'content' && hasContentGaps(gaps)) return 'not-applicable';
  return isKnown(rows, subject) ? 'nothing-found' : 'not-applicable';
}

function isKnown(rows: Verdict['rows'], subject: Subject): boolean {
  switch (subject) {
    case 'connection':
      return rows.connection.kind !== 'none';
    case 'certificate':
      return rows.certificate.kind !== 'none';
    case 'content':
      return rows.content.known;
  }
}
