// The options page. Sections stand in a list, so that the index appears by itself once there is more than one.
import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Drafts } from '../../lib/settings/drafts.ts';
import type { ManagedSetting, Settings, SettingsChange } from '../../lib/settings/settings.ts';
import type { PolicyFault } from '../../lib/settings/policy.ts';
import type { CampaignEvent } from '../../lib/campaigns/counts.ts';
import type { Answers } from '../../lib/plans/answers.ts';
import type { Catalogue } from '../../lib/plans/catalogue.ts';
import { keyOf } from '../../lib/plans/offering.ts';
import { isInForce } from '../../lib/plans/period.ts';
import type { SiteFacts } from '../../lib/plans/site-facts.ts';
import type { TrialValues } from '../../lib/plans/trial-link.ts';
import { isIssuable } from '../../lib/address/site.ts';
import { localText } from '../../lib/words/plan-words.ts';
import { DraftsProvider } from '../ui/drafts-context.tsx';
import { PageLayout } from '../page/page-layout.tsx';
import type { IndexEntry } from '../page/page-layout.tsx';
import { PlanSection } from '../plans/plan-section.tsx';
import { SiteSection } from '../site/site-section.tsx';
import { TrialOffer } from '../plans/trial-offer.tsx';
import { usePlans } from '../plans/use-plans.ts';
import { useWords } from '../ui/words-context.tsx';
import { CampaignSection } from '../campaigns/campaign-section.tsx';
import type { CampaignPort } from '../campaigns/campaign-counts.tsx';
import { SeenOnce } from '../campaigns/campaign-seen.tsx';
import css from './options-view.module.css';
import type { PlansCardProps } from '../settings/plans-card.tsx';
import { PolicyFaults } from '../settings/policy-faults.tsx';
import { ReadinessSection } from '../readiness/readiness-section.tsx';
import type { ReadinessPort } from '../readiness/readiness-section.tsx';
import { TrialsSection } from '../trials/trials-section.tsx';
import type { TrialsPort } from '../trials/trials-section.tsx';
import type { DiagnosticsCardProps } from '../settings/diagnostics-card.tsx';
import { SettingsSection } from '../settings/settings-section.tsx';

type Section = IndexEntry & { readonly content: ReactNode };

export interface PlansProps {
  readonly catalogue: Catalogue;
  readonly catalogueSource: PlansCardProps['catalogueSource'];
  readonly catalogueFault: PlansCardProps['catalogueFault'];
  /** The site that is asked about; null: none is chosen. */
  readonly facts: SiteFacts | null;
  /** Hosts of other sites of the session, the last looked at first. */
  readonly others: readonly string[];
  readonly answers: Answers;
  /** The site was opened in a private window: its answers are not kept. */
  readonly isPrivate: boolean;
  /** ms since epoch. */
  readonly now: number;
  /** Chooses a site by one of its hosts; false when the text is no host. */
  readonly onSite: (text: string) => boolean;
  /** Rejects when the browser did not save. */
  readonly onAnswers: (answers: Answers) => Promise<void>;
  readonly onForget: () => Promise<void>;
  readonly onImport: PlansCardProps['onImport'];
  readonly onReset: () => Promise<void>;
}

export interface OptionsViewProps {
  readonly settings: Settings;
  /** Settings that the organisation decided: they cannot be changed here. */
  readonly managed: readonly ManagedSetting[];
  /** Rejects when the browser did not save. */
  readonly onChange: (change: SettingsChange) => Promise<void>;
  /** Forgets the certificate warnings remembered on this device. Rejects when the browser did not save. */
  readonly onForgetWarnings: () => Promise<void>;
  readonly diagnostics: DiagnosticsCardProps;
  /** Address of the page with the longer texts. */
  readonly explainUrl: string;
  /** The section to go to: the words come after the page, so the browser alone would miss it. */
  readonly target: string | null;
  readonly plans: PlansProps;
  /** The campaign that links name. */
  readonly campaign: TrialValues['campaign'];
  /** Values of the organisation's policy that cannot be used. */
  readonly policyFaults: readonly PolicyFault[];
  /** For the local counts. */
  readonly onEvent: (event: CampaignEvent) => void;
  readonly campaigns: CampaignPort;
  /** What was written in fields and not sent off. */
  readonly drafts: Drafts;
  readonly readiness: ReadinessPort;
  readonly reminder: TrialsPort;
}

export function OptionsView(props: OptionsViewProps): ReactNode {
  const { settings, managed, onChange, explainUrl, plans, readiness, reminder, campaigns, onEvent } = props;
  const words = useWords();
  const [isUnsaved, setUnsaved] = useState(false);
  useEffect(() => {
    if (props.target === null) return;
    const heading = document.getElementById(props.target);
    // Focus goes along, so that reading with a screen reader begins here too.
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView();
  }, [props.target]);
  const { facts, answers, catalogue, now } = plans;
  const { need, match, chosen } = usePlans(facts, answers, catalogue, now);
  const save = useCallback((saving: Promise<void>): void => {
    saving.then(
      () => setUnsaved(false),
      () => setUnsaved(true),
    );
  }, []);
  const change = (wanted: SettingsChange): void => save(onChange(wanted));
  const answer = (next: Answers): void => save(plans.onAnswers(next));
  const { trial, signUp } = catalogue;
  const address = settings.signUpAddress === '' ? signUp.address : settings.signUpAddress;
  const offers: readonly Section[] = [
    {
      id: 'site',
      name: words.text('site_title'),
      level: 1,
      content: (
        <SiteSection {...plans} need={need} onAnswers={answer} onForget={() => save(plans.onForget())} />
      ),
    },
    {
      id: 'plan',
      name: words.text('plan_title'),
      level: 1,
      content: (
        <SeenOnce onSeen={() => onEvent('plan-viewed')}>
          <PlanSection
            catalogue={catalogue}
            need={need}
            match={match}
            hasSite={facts !== null}
            chosen={chosen}
            years={answers.years}
            now={now}
            onChoose={(offering) => answer({ ...answers, plan: keyOf(offering) })}
            onYears={(years) => answer({ ...answers, years })}
          />
        </SeenOnce>
      ),
    },
    ...(trial === null || !isInForce(trial, now)
      ? []
      : [
          {
            id: 'trial',
            name: localText(words, trial.text),
            level: 1 as const,
            content: (
              <SeenOnce onSeen={() => onEvent('offer-shown')}>
                <TrialOffer
                  // What was ticked for one site holds for no other.
                  key={facts?.own.domain ?? ''}
                  catalogue={catalogue}
                  trial={trial}
                  chosen={chosen}
                  years={answers.years}
                  address={address}
                  campaign={props.campaign}
                  domain={facts !== null && isIssuable(facts.own) ? facts.own.domain : null}
                  onOpen={() => onEvent('trial-opened')}
                />
              </SeenOnce>
            ),
          },
        ]),
  ];
  const sections: readonly Section[] = [
    ...(settings.hideOffers ? [] : offers),
    // What was noted is kept in reach.
    ...(settings.hideOffers && reminder.trials.length === 0
      ? []
      : [
          {
            id: 'trials',
            name: words.text('trials_section'),
            level: 1 as const,
            content: <TrialsSection {...reminder} />,
          },
        ]),
    {
      id: 'https-needed',
      name: words.text('needs_section'),
      level: 1,
      content: <ReadinessSection {...readiness} />,
    },
    {
      id: 'settings',
      name: words.text('options_settings'),
      level: 1,
      content: (
        <SettingsSection
          settings={settings}
          managed={managed}
          onChange={change}
          onForgetWarnings={props.onForgetWarnings}
          explainUrl={explainUrl}
          plans={{ ...plans, onReset: () => save(plans.onReset()) }}
          diagnostics={props.diagnostics}
        />
      ),
    },
    ...(settings.campaigns
      ? [
          {
            id: 'campaigns',
            name: words.text('campaigns_section'),
            level: 1 as const,
            content: <CampaignSection {...campaigns} catalogue={catalogue} address={address} />,
          },
        ]
      : []),
  ];
  return (
    <PageLayout
      title={words.text('options_title')}
      index={sections}
      onLanguage={(language) => change({ language })}
    >
      <p role="alert" className={css.unsaved}>
        {isUnsaved && words.text('options_not_saved')}
      </p>
      <PolicyFaults faults={props.policyFaults} />
      <DraftsProvider drafts={props.drafts} onWriting={save}>
        {sections.map(({ id, name, content }) => (
          <section key={id} aria-labelledby={id} className={css.section}>
            <h2 id={id} tabIndex={-1} className={css.heading}>
              {name}
            </h2>
            {content}
          </section>
        ))}
      </DraftsProvider>
    </PageLayout>
  );
}
