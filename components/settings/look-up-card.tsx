// The settings of the look-up in public certificate logs: whether it is offered, the server, and what is sent when.
import type { ReactNode } from 'react';
import { isServerAddress } from '../../lib/look-up/query.ts';
import { SETTING_CARDS, switchesOn } from '../../lib/settings/setting-cards.ts';
import { SETTINGS } from '../../lib/settings/settings.ts';
import { useWords } from '../ui/words-context.tsx';
import { AddressField } from './address-field.tsx';
import { SettingCheck } from './setting-check.tsx';
import type { SettingCheckProps } from './setting-check.tsx';
import section from './settings-section.module.css';

export function LookUpCard(props: Omit<SettingCheckProps, 'name'>): ReactNode {
  const { settings, managed, onChange } = props;
  const words = useWords();
  return (
    <fieldset className={section.card}>
      <legend className={section.legend}>{words.text('options_look_up')}</legend>
      {switchesOn('look-up').map((name) => (
        <SettingCheck key={name} name={name} {...props} />
      ))}
      <div className={section.under}>
        <AddressField
          key={settings.lookUpServer}
          label={words.text(SETTING_CARDS.lookUpServer.words)}
          value={settings.lookUpServer}
          draft="look-up-server"
          isManaged={managed.includes('lookUpServer')}
          usual={{ value: SETTINGS.lookUpServer.fallback, name: words.text('options_look_up_default') }}
          findFault={(address) =>
            isServerAddress(address) ? null : words.text('options_look_up_server_wrong')
          }
          onSave={(lookUpServer) => onChange({ lookUpServer })}
        />
      </div>
    </fieldset>
  );
}
