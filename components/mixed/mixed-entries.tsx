// What a page asks for without encryption: how many of each outcome, and the entries behind it, a page of them at a time.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { countOutcomes } from '../../lib/mixed-list/choose.ts';
import { numberEntries } from '../../lib/mixed-list/entry-id.ts';
import { OUTCOME_ORDER, stateOfOutcome } from '../../lib/mixed-list/outcome-order.ts';
import type { PageRecord } from '../../lib/record/record.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { Button } from '../ui/button.tsx';
import { Shape } from '../ui/shape.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './mixed.module.css';
import { MixedRow } from './mixed-row.tsx';
import type { MixedTools } from './mixed-tools.ts';
import { OutlineAll } from './outline-all.tsx';
import { Pager } from './pager.tsx';
import { useSteadyList } from './use-steady-list.ts';
import type { SteadyListControls } from './use-steady-list.ts';
import { outlineNow } from '../../lib/outline/outline-state.ts';

/** Entries on one page of the list. */
const PAGE_SIZE = 20;
/** Entries from which on a text filter is worth its place. */
const WORTH_FILTERING = 8;

interface MixedListProps {
  readonly record: PageRecord;
  readonly voice: 'visitor' | 'owner';
  readonly tools: MixedTools;
}

export function MixedList({ record, voice, tools }: MixedListProps): ReactNode {
  const words = useWords();
  const entries = useMemo(() => numberEntries(record.mixed), [record.mixed]);
  const list = useSteadyList(entries);
  const [page, setPage] = useState(0);
  const position = useRef<HTMLParagraphElement>(null);
  const pages = Math.max(1, Math.ceil(list.shown.length / PAGE_SIZE));
  const current = Math.min(page, pages - 1);
  const from = current * PAGE_SIZE;
  const shown = list.shown.slice(from, from + PAGE_SIZE);
  const outline = useMemo(() => outlineNow(tools.outline, record), [tools.outline, record]);

  const turn = (to: number): void => {
    list.hold();
    setPage(to);
  };
  // After the list below has changed its page, reading goes on at its beginning.
  const [turns, setTurns] = useState(0);
  useEffect(() => {
    if (turns > 0) position.current?.focus();
  }, [turns]);

  return (
    <section className={css.section} onFocusCapture={list.hold} onPointerDownCapture={list.hold}>
      <h2 className={css.heading}>{words.text('content_asked_plain')}</h2>
      <Filters
        entries={entries}
        list={list}
        onChoose={(choice) => {
          list.setChoice(choice);
          setPage(0);
        }}
      />
      <OutlineAll entries={entries} outline={outline} onOutline={tools.onOutline} />
      {list.waiting > 0 && (
        <p className={css.waiting}>
          {words.count('mixed_waiting', list.waiting)}{' '}
          <Button look="link" onClick={list.refresh}>
            {words.text('mixed_show_waiting')}
          </Button>
        </p>
      )}
      <div className={css.top}>
        <p ref={position} tabIndex={-1} className={css.position} aria-live="polite">
          {list.shown.length === 0
            ? words.text('mixed_no_match')
            : words.text('mixed_position', from + 1, from + shown.length, list.shown.length)}
        </p>
        {pages > 1 && <Pager page={current} pages={pages} place="top" onTurn={turn} />}
      </div>
      <ol className={css.entries} start={from + 1}>
        {shown.map((numbered) => (
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
      {pages > 1 && (
        <Pager
          page={current}
          pages={pages}
          place="bottom"
          onTurn={(to) => {
            turn(to);
            setTurns(turns + 1);
          }}
        />
      )}
      {record.mixedDropped > 0 && (
        <p className={css.soft}>{words.count('content_dropped', record.mixedDropped)}</p>
      )}
    </section>
  );
}

function Filters({
  entries,
  list,
  onChoose,
}: {
  readonly entries: Parameters<typeof countOutcomes>[0];
  readonly list: SteadyListControls;
  readonly onChoose: SteadyListControls['setChoice'];
}): ReactNode {
  const words = useWords();
  const counts = countOutcomes(entries);
  const { choice } = list;
  return (
    <>
      <fieldset className={css.outcomes} aria-label={words.text('mixed_outcomes')}>
        {counts.length > 1 && (
          <button
            type="button"
            className={css.outcome}
            aria-pressed={choice.outcome === null}
            onClick={() => onChoose({ ...choice, outcome: null })}
          >
            {words.text('mixed_all')} <b className={css.count}>{words.number(entries.length)}</b>
          </button>
        )}
        {OUTCOME_ORDER.map((outcome) => {
          const count = counts.find((each) => each.outcome === outcome)?.count ?? 0;
          if (count === 0) return null;
          return (
            <button
              key={outcome}
              type="button"
              className={css.outcome}
              aria-pressed={choice.outcome === outcome || counts.length === 1}
              onClick={() => onChoose({ ...choice, outcome })}
            >
              <Shape state={stateOfOutcome(outcome)} size="small" />
              {words.text(keyFor('mixed_short', outcome))} <b className={css.count}>{words.number(count)}</b>
            </button>
          );
        })}
      </fieldset>
      {entries.length >= WORTH_FILTERING && (
        <input
          type="search"
          className={css.search}
          aria-label={words.text('mixed_filter')}
          placeholder={words.text('mixed_filter')}
          value={choice.text}
          onChange={(event) => onChoose({ ...choice, text: event.target.value })}
        />
      )}
    </>
  );
}
