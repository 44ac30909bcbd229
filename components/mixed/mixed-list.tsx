// The insecure requests of a page: a count for each outcome, and the paged list of entries.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { numberEntries } from '../../lib/mixed-list/entry-id.ts';
import { outlineNow } from '../../lib/outline/outline-state.ts';
import type { PageRecord } from '../../lib/record/record.ts';
import type { Words } from '../../lib/words/words.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './mixed.module.css';
import listCss from './mixed-list.module.css';
import { MixedFilters } from './mixed-filters.tsx';
import { MixedRow } from './mixed-row.tsx';
import type { MixedTools } from './mixed-tools.ts';
import { OutlineAll } from './outline-all.tsx';
import { Pager, usePages } from './pager.tsx';
import type { Pages } from './pager.tsx';
import { useSteadyList } from './use-steady-list.ts';

/** Entries on one page of the list. */
const PAGE_SIZE = 20;

interface MixedListProps {
  readonly record: PageRecord;
  readonly voice: 'visitor' | 'owner';
  readonly tools: MixedTools;
}

export function MixedList({ record, voice, tools }: MixedListProps): ReactNode {
  const words = useWords();
  const entries = useMemo(() => numberEntries(record.mixed), [record.mixed]);
  const list = useSteadyList(entries);
  const pages = usePages(list.shown, PAGE_SIZE);
  const outline = useMemo(() => outlineNow(tools.outline, record), [tools.outline, record]);
  const [position, focusPosition] = useFocus();
  const turn = (page: number): void => {
    list.hold();
    pages.setPage(page);
  };
  return (
    <section className={css.section} onFocusCapture={list.hold} onPointerDownCapture={list.hold}>
      <h2 className={css.heading}>{words.text('content_asked_plain')}</h2>
      <MixedFilters
        entries={entries}
        list={list}
        onChoose={(choice) => {
          list.setChoice(choice);
          pages.setPage(0);
        }}
      />
      <OutlineAll entries={entries} outline={outline} onOutline={tools.onOutline} />
      {list.waiting > 0 && <Waiting count={list.waiting} onShow={list.refresh} />}
      <div className={listCss.top}>
        <p ref={position} tabIndex={-1} className={listCss.position} aria-live="polite">
          {describePosition(words, pages, list.shown.length)}
        </p>
        <Pager pages={pages} place="top" onTurn={turn} />
      </div>
      <ol className={listCss.entries} start={pages.from + 1}>
        {pages.shown.map((numbered) => (
          <MixedRow
            key={numbered.id}
            numbered={numbered}
            pageUrl={record.url}
            voice={voice}
            probe={tools.probe?.documentId === record.documentId ? tools.probe : null}
            find={outline?.finds[numbered.id] ?? null}
            isOneOfAll={outline?.all === true}
            onOutline={tools.onOutline}
          />
        ))}
      </ol>
      <Pager
        pages={pages}
        place="bottom"
        onTurn={(page) => {
          turn(page);
          // The user continues reading at the beginning of the next page.
          focusPosition();
        }}
      />
      {record.mixedDropped > 0 && (
        <p className={css.soft}>{words.count('content_dropped', record.mixedDropped)}</p>
      )}
    </section>
  );
}

function describePosition(words: Words, { from, shown }: Pages<unknown>, total: number): string {
  return total === 0
    ? words.text('mixed_no_match')
    : words.text('mixed_position', from + 1, from + shown.length, total);
}

/** A ref for an element, and a function that focuses it after the next rendering. */
function useFocus(): readonly [RefObject<HTMLParagraphElement | null>, () => void] {
  const element = useRef<HTMLParagraphElement>(null);
  const [turns, setTurns] = useState(0);
  useEffect(() => {
    if (turns > 0) element.current?.focus();
  }, [turns]);
  return [element, () => setTurns(turns + 1)];
}

interface WaitingProps {
  readonly count: number;
  readonly onShow: () => void;
}

/** Entries that arrived since the user began to work with the list. */
function Waiting({ count, onShow }: WaitingProps): ReactNode {
  const words = useWords();
  return (
    <p className={listCss.waiting}>
      {words.count('mixed_waiting', count)}{' '}
      <Button look="link" onClick={onShow}>
        {words.text('mixed_show_waiting')}
      </Button>
    </p>
  );
}
