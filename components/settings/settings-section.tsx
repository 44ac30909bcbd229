// The settings: notice, language, the sites without a notice, and the stored data.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { SETTING_CARDS, switchesOn } from '../../lib/settings/setting-cards.ts';
import { markSite, muteSite } from '../../lib/settings/settings.ts';
import type { ManagedSetting, Settings, SettingsChange } from '../../lib/settings/settings.ts';
import { LANGUAGES } from '../../lib/text/language.ts';
import { useWords } from '../ui/words-context.tsx';
import { DeepSites } from './deep-sites.tsx';
import { DiagnosticsCard } from './diagnostics-card.tsx';
import type { DiagnosticsCardProps } from './diagnostics-card.tsx';
import { LookUpCard } from './look-up-card.tsx';
import { MutedSites } from './muted-sites.tsx';
import { OffersCard } from './offers-card.tsx';
import { PlansCard } from './plans-card.tsx';
import type { PlansCardProps } from './plans-card.tsx';
import { SettingCheck } from './setting-check.tsx';
import { WarningsCard } from './warnings-card.tsx';
import css from './settings-section.module.css';

interface SettingsSectionProps {
  readonly settings: Settings;
  /** Settings that the organisation's policy sets. */
  readonly managed: readonly ManagedSetting[];
  readonly onChange: (change: SettingsChange) => void;
  /** Deletes the certificate warnings stored on this device. Rejects when the browser did not save the change. */
  readonly onForgetWarnings: () => Promise<void>;
  readonly explainUrl: string;
  readonly plans: Omit<PlansCardProps, 'signUpAddress' | 'isAddressManaged' | 'onChange'>;
  readonly diagnostics: DiagnosticsCardProps;
}

export function SettingsSection({
  settings,
  managed,
  onChange,
  onForgetWarnings,
  explainUrl,
  plans,
  diagnostics,
}: SettingsSectionProps): ReactNode {
  const words = useWords();
  return (
    <div className={css.cards}>
      {managed.length > 0 && <p className={css.kept}>{words.text('options_managed')}</p>}
      <div className={css.card}>
        {switchesOn('notice').map((name) => (
          <SettingCheck key={name} name={name} settings={settings} managed={managed} onChange={onChange} />
        ))}
        <MutedSites
          sites={settings.mutedSites}
          onRemove={(host) => onChange((now) => muteSite(now, host, false))}
        />
      </div>
      <fieldset className={css.card}>
        <legend className={css.legend}>{words.text(SETTING_CARDS.language.words)}</legend>
        <LanguageChoice settings={settings} onChange={onChange} />
      </fieldset>
      <LookUpCard settings={settings} managed={managed} onChange={onChange} />
      <DeepSites
        sites={settings.deepSites}
        onAdd={(site) => onChange((now) => markSite(now, site, true))}
        onRemove={(site) => onChange((now) => markSite(now, site, false))}
      />
      <WarningsCard onForget={onForgetWarnings} />
      <OffersCard settings={settings} managed={managed} onChange={onChange} />
      {!settings.hideOffers && (
        <PlansCard
          {...plans}
          signUpAddress={settings.signUpAddress}
          isAddressManaged={managed.includes('signUpAddress')}
          onChange={onChange}
        />
      )}
      <DiagnosticsCard {...diagnostics} />
      <p className={css.kept}>
        {words.text('options_kept')} <a href={`${explainUrl}#kept`}>{words.text('options_kept_link')}</a>
      </p>
    </div>
  );
}

function LanguageChoice({
  settings,
  onChange,
}: Pick<SettingsSectionProps, 'settings' | 'onChange'>): ReactNode {
  const words = useWords();
  const name = useId();
  // Each language is named in itself, whatever the chosen language is.
  const choices = [
    { id: 'auto', tag: undefined, name: words.text('options_language_auto') } as const,
    ...LANGUAGES,
  ];
  return choices.map((choice) => (
    <label key={choice.id} className={css.check}>
      <input
        type="radio"
        name={name}
        checked={settings.language === choice.id}
        onChange={() => onChange({ language: choice.id })}
      />
      <span lang={choice.tag}>{choice.name}</span>
    </label>
  ));
}
