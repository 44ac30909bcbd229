// Starts the check: of a tab's page, or of a list of addresses. After an error the typed text stays.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { PageContacts } from '../../lib/readiness/contacts.ts';
import { MAX_ITEMS, readAddressList } from '../../lib/readiness/list.ts';
import type { AddressList } from '../../lib/readiness/list.ts';
import { Button } from '../ui/button.tsx';
import { useDraft } from '../ui/drafts-context.tsx';
import { CodeText } from '../ui/code-text.tsx';
import { Prose } from '../ui/prose.tsx';
import { useWords } from '../ui/words-context.tsx';
import type { CheckedPage } from './readiness-port.ts';
import css from './readiness.module.css';

interface ReadinessFormProps {
  readonly page: CheckedPage | null;
  readonly onPage: (contacts: PageContacts) => void;
  /** `registered`: the hosts registered in the console; null: unknown. */
  readonly onList: (list: AddressList, registered: AddressList | null) => void;
}

export function ReadinessForm({ page, onPage, onList }: ReadinessFormProps): ReactNode {
  return (
    <>
      <PageNavigation page={page} onPage={onPage} />
      <ListWay onList={onList} />
    </>
  );
}

function PageNavigation({ page, onPage }: Pick<ReadinessFormProps, 'page' | 'onPage'>): ReactNode {
  const words = useWords();
  const [isFailed, setFailed] = useState(false);
  if (page === null) return <p className={css.soft}>{words.text('readiness_page_none')}</p>;
  const read = async (): Promise<void> => {
    // Any refusal of the browser means that the page was not read.
    const contacts = await page.read().catch(() => null);
    setFailed(contacts === null);
    if (contacts !== null) onPage(contacts);
  };
  return (
    <div className={css.way}>
      <h4 className={css.strong}>{words.text('readiness_page')}</h4>
      <p className={css.soft}>{words.text('readiness_page_help')}</p>
      <div className={css.row}>
        <Button onClick={() => void read()}>{words.text('readiness_page_check')}</Button>
        <CodeText text={page.host} max={255} />
      </div>
      <p role="alert" className={css.error}>
        {isFailed && words.text('readiness_page_failed')}
      </p>
    </div>
  );
}

function ListWay({ onList }: Pick<ReadinessFormProps, 'onList'>): ReactNode {
  const words = useWords();
  const [text, setText] = useDraft('addresses', '');
  const [registered, setRegistered] = useDraft('registered', '');
  const [isEmpty, setEmpty] = useState(false);
  const check = (): void => {
    const list = readAddressList(text);
    const isNothing = list.targets.length + list.unread.length === 0;
    setEmpty(isNothing);
    if (!isNothing) onList(list, registered.trim() === '' ? null : readAddressList(registered));
  };
  return (
    <div className={css.way}>
      <TextField
        label={words.text('readiness_list')}
        help={words.text('readiness_list_help', MAX_ITEMS)}
        rows={5}
        text={text}
        onChange={setText}
      />
      <TextField
        label={words.text('readiness_registered')}
        help={words.text('readiness_registered_help')}
        rows={2}
        text={registered}
        onChange={setRegistered}
      />
      <div className={css.row}>
        <Button onClick={check}>{words.text('readiness_check')}</Button>
      </div>
      <p role="alert" className={css.error}>
        {isEmpty && words.text('readiness_list_empty')}
      </p>
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly help: string;
  readonly rows: number;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function TextField({ label, help, rows, text, onChange }: TextFieldProps): ReactNode {
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.strong}>
        {label}
      </label>
      <textarea
        id={id}
        rows={rows}
        className={css.text}
        spellCheck={false}
        aria-describedby={`${id}-help`}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p id={`${id}-help`} className={css.soft}>
        <Prose text={help} />
      </p>
    </div>
  );
}
