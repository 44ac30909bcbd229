// Exports the list: for search and replace, or for a ticket.
import type { ReactNode } from 'react';
import type { PageRecord } from '../../lib/record/record.ts';
import { parseAddress } from '../../lib/address/address.ts';
import type { ProbeState } from '../../lib/probe/probe.ts';
import { writeSection } from '../../lib/report/markdown.ts';
import { mixedReport, mixedTable } from '../../lib/report/mixed-report.ts';
import { writeCsv } from '../../lib/text/csv.ts';
import { Button } from '../ui/button.tsx';
import { OutcomeText, useOutcome } from '../ui/use-outcome.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './mixed.module.css';

interface ExportListProps {
  readonly record: PageRecord;
  readonly probe: ProbeState | null;
}

/** The byte order mark, by which a spreadsheet recognises UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

export function ExportList({ record, probe }: ExportListProps): ReactNode {
  const words = useWords();
  const { outcome, copy, save } = useOutcome();
  const saveCsv = (): void => {
    // Letters, digits and dots only: the file name comes from the host of a page that may be hostile.
    const host = (parseAddress(record.url)?.hostname ?? 'page').replace(/[^a-z0-9.-]/gi, '_').slice(0, 100);
    const text = BYTE_ORDER_MARK + writeCsv(mixedTable(words, record, probe));
    save({ name: `${host}-http.csv`, text, type: 'text/csv' });
  };
  return (
    <div className={css.section}>
      <p className={css.soft}>{words.text('take_text')}</p>
      <div className={css.line}>
        <Button onClick={() => copy(writeSection(mixedReport(words, record, probe)))}>
          {words.text('take_markdown')}
        </Button>
        <Button onClick={() => copy(writeCsv(mixedTable(words, record, probe)))}>
          {words.text('take_csv')}
        </Button>
        <Button onClick={saveCsv}>{words.text('take_save')}</Button>
        <OutcomeText outcome={outcome} className={css.soft} />
      </div>
    </div>
  );
}
