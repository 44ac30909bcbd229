// The section "Matching plan" and, while the seller offers one, the trial.
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { signUpAddress } from '../../lib/plans/catalogue.ts';
import { keyOf } from '../../lib/plans/offering.ts';
import { isInForce } from '../../lib/plans/period.ts';
import { isIssuable } from '../../lib/address/site.ts';
import { localText } from '../../lib/words/plan-words.ts';
import type { PageSection } from '../page/page-sections.tsx';
import { useSaving } from '../ui/saving-context.tsx';
import { useStore } from '../ui/use-store.ts';
import { useWords } from '../ui/words-context.tsx';
import { PlanSection } from './plan-section.tsx';
import type { PlansPort } from './plans-port.ts';
import { TrialOffer } from './trial-offer.tsx';
import { usePlans } from './use-plans.ts';

interface SectionProps {
  readonly port: PlansPort;
}

/** null: the seller's offers are hidden. */
export function usePlanSection(port: PlansPort): PageSection | null {
  const words = useWords();
  const { hideOffers } = useStore(port.settings);
  return hideOffers ? null : { id: 'plan', name: words.text('plan_title'), content: <Plan port={port} /> };
}

function Plan({ port }: SectionProps): ReactNode {
  const save = useSaving();
  const { site, loaded, need, match, chosen } = usePlans(port);
  const { facts, answers } = site;
  return (
    <SeenOnce onSeen={() => port.count('plan-viewed')}>
      <PlanSection
        catalogue={loaded.catalogue}
        need={need}
        match={match}
        hasSite={facts !== null}
        chosen={chosen}
        years={answers.years}
        now={port.now}
        onChoose={(offering) => save(port.answer({ ...answers, plan: keyOf(offering) }))}
        onYears={(years) => save(port.answer({ ...answers, years }))}
      />
    </SeenOnce>
  );
}

/** null: the seller's offers are hidden, or there is no trial in force. */
export function useTrialOfferSection(port: PlansPort): PageSection | null {
  const words = useWords();
  const { hideOffers } = useStore(port.settings);
  const { trial } = useStore(port.catalogue).catalogue;
  if (hideOffers || trial === null || !isInForce(trial, port.now)) return null;
  return { id: 'trial', name: localText(words, trial.text), content: <Offer port={port} trial={trial} /> };
}

function Offer({
  port,
  trial,
}: SectionProps & { readonly trial: Parameters<typeof TrialOffer>[0]['trial'] }): ReactNode {
  const settings = useStore(port.settings);
  const campaign = useStore(port.campaign);
  const { site, loaded, chosen } = usePlans(port);
  const { facts, answers } = site;
  return (
    <SeenOnce onSeen={() => port.count('offer-shown')}>
      <TrialOffer
        // An answer for one site does not apply to another.
        key={facts?.own.domain ?? ''}
        catalogue={loaded.catalogue}
        trial={trial}
        chosen={chosen}
        years={answers.years}
        address={signUpAddress(settings.signUpAddress, loaded.catalogue)}
        campaign={campaign}
        domain={facts !== null && isIssuable(facts.own) ? facts.own.domain : null}
        onOpen={() => port.count('trial-opened')}
      />
    </SeenOnce>
  );
}

interface SeenOnceProps {
  readonly children: ReactNode;
  /** Called once, when the section has come into view. */
  readonly onSeen: () => void;
}

/** Reports once that a section has come into view. A section that the user never scrolls to does not count as shown. */
function SeenOnce({ children, onSeen }: SeenOnceProps): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  const report = useRef<(() => void) | null>(onSeen);
  // The policy, which sets the campaign, may be read after the section is rendered.
  useEffect(() => {
    if (report.current !== null) report.current = onSeen;
  }, [onSeen]);
  useEffect(() => {
    if (element.current === null || report.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      report.current?.();
      report.current = null;
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={element}>{children}</div>;
}
