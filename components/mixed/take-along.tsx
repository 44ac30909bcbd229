// The list to take along: for search and replace, or for a ticket.
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { PageRecord } from '../../lib/record/record.ts';
import { parseAddress } from '../../lib/address/address.ts';
import type { ProbeState } from '../../lib/probe/probe.ts';
import { writeMixedCsv } from '../../lib/report/mixed-csv.ts';
import { writeMixedMarkdown } from '../../lib/report/mixed-markdown.ts';
import { Button } from '../ui/button.tsx';
import type { CertificateEvents } from '../certificate/certificate-actions.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './mixed.module.css';

interface TakeAlongProps extends CertificateEvents {
  readonly record: PageRecord;
  readonly probe: ProbeState | null;
}

type Outcome = 'certificate_copied' | 'certificate_not_copied' | 'certificate_saved';

/** What tells a spreadsheet that a file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

export function TakeAlong({ record, probe, onCopy, onSave }: TakeAlongProps): ReactNode {
  const words = useWords();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const copy = (text: string): void => {
    onCopy(text).then(
      () => setOutcome('certificate_copied'),
      () => setOutcome('certificate_not_copied'),
    );
  };
  const save = (): void => {
    // Letters, digits and dots only: a host of a hostile page names a file.
    const host = (parseAddress(record.url)?.hostname ?? 'page').replace(/[^a-z0-9.-]/gi, '_').slice(0, 100);
    const text = BYTE_ORDER_MARK + writeMixedCsv(words, record, probe);
    onSave({ name: `${host}-http.csv`, text, type: 'text/csv' });
    setOutcome('certificate_saved');
  };
  return (
    <div className={css.section}>
      <p className={css.soft}>{words.text('take_text')}</p>
      <div className={css.line}>
        <Button onClick={() => copy(writeMixedMarkdown(words, record, probe))}>
          {words.text('take_markdown')}
        </Button>
        <Button onClick={() => copy(writeMixedCsv(words, record, probe))}>{words.text('take_csv')}</Button>
        <Button onClick={save}>{words.text('take_save')}</Button>
        <output className={css.soft}>{outcome !== null && words.text(outcome)}</output>
      </div>
    </div>
  );
}
