// Whether the seller's offers are shown, and the tools for users who run its campaigns.
import type { ReactNode } from 'react';
import { switchesOn } from '../../lib/settings/setting-cards.ts';
import { useWords } from '../ui/words-context.tsx';
import { SettingCheck } from './setting-check.tsx';
import type { SettingCheckProps } from './setting-check.tsx';
import section from './settings-section.module.css';

export function OffersCard(props: Omit<SettingCheckProps, 'name'>): ReactNode {
  const words = useWords();
  return (
    <fieldset className={section.card}>
      <legend className={section.legend}>{words.text('options_offers')}</legend>
      <div className={section.choices}>
        {switchesOn('offers').map((name) => (
          <div key={name}>
            <SettingCheck name={name} {...props} />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
