// "Try it free for three months": the seller's offer, labelled as such. The link shows its whole address and opens only on a click. Without a
// configured address, the user gets a text to send to the seller.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { Catalogue, Trial } from '../../lib/plans/catalogue.ts';
import type { Offering } from '../../lib/plans/offering.ts';
import { middleOfDay } from '../../lib/plans/period.ts';
import { trialLink } from '../../lib/plans/trial-link.ts';
import type { TrialValues } from '../../lib/plans/trial-link.ts';
import { TrialLinkError } from '../../lib/plans/trial-template.ts';
import { describeTrialFault, localText, planName, trialRequest } from '../../lib/words/plan-words.ts';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import { CodeText, Sentence } from '../ui/code-text.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Prose } from '../ui/prose.tsx';
import { OutcomeText, useOutcome } from '../ui/use-outcome.tsx';
import { useWords } from '../ui/words-context.tsx';
import plans from './plans.module.css';
import css from './trial-offer.module.css';

export interface TrialOfferProps {
  readonly catalogue: Catalogue;
  readonly trial: Trial;
  readonly chosen: Offering;
  readonly years: number;
  /** Template of the sign-up address; null: none is configured. */
  readonly address: string | null;
  readonly campaign: TrialValues['campaign'];
  /** Registrable domain of the site; null: unknown. */
  readonly domain: string | null;
  /** Called when the link is opened. */
  readonly onOpen: () => void;
}

export function TrialOffer(props: TrialOfferProps): ReactNode {
  const { catalogue, trial, chosen, years, address, campaign, domain } = props;
  const words = useWords();
  const [isIncluded, setIncluded] = useState(false);
  const included = isIncluded ? domain : null;
  const link = linkOf(address, {
    plan: chosen.plan.id,
    level: chosen.variant.level,
    term: years,
    language: words.language,
    campaign,
    domain: included,
  });
  // The checkbox states what it adds to the link. There is none when the address has no placeholder for the domain.
  const canTell = domain !== null && (typeof link !== 'string' || address?.includes('{domain}') === true);
  const name = planName(words, chosen.plan, chosen.variant.level);
  return (
    <div className={plans.card}>
      <p className={css.offer}>{words.text('trial_offer')}</p>
      <p>{words.text('trial_for', name, words.count('price_years', years))}</p>
      {trial.until !== null && <p>{words.text('trial_until', words.date(middleOfDay(trial.until) ?? 0))}</p>}
      {canTell && (
        <label className={plans.check}>
          <input
            type="checkbox"
            checked={isIncluded}
            onChange={(event) => setIncluded(event.currentTarget.checked)}
          />
          <span>
            <Sentence parts={words.parts('trial_domain', domain)} />
          </span>
        </label>
      )}
      {typeof link === 'string' ? (
        <SignUp
          link={link}
          disclosure={localText(words, catalogue.signUp.disclosure)}
          onOpen={props.onOpen}
        />
      ) : (
        <>
          {link.code !== 'unset' && (
            <p role="alert" className={plans.error}>
              <Prose text={words.text('trial_wrong', describeTrialFault(words, link))} />
            </p>
          )}
          <div>
            <Disclosure look="inline" summary={words.text('trial_ask')}>
              {() => (
                <Request
                  text={trialRequest(words, name, { months: trial.months, years, domain: included })}
                />
              )}
            </Disclosure>
          </div>
        </>
      )}
    </div>
  );
}

function linkOf(address: string | null, values: TrialValues): string | TrialLinkError {
  try {
    return trialLink(address ?? '', values);
  } catch (error) {
    if (error instanceof TrialLinkError) return error;
    throw error;
  }
}

interface SignUpProps {
  readonly link: string;
  /** The seller's note about the address. */
  readonly disclosure: string;
  readonly onOpen: () => void;
}

function SignUp({ link, disclosure, onOpen }: SignUpProps): ReactNode {
  const words = useWords();
  return (
    <>
      <p className={plans.soft}>{disclosure}</p>
      <p className={css.address}>
        {words.text('trial_address')} <CodeText text={link} max={600} />
      </p>
      <p>
        <a
          className={`${buttons.button} ${buttons.primary} ${css.link}`}
          href={link}
          target="_blank"
          rel="noopener noreferrer"
          onClick={onOpen}
          // The middle button opens it too.
          onAuxClick={onOpen}
        >
          {words.text('trial_open')}
        </a>
      </p>
    </>
  );
}

function Request({ text }: { readonly text: string }): ReactNode {
  const words = useWords();
  const id = useId();
  const { outcome, copy } = useOutcome();
  const subject = encodeURIComponent(words.text('trial_request_subject'));
  return (
    <div className={plans.field}>
      <p>
        <Prose text={words.text('trial_unset')} />
      </p>
      <label htmlFor={id}>{words.text('trial_request_label')}</label>
      <textarea id={id} readOnly className={css.text} value={text} />
      <div className={css.actions}>
        <Button onClick={() => copy(text)}>{words.text('trial_copy')}</Button>
        <a href={`mailto:?subject=${subject}&body=${encodeURIComponent(text)}`}>{words.text('trial_mail')}</a>
        <OutcomeText outcome={outcome} failed="trial_copy_failed" />
      </div>
    </div>
  );
}
