// The look-up in public certificate logs: whether it is offered, whom it asks, and what is sent when.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { DEFAULT_LOOK_UP_SERVER, isServerAddress } from '../../lib/look-up/query.ts';
import type { ManagedSetting, Settings } from '../../lib/settings/settings.ts';
import { useWords } from '../ui/words-context.tsx';
import { AddressField } from './address-field.tsx';
import section from './settings-section.module.css';

interface LookUpCardProps {
  readonly settings: Settings;
  /** Settings that the organisation decided. */
  readonly managed: readonly ManagedSetting[];
  readonly onChange: (patch: Partial<Settings>) => void;
}

export function LookUpCard({ settings, managed, onChange }: LookUpCardProps): ReactNode {
  const words = useWords();
  const helpId = useId();
  return (
    <fieldset className={section.card}>
      <legend className={section.legend}>{words.text('options_look_up')}</legend>
      <label className={section.check}>
        <input
          type="checkbox"
          checked={settings.lookUp}
          disabled={managed.includes('lookUp')}
          aria-describedby={helpId}
          onChange={(event) => onChange({ lookUp: event.currentTarget.checked })}
        />
        <span>{words.text('options_look_up_offer')}</span>
      </label>
      <p id={helpId} className={section.help}>
        {words.text('options_look_up_help')}
      </p>
      <div className={section.under}>
        <AddressField
          key={settings.lookUpServer}
          label={words.text('options_look_up_server')}
          value={settings.lookUpServer}
          draft="look-up-server"
          isManaged={managed.includes('lookUpServer')}
          usual={{ value: DEFAULT_LOOK_UP_SERVER, name: words.text('options_look_up_default') }}
          findFault={(address) =>
            isServerAddress(address) ? null : words.text('options_look_up_server_wrong')
          }
          onSave={(lookUpServer) => onChange({ lookUpServer })}
        />
      </div>
    </fieldset>
  );
}
