// Whether anything of the seller's is shown, and the tools for those who run its campaigns.
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { ManagedSetting, Settings } from '../../lib/settings/settings.ts';
import { useWords } from '../ui/words-context.tsx';
import section from './settings-section.module.css';

interface OffersCardProps {
  readonly settings: Settings;
  /** Settings that the organisation decided. */
  readonly managed: readonly ManagedSetting[];
  readonly onChange: (patch: Partial<Settings>) => void;
}

const CHOICES = [
  { name: 'hideOffers', text: 'options_hide_offers', help: 'options_hide_offers_help' },
  { name: 'campaigns', text: 'options_campaigns', help: 'options_campaigns_help' },
] as const;

export function OffersCard({ settings, managed, onChange }: OffersCardProps): ReactNode {
  const words = useWords();
  const id = useId();
  return (
    <fieldset className={section.card}>
      <legend className={section.legend}>{words.text('options_offers')}</legend>
      <div className={section.choices}>
        {CHOICES.map(({ name, text, help }) => (
          <div key={name}>
            <label className={section.check}>
              <input
                type="checkbox"
                checked={settings[name]}
                disabled={managed.includes(name)}
                aria-describedby={`${id}-${name}`}
                onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
              />
              <span>{words.text(text)}</span>
            </label>
            <p id={`${id}-${name}`} className={section.help}>
              {words.text(help)}
            </p>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
