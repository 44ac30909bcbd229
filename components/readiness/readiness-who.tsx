// Which sites must have HTTPS and which should, each with its source, and what a site without HTTPS loses.
import type { ReactNode } from 'react';
import type { WordKey } from '../../lib/words/word-keys.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './readiness.module.css';

/** The words keys of one kind of site. */
interface Category {
  readonly name: WordKey;
  readonly need: WordKey;
  /** The source of the claim: a platform's rule, what browsers do, or the seller's view. */
  readonly says: WordKey;
}

const CATEGORIES = [
  { name: 'needs_mini_program', need: 'needs_must', says: 'needs_says_platform' },
  { name: 'needs_shop', need: 'needs_should', says: 'needs_says_seller' },
  { name: 'needs_public_body', need: 'needs_should', says: 'needs_says_seller' },
  { name: 'needs_search', need: 'needs_should', says: 'needs_says_seller' },
  { name: 'needs_bank', need: 'needs_should', says: 'needs_says_seller' },
  { name: 'needs_social', need: 'needs_should', says: 'needs_says_seller' },
  { name: 'needs_everyone', need: 'needs_recommended', says: 'needs_says_browsers' },
] as const satisfies readonly Category[];

/** What a site without a certificate loses. */
const COSTS = ['needs_cost_warnings', 'needs_cost_clear_text', 'needs_cost_ranking'] as const;

const NEEDS = ['needs_must', 'needs_should', 'needs_recommended'] as const;

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
                {words.text(need)}
                {own[0] !== undefined && <span className={css.says}>{words.text(own[0].says)}</span>}
              </dt>
              {own.map(({ name }) => (
                <dd key={name}>{words.text(name)}</dd>
              ))}
            </div>
          );
        })}
      </dl>
      <h3 className={css.heading}>{words.text('needs_costs')}</h3>
      <ul className={css.dashes}>
        {COSTS.map((cost) => (
          <li key={cost}>{words.text(cost)}</li>
        ))}
      </ul>
    </div>
  );
}
