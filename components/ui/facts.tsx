// Labels with their values, as a list that a screen reader can navigate.
import type { ReactNode } from 'react';
import css from './facts.module.css';

export interface FactItem {
  readonly label: string;
  readonly value: ReactNode;
}

/** Items that are null are left out. */
export function Facts({ items }: { readonly items: readonly (FactItem | null)[] }): ReactNode {
  return (
    <dl className={css.facts}>
      {items.map(
        (item) =>
          item !== null && (
            <div key={item.label} className={css.fact}>
              <dt className={css.label}>{item.label}</dt>
              <dd className={css.value}>{item.value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
