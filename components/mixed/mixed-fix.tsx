// Tools for the owner: probe where https works, fix the whole page or single entries, export the list.
import type { ReactNode } from 'react';
import type { PageRecord } from '../../lib/record/record.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './mixed-fix.module.css';
import type { MixedTools } from './mixed-tools.ts';
import { PageFix } from './page-fix.tsx';
import { ProbeBox } from './probe-box.tsx';
import { ExportList } from './export-list.tsx';

interface MixedFixProps {
  readonly record: PageRecord;
  readonly tools: MixedTools;
  /** ms since epoch. */
  readonly now: number;
}

export function MixedFix({ record, tools, now }: MixedFixProps): ReactNode {
  const words = useWords();
  const probe = tools.probe?.documentId === record.documentId ? tools.probe : null;
  return (
    <ul className={css.tools} aria-label={words.text('fix_tools')}>
      <li>
        <Disclosure look="tool" summary={words.text('probe_title')} isOpenAtFirst={probe !== null}>
          {() => <ProbeBox record={record} tools={tools} now={now} />}
        </Disclosure>
      </li>
      <li>
        <Disclosure look="tool" summary={words.text('fix_page_title')}>
          {() => <PageFix record={record} />}
        </Disclosure>
      </li>
      <li>
        <Disclosure look="tool" summary={words.text('take_title')}>
          {() => <ExportList record={record} probe={probe} />}
        </Disclosure>
      </li>
    </ul>
  );
}
