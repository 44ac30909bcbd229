// The hosts that the certificate covers: those of the page's own site, each with the reason; any other host on request; and the whole list.
import { useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { toUnicodeName } from '../../lib/address/punycode.ts';
import type { Certificate } from '../../lib/certificate/certificate.ts';
import { judgeCoverage } from '../../lib/certificate/judge/coverage.ts';
import type { HostCoverage } from '../../lib/certificate/judge/coverage.ts';
import { listHostNames } from '../../lib/certificate/describe/details.ts';
import type { HostName } from '../../lib/certificate/describe/details.ts';
import type { PageHost } from '../../lib/verdict/site-hosts.ts';
import { coverageReason } from '../../lib/words/certificate-words.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { CodeText } from '../ui/code-text.tsx';
import { HostInput } from '../ui/host-input.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './certificate.module.css';

/** Names that are listed: enough to read through, few enough to render at once. */
const MAX_NAMES = 500;

interface CoverageProps {
  readonly certificate: Certificate;
  readonly hosts: readonly PageHost[];
}

export function Coverage({ certificate, hosts }: CoverageProps): ReactNode {
  const words = useWords();
  const names = useMemo(() => listHostNames(certificate) ?? [], [certificate]);
  const judged = useMemo(
    () =>
      judgeCoverage(
        certificate,
        hosts.map(({ host }) => host),
      ),
    [certificate, hosts],
  );
  return (
    <div className={css.part}>
      <p className={css.strong}>{words.text('coverage_title')}</p>
      {judged.length > 0 && (
        <ul className={css.hosts} aria-label={words.text('coverage_hosts')}>
          {judged.map((coverage, index) => (
            <li key={coverage.host} className={css.host}>
              <Mark covered={coverage.covered} />
              <span className={css.name}>
                <CodeText text={coverage.host} max={100} />
                <span className={css.remark}>
                  {[
                    words.text(keyFor('coverage_role', hosts[index]?.role ?? 'seen')),
                    coverageReason(words, coverage),
                  ].join(' · ')}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <TryHost certificate={certificate} />
      {names.length === 0 ? (
        <p className={css.soft}>{words.text('coverage_names_none')}</p>
      ) : (
        <Disclosure look="inline" summary={words.count('coverage_names', names.length)}>
          {() => <Names names={names} />}
        </Disclosure>
      )}
    </div>
  );
}

function Mark({ covered }: Pick<HostCoverage, 'covered'>): ReactNode {
  const words = useWords();
  return (
    <>
      <svg className={css.mark} data-covered={covered} viewBox="0 0 16 16" aria-hidden="true">
        <path d={covered ? 'M3 8.5 6.5 12 13 4.5' : 'M4 4 12 12 M12 4 4 12'} />
      </svg>
      <VisuallyHidden>{words.text(covered ? 'coverage_yes' : 'coverage_no')}</VisuallyHidden>
    </>
  );
}

function TryHost({ certificate }: Pick<CoverageProps, 'certificate'>): ReactNode {
  const words = useWords();
  const id = useId();
  const [host, setHost] = useState('');
  const [answer] = host.trim() === '' ? [] : judgeCoverage(certificate, [host]);
  return (
    <div className={css.try}>
      <label htmlFor={id}>{words.text('coverage_try')}</label>
      <HostInput id={id} className={css.input} text={host} onText={setHost} placeholder="www.example.com" />
      <output className={css.answer}>{answer !== undefined && <Answer answer={answer} />}</output>
    </div>
  );
}

function Answer({ answer }: { readonly answer: HostCoverage }): ReactNode {
  const words = useWords();
  const reason = coverageReason(words, answer);
  if (answer.reason === 'not-a-host') return reason;
  return words.text(answer.covered ? 'coverage_answer_yes' : 'coverage_answer_no', reason);
}

/** A scrolling region is focusable; otherwise a keyboard could not reach what is below its edge (WCAG 2.1.1). */
const SCROLLABLE = { tabIndex: 0 } as const;

function Names({ names }: { readonly names: readonly HostName[] }): ReactNode {
  const words = useWords();
  const hidden = names.length - MAX_NAMES;
  return (
    <section {...SCROLLABLE} className={css.names} aria-label={words.count('coverage_names', names.length)}>
      <ul className={css.list}>
        {names.slice(0, MAX_NAMES).map((name, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a certificate may list a name twice, and the order of its names never changes
          <li key={index}>
            <Name name={name} />
          </li>
        ))}
        {hidden > 0 && <li>{words.count('coverage_names_more', hidden)}</li>}
      </ul>
    </section>
  );
}

/** A name as it is in the certificate and, for an internationalised one, in Unicode. */
function Name({ name: { value } }: { readonly name: HostName }): ReactNode {
  const unicode = toUnicodeName(value);
  return (
    <>
      <CodeText text={value} max={120} />
      {unicode !== null && (
        <>
          {' '}
          <CodeText text={unicode} max={120} />
        </>
      )}
    </>
  );
}
