// Which sites must have HTTPS and which should, each line with whose word it is, and what a site without it loses.
import type { ReactNode } from 'react';
import { keyFor } from '../../lib/words/word-keys.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './readiness.module.css';

type Word = 'platform' | 'browsers' | 'seller';

interface Category {
  readonly id: string;
  readonly need: 'must' | 'should' | 'recommended';
  /** The source of the claim: a platform's rule, what browsers do, or the seller's view. */
  readonly says: Word;
}

const CATEGORIES = [
  { id: 'mini-program', need: 'must', says: 'platform' },
  { id: 'shop', need: 'should', says: 'seller' },
  { id: 'public-body', need: 'should', says: 'seller' },
  { id: 'search', need: 'should', says: 'seller' },
  { id: 'bank', need: 'should', says: 'seller' },
  { id: 'social', need: 'should', says: 'seller' },
  { id: 'everyone', need: 'recommended', says: 'browsers' },
] as const satisfies readonly Category[];

/** What a site without a certificate loses. */
const COSTS = ['warnings', 'clear-text', 'ranking'] as const;

const NEEDS = ['must', 'should', 'recommended'] as const;

export function ReadinessWho(): ReactNode {
  const words = useWords();
  return (
    <div className={css.card}>
      <dl className={css.needs}>
        {NEEDS.map((need) => {
          const own = CATEGORIES.filter((category) => category.need === need);
          return (
            <div key={need} className={css.need}>
              <dt className={css.term}>
                {words.text(keyFor('needs', need))}
                {own[0] !== undefined && (
                  <span className={css.says}>{words.text(keyFor('needs_says', own[0].says))}</span>
                )}
              </dt>
              {own.map(({ id }) => (
                <dd key={id}>{words.text(keyFor('needs', id))}</dd>
              ))}
            </div>
          );
        })}
      </dl>
      <h3 className={css.heading}>{words.text('needs_costs')}</h3>
      <ul className={css.dashes}>
        {COSTS.map((cost) => (
          <li key={cost}>{words.text(keyFor('needs_cost', cost))}</li>
        ))}
      </ul>
    </div>
  );
}
