// The options page: the sections of all rooms in their order. A new section is one more line here.
import type { ReactNode } from 'react';
import type { Drafts } from '../../lib/settings/drafts.ts';
import type { CampaignPort } from '../campaigns/campaign-port.ts';
import { useCampaignSection } from '../campaigns/campaign-section.tsx';
import { PageLayout } from '../page/page-layout.tsx';
import { PageSections } from '../page/page-sections.tsx';
import type { PageSection } from '../page/page-sections.tsx';
import { usePlanSection, useTrialOfferSection } from '../plans/plan-sections.tsx';
import type { PlansPort } from '../plans/plans-port.ts';
import type { ReadinessPort } from '../readiness/readiness-port.ts';
import { useReadinessSection } from '../readiness/readiness-section.tsx';
import { PolicyFaults } from '../settings/policy-faults.tsx';
import type { SettingsPort } from '../settings/settings-port.ts';
import { useSettingsSection } from '../settings/use-settings-section.tsx';
import { useSiteSection } from '../site/use-site-section.tsx';
import type { TrialsPort } from '../trials/trials-port.ts';
import { useTrialsSection } from '../trials/trials-section.tsx';
import { DraftsProvider } from '../ui/drafts-context.tsx';
import { SavingProvider, useSavingState } from '../ui/saving-context.tsx';
import { useStore } from '../ui/use-store.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './options-view.module.css';

export interface OptionsPort {
  readonly settings: SettingsPort;
  readonly plans: PlansPort;
  readonly trials: TrialsPort;
  readonly readiness: ReadinessPort;
  readonly campaigns: CampaignPort;
  /** Texts that were typed into fields and not submitted. */
  readonly drafts: Drafts;
}

/** The sections that are shown, in their order. A room returns null for a hidden section. */
function useSections(port: OptionsPort): readonly PageSection[] {
  return [
    useSiteSection(port.plans),
    usePlanSection(port.plans),
    useTrialOfferSection(port.plans),
    useTrialsSection(port.trials),
    useReadinessSection(port.readiness),
    useSettingsSection(port.settings, port.plans),
    useCampaignSection(port.campaigns),
  ].filter((section) => section !== null);
}

interface OptionsViewProps {
  readonly port: OptionsPort;
  /** The section to scroll to; null: none is requested. */
  readonly target: string | null;
}

export function OptionsView({ port, target }: OptionsViewProps): ReactNode {
  const words = useWords();
  const sections = useSections(port);
  const { faults } = useStore(port.settings.policy);
  const { isUnsaved, save } = useSavingState();
  return (
    <PageLayout
      title={words.text('options_title')}
      index={sections.map(({ id, name }) => ({ id, name, level: 1 }))}
      onLanguage={(language) => save(port.settings.change({ language }))}
    >
      <p role="alert" className={css.unsaved}>
        {isUnsaved && words.text('options_not_saved')}
      </p>
      <PolicyFaults faults={faults} />
      <SavingProvider save={save}>
        <DraftsProvider drafts={port.drafts}>
          <PageSections sections={sections} target={target} />
        </DraftsProvider>
      </SavingProvider>
    </PageLayout>
  );
}
