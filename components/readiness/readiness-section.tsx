// "Must my site have HTTPS?": which sites need it, with the sources, and the check of a mini program's hosts.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { checkReadiness } from '../../lib/readiness/check.ts';
import { fromPage } from '../../lib/readiness/contacts.ts';
import type { PageContacts } from '../../lib/readiness/contacts.ts';
import { readIcpNumbers } from '../../lib/readiness/icp.ts';
import type { AddressList } from '../../lib/readiness/list.ts';
import { RULE_IDS, RULES } from '../../lib/readiness/platform-rules.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import type { PageSection } from '../page/page-sections.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useStore } from '../ui/use-store.ts';
import { useWords } from '../ui/words-context.tsx';
import { ReadinessForm } from './readiness-form.tsx';
import type { ReadinessPort } from './readiness-port.ts';
import { ReadinessResult } from './readiness-result.tsx';
import type { ShownReadiness } from './readiness-result.tsx';
import { ReadinessWho } from './readiness-who.tsx';
import css from './readiness.module.css';

export function useReadinessSection(port: ReadinessPort): PageSection {
  const words = useWords();
  return { id: 'https-needed', name: words.text('needs_section'), content: <Readiness port={port} /> };
}

function Readiness({ port }: { readonly port: ReadinessPort }): ReactNode {
  const page = useStore(port.page);
  const words = useWords();
  const headingId = useId();
  const [shown, setShown] = useState<ShownReadiness | null>(null);
  const checkPage = (contacts: PageContacts): void => {
    const [main] = contacts.frames;
    setShown({
      readiness: checkReadiness({ ...fromPage(contacts), registered: null }),
      filing: {
        numbers: readIcpNumbers(main?.numbers ?? []),
        linksMinistry: main?.linksMinistry ?? false,
      },
      unread: [],
      leftOut: 0,
    });
  };
  const checkList = ({ targets, unread, leftOut }: AddressList, registered: AddressList | null): void => {
    setShown({
      readiness: checkReadiness({
        targets,
        registered: registered?.targets ?? null,
        certificates: new Map(),
      }),
      filing: null,
      unread: [...unread, ...(registered?.unread ?? [])],
      leftOut: leftOut + (registered?.leftOut ?? 0),
    });
  };
  return (
    <div className={css.cards}>
      <ReadinessWho />
      <section className={css.card} aria-labelledby={headingId}>
        <h3 id={headingId} className={css.heading}>
          {words.text('readiness_heading')}
        </h3>
        <p className={css.soft}>{words.text('readiness_intro')}</p>
        <Rules />
        <ReadinessForm page={page} onPage={checkPage} onList={checkList} />
        {shown !== null && <ReadinessResult shown={shown} now={port.now} />}
      </section>
    </div>
  );
}

/** All rules of the check, for users who want to read them before they have a result. */
function Rules(): ReactNode {
  const words = useWords();
  return (
    <Disclosure look="inline" summary={words.text('readiness_rules')}>
      {() => (
        <ol className={css.rules}>
          {RULE_IDS.map((id) => (
            <li key={id}>
              <p className={css.strong}>
                {words.text('readiness_rule', RULES[id].number, words.text(keyFor('readiness_title', id)))}
              </p>
              <p className={css.soft}>{words.text(keyFor('readiness_why', id))}</p>
            </li>
          ))}
        </ol>
      )}
    </Disclosure>
  );
}
