// An on/off setting: its checkbox and the text below it, from the list of settings.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { SETTING_CARDS } from '../../lib/settings/setting-cards.ts';
import type { SwitchName } from '../../lib/settings/setting-cards.ts';
import type { ManagedSetting, Settings } from '../../lib/settings/settings.ts';
import { useWords } from '../ui/words-context.tsx';
import section from './settings-section.module.css';

export interface SettingCheckProps {
  readonly name: SwitchName;
  readonly settings: Settings;
  /** Settings that the organisation's policy sets. */
  readonly managed: readonly ManagedSetting[];
  readonly onChange: (patch: Partial<Settings>) => void;
}

export function SettingCheck({ name, settings, managed, onChange }: SettingCheckProps): ReactNode {
  const words = useWords();
  const helpId = useId();
  const { words: label, help } = SETTING_CARDS[name];
  return (
    <>
      <label className={section.check}>
        <input
          type="checkbox"
          checked={settings[name]}
          disabled={managed.some((one) => one === name)}
          aria-describedby={help && helpId}
          onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
        />
        <span>{words.text(label)}</span>
      </label>
      {help !== undefined && (
        <p id={helpId} className={section.help}>
          {words.text(help)}
        </p>
      )}
    </>
  );
}
