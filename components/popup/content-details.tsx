// The insecure requests of the page, and what a user can type into it.
import type { ReactNode } from 'react';
import type { PageRecord } from '../../lib/record/record.ts';
import type { Verdict } from '../../lib/verdict/verdict.ts';
import type { Words } from '../../lib/words/words.ts';
import { describeGaps } from '../../lib/words/gap-words.ts';
import { Facts } from '../ui/facts.tsx';
import { DeepCheckBox } from '../mixed/deep-check-box.tsx';
import mixedCss from '../mixed/mixed.module.css';
import { MixedList } from '../mixed/mixed-list.tsx';
import type { MixedTools } from '../mixed/mixed-tools.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './details.module.css';
import type { FieldCounts } from '../../lib/record/sightings/observer-report.ts';

export interface ContentDetailsProps {
  readonly record: PageRecord;
  readonly verdict: Verdict;
  readonly voice: 'visitor' | 'owner';
  /** The actions for mixed content; null: there is no tab for them. */
  readonly mixed: MixedTools | null;
}

export function ContentDetails({ record, verdict, voice, mixed }: ContentDetailsProps): ReactNode {
  const words = useWords();
  const isEncrypted = verdict.rows.connection.kind === 'https';
  if (!verdict.rows.content.known) {
    return <p>{words.text(record.refusal === null ? 'content_unknown' : 'content_refused')}</p>;
  }
  return (
    <div className={css.details}>
      {describeGaps(words, verdict.gaps).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Facts
        items={[
          { label: words.text('content_fields'), value: describeFields(words, record) },
          hasFrames(record)
            ? { label: words.text('content_frames'), value: describeFrames(words, record) }
            : null,
        ]}
      />
      {mixed !== null && isEncrypted && (
        <div className={mixedCss.wide}>
          <DeepCheckBox record={record} onDeepCheck={mixed.onDeepCheck} />
          {record.mixed.length > 0 && (
            <MixedList key={record.documentId} record={record} voice={voice} tools={mixed} />
          )}
        </div>
      )}
      {record.mixed.length === 0 && isEncrypted && <p>{words.text('content_asked_plain_none')}</p>}
    </div>
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

/** The frames of the page, without the page itself. */
function hasFrames(record: PageRecord): boolean {
  return Object.keys(record.frames).length > 1 || record.framesDropped > 0;
}

function describeFrames(words: Words, record: PageRecord): string {
  const seen = words.number(Object.keys(record.frames).length);
  return record.framesDropped === 0 ? seen : words.list([seen, words.text('content_frames_dropped')]);
}
