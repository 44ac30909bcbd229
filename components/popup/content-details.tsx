// What the page loads without encryption and what a person can type into it. A page can ask for thousands of things: the worst come
// first and the rest are counted.
import type { ReactNode } from 'react';
import type { MixedEntry } from '../../lib/page/mixed-content.ts';
import { placeText } from '../../lib/page/place.ts';
import type { FieldCounts, PageRecord } from '../../lib/page/record.ts';
import type { Verdict } from '../../lib/verdict/verdict.ts';
import { describeMixed, describeMixedEvidence, worstMixed } from '../../lib/words/mixed-words.ts';
import type { Words } from '../../lib/words/words.ts';
import { CodeText, Sentence } from '../code-text.tsx';
import { Facts } from '../facts.tsx';
import { useWords } from '../words-context.tsx';
import css from './details.module.css';

/** Loads shown in the popup; the copied report has more. */
const MAX_SHOWN = 30;

interface ContentDetailsProps {
  readonly record: PageRecord;
  readonly verdict: Verdict;
}

export function ContentDetails({ record, verdict }: ContentDetailsProps): ReactNode {
  const words = useWords();
  if (!verdict.rows.content.known) {
    return <p>{words.text(record.refusal === null ? 'content_unknown' : 'content_refused')}</p>;
  }
  const shown = worstMixed(record.mixed, MAX_SHOWN);
  const hidden = record.mixed.length - shown.length;
  return (
    <div className={css.details}>
      <Facts
        items={[
          { label: words.text('content_fields'), value: describeFields(words, record) },
          hasFrames(record)
            ? { label: words.text('content_frames'), value: describeFrames(words, record) }
            : null,
        ]}
      />
      {shown.length === 0 ? (
        verdict.rows.connection.kind === 'https' && <p>{words.text('content_asked_plain_none')}</p>
      ) : (
        <>
          <h2 className={css.heading}>{words.text('content_asked_plain')}</h2>
          <ul className={css.loads}>
            {shown.map((entry, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- an address can be listed twice, and an entry has no state to keep
              <Load key={index} entry={entry} pageUrl={record.url} />
            ))}
          </ul>
          {hidden > 0 && <p>{words.count('content_more', hidden)}</p>}
          {record.mixedDropped > 0 && <p>{words.text('content_dropped')}</p>}
        </>
      )}
    </div>
  );
}

function Load({ entry, pageUrl }: { readonly entry: MixedEntry; readonly pageUrl: string }): ReactNode {
  const words = useWords();
  const place = placeText(entry);
  return (
    <li className={css.load}>
      <p>{describeMixed(words, entry)}</p>
      <p>
        <CodeText text={entry.url} max={160} />
      </p>
      <p className={css.remark}>
        {place !== null && (
          <>
            <CodeText text={place} max={100} />{' '}
          </>
        )}
        {describeMixedEvidence(words, entry)}
      </p>
      {entry.frameUrl !== pageUrl && (
        <p className={css.remark}>
          <Sentence parts={words.parts('content_asked_by', entry.frameUrl)} />
        </p>
      )}
    </li>
  );
}

function describeFields(words: Words, record: PageRecord): string {
  const sums = sumFields(Object.values(record.frames).map((frame) => frame.fields));
  const parts = [
    sums.password > 0 ? words.count('content_password', sums.password) : '',
    sums.card > 0 ? words.count('content_card', sums.card) : '',
    sums.oneTimeCode > 0 ? words.count('content_one_time_code', sums.oneTimeCode) : '',
    sums.text > 0 ? words.count('content_text', sums.text) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? words.text('content_no_fields') : words.list(parts);
}

function sumFields(all: readonly FieldCounts[]): FieldCounts {
  return all.reduce(
    (sum, fields) => ({
      password: sum.password + fields.password,
      card: sum.card + fields.card,
      oneTimeCode: sum.oneTimeCode + fields.oneTimeCode,
      text: sum.text + fields.text,
    }),
    { password: 0, card: 0, oneTimeCode: 0, text: 0 },
  );
}

/** Other frames than the page itself. */
function hasFrames(record: PageRecord): boolean {
  return Object.keys(record.frames).length > 1 || record.framesDropped > 0;
}

function describeFrames(words: Words, record: PageRecord): string {
  const seen = words.number(Object.keys(record.frames).length);
  return record.framesDropped === 0 ? seen : words.list([seen, words.text('content_frames_dropped')]);
}
