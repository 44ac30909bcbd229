// The settings of plans and trial, for users who deploy the extension or try another catalogue: the sign-up address and the catalogue.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { CatalogueError } from '../../lib/plans/read-catalogue.ts';
import { readTemplate, TrialLinkError } from '../../lib/plans/trial-template.ts';
import { SETTING_CARDS } from '../../lib/settings/setting-cards.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { describeCatalogueFault, describeTrialFault } from '../../lib/words/plan-words.ts';
import type { Words } from '../../lib/words/words.ts';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useWords } from '../ui/words-context.tsx';
import { AddressField } from './address-field.tsx';
import css from './address-field.module.css';
import section from './settings-section.module.css';

export interface PlansCardProps {
  readonly signUpAddress: string;
  /** The organisation's policy sets the address. */
  readonly isAddressManaged: boolean;
  readonly catalogueSource: 'packaged' | 'imported' | 'managed';
  /** Why a stored catalogue was ignored; null: none was. */
  readonly catalogueFault: CatalogueError | null;
  readonly onChange: (patch: Partial<Settings>) => void;
  /** Rejects with CatalogueError when the text is not a catalogue, and then changes nothing. */
  readonly onImport: (json: string) => Promise<void>;
  readonly onReset: () => void;
}

export function PlansCard(props: PlansCardProps): ReactNode {
  const words = useWords();
  return (
    <fieldset className={section.card}>
      <legend className={section.legend}>{words.text('options_plans')}</legend>
      <AddressField
        key={props.signUpAddress}
        label={words.text(SETTING_CARDS.signUpAddress.words)}
        help={words.text('options_sign_up_help')}
        placeholder="https://…"
        value={props.signUpAddress}
        draft="sign-up-address"
        isManaged={props.isAddressManaged}
        findFault={(address) => faultOf(words, address)}
        onSave={(signUpAddress) => props.onChange({ signUpAddress })}
      />
      <CatalogueField {...props} />
    </fieldset>
  );
}

/** The error of an address as a sentence. An empty address is valid: it means the catalogue's address. */
function faultOf(words: Words, address: string): string | null {
  if (address === '') return null;
  try {
    readTemplate(address);
    return null;
  } catch (error) {
    if (error instanceof TrialLinkError) return words.text('trial_wrong', describeTrialFault(words, error));
    throw error;
  }
}

function CatalogueField({ catalogueSource, catalogueFault, onImport, onReset }: PlansCardProps): ReactNode {
  const words = useWords();
  const [fault, setFault] = useState<CatalogueError | null>(catalogueFault);
  const take = async (file: File): Promise<void> => {
    try {
      await onImport(await file.text());
      setFault(null);
    } catch (error) {
      if (!(error instanceof CatalogueError)) throw error;
      setFault(error);
    }
  };
  return (
    <div className={css.catalogue}>
      <p>{words.text('options_catalogue', words.text(NAMES[catalogueSource]))}</p>
      {catalogueSource !== 'managed' && (
        <div>
          {/* The browser's own button would be in the browser's language. */}
          <label className={`${buttons.button} ${css.file}`}>
            {words.text('options_catalogue_import')}
            <VisuallyHidden>
              <input
                type="file"
                accept="application/json,.json"
                onChange={(event) => {
                  const [file] = event.currentTarget.files ?? [];
                  // Choosing the same file again after a correction must count as a change.
                  event.currentTarget.value = '';
                  if (file !== undefined) void take(file).catch(reportError);
                }}
              />
            </VisuallyHidden>
          </label>
        </div>
      )}
      <p role="alert" className={css.error}>
        {fault !== null && words.text('catalogue_fault', describeCatalogueFault(words, fault))}
      </p>
      {(catalogueSource === 'imported' || catalogueFault !== null) && (
        <div>
          <Button
            onClick={() => {
              setFault(null);
              onReset();
            }}
          >
            {words.text('options_catalogue_reset')}
          </Button>
        </div>
      )}
    </div>
  );
}

const NAMES = {
  packaged: 'options_catalogue_packaged',
  imported: 'options_catalogue_imported',
  managed: 'options_catalogue_managed',
} as const;
