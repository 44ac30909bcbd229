// Which sites must have HTTPS and which should, each line with whose word it is, and what a site without it loses.
import type { ReactNode } from 'react';
import { CATEGORIES, COSTS } from '../../lib/readiness/who.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './readiness.module.css';

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
