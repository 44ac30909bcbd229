// Settings of plans and trial, for whoever deploys the extension or tries another catalogue: the sign-up address and the catalogue itself.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { CatalogueError } from '../../lib/plans/read-catalogue.ts';
import { readTemplate, TrialLinkError } from '../../lib/plans/trial-template.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { describeCatalogueFault, describeTrialFault } from '../../lib/words/plan-words.ts';
import { Button } from '../button.tsx';
import { Prose } from '../prose.tsx';
import { useWords } from '../words-context.tsx';
import css from './look-up-card.module.css';
import section from './settings-section.module.css';

export interface PlansCardProps {
  readonly signUpAddress: string;
  /** The organisation decided the address. */
  readonly isAddressManaged: boolean;
  readonly catalogueSource: 'packaged' | 'imported' | 'managed';
  /** Why a stored catalogue was passed over; null: none was. */
  readonly catalogueFault: CatalogueError | null;
  readonly onChange: (patch: Partial<Settings>) => void;
  /** Rejects with CatalogueError when the text is no catalogue, and then nothing changes. */
  readonly onImport: (json: string) => Promise<void>;
  readonly onReset: () => void;
}

export function PlansCard(props: PlansCardProps): ReactNode {
  const words = useWords();
  return (
    <fieldset className={section.card}>
      <legend className={section.legend}>{words.text('options_plans')}</legend>
      {/* A change from elsewhere shows at once. */}
      <AddressField key={props.signUpAddress} {...props} />
      <CatalogueField {...props} />
    </fieldset>
  );
}

function AddressField({ signUpAddress, isAddressManaged, onChange }: PlansCardProps): ReactNode {
  const words = useWords();
  const id = useId();
  const helpId = useId();
  const errorId = useId();
  const [text, setText] = useState(signUpAddress);
  const [fault, setFault] = useState<TrialLinkError | null>(null);
  const save = (): void => {
    const address = text.trim();
    const wrong = address === '' ? null : faultOf(address);
    setFault(wrong);
    if (wrong === null && address !== signUpAddress) onChange({ signUpAddress: address });
  };
  return (
    <form
      className={css.server}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label htmlFor={id}>{words.text('options_sign_up')}</label>
      <input
        id={id}
        type="url"
        className={css.input}
        spellCheck={false}
        placeholder="https://…"
        disabled={isAddressManaged}
        value={text}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? helpId : `${errorId} ${helpId}`}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={save}
      />
      <p id={errorId} role="alert" className={css.error}>
        {fault !== null && <Prose text={words.text('trial_wrong', describeTrialFault(words, fault))} />}
      </p>
      <p id={helpId} className={css.soft}>
        <Prose text={words.text('options_sign_up_help')} />
      </p>
    </form>
  );
}

function faultOf(address: string): TrialLinkError | null {
  try {
    readTemplate(address);
    return null;
  } catch (error) {
    if (error instanceof TrialLinkError) return error;
    throw error;
  }
}

function CatalogueField({ catalogueSource, catalogueFault, onImport, onReset }: PlansCardProps): ReactNode {
  const words = useWords();
  const id = useId();
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
    <div className={css.server}>
      <p>{words.text('options_catalogue', words.text(NAMES[catalogueSource]))}</p>
      <label htmlFor={id}>{words.text('options_catalogue_import')}</label>
      <input
        id={id}
        type="file"
        disabled={catalogueSource === 'managed'}
        accept="application/json,.json"
        className={css.file}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file again, mended, is a change too.
          event.currentTarget.value = '';
          if (file !== undefined) void take(file).catch(reportError);
        }}
      />
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
