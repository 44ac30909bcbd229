// Builds the links of a campaign. Every link can be copied, opened for a test, and shown as a QR code.
import type { ReactNode } from 'react';
import { campaignLinks, writeLinksCsv } from '../../lib/campaigns/links.ts';
import type { CampaignInput, CampaignLink } from '../../lib/campaigns/links.ts';
import { TrialLinkError } from '../../lib/plans/trial-template.ts';
import { describeTrialFault, planName } from '../../lib/words/plan-words.ts';
import { CodeText } from '../ui/code-text.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Prose } from '../ui/prose.tsx';
import { useWords } from '../ui/words-context.tsx';
import { useCampaignForm } from './campaign-form.tsx';
import { CampaignQr } from './campaign-qr.tsx';
import css from './campaign.module.css';

interface CampaignLinksProps extends Pick<CampaignInput, 'catalogue'> {
  readonly address: string | null;
}

export function CampaignLinks({ catalogue, address }: CampaignLinksProps): ReactNode {
  const words = useWords();
  const { fields, channel, ...chosen } = useCampaignForm();
  const made = linksOf({ template: address ?? '', catalogue, ...chosen });
  return (
    <>
      <p className={css.soft}>{words.text('campaigns_links_help')}</p>
      {fields}
      {made instanceof TrialLinkError ? (
        <p role="alert" className={css.error}>
          <Prose
            text={
              made.code === 'unset'
                ? words.text('campaigns_unset')
                : words.text('trial_wrong', describeTrialFault(words, made))
            }
          />
        </p>
      ) : (
        <>
          <ul className={css.links}>
            {made
              .filter((link) => link.channel === channel)
              .map((link) => (
                <li key={`${link.plan.id} ${link.level}`} className={css.link}>
                  <Link link={link} />
                </li>
              ))}
          </ul>
          <CopyButton text={() => writeLinksCsv(made)}>{words.text('campaigns_copy_all')}</CopyButton>
        </>
      )}
    </>
  );
}

function linksOf(input: CampaignInput): readonly CampaignLink[] | TrialLinkError {
  try {
    return campaignLinks(input);
  } catch (error) {
    if (error instanceof TrialLinkError) return error;
    throw error;
  }
}

function Link({ link }: { readonly link: CampaignLink }): ReactNode {
  const words = useWords();
  const plan = planName(words, link.plan, link.level);
  return (
    <>
      <p className={css.strong}>{plan}</p>
      <p>
        <CodeText text={link.url} max={600} />
      </p>
      <div className={css.row}>
        <CopyButton text={() => link.url} label={words.text('campaigns_copy_for', plan)}>
          {words.text('campaigns_copy')}
        </CopyButton>
        <a
          href={link.url}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={words.text('campaigns_try_for', plan)}
        >
          {words.text('campaigns_try')}
        </a>
      </div>
      <Disclosure look="inline" summary={words.text('campaigns_qr')}>
        {() => (
          <CampaignQr
            url={link.url}
            name={words.text('campaigns_qr_for', plan)}
            file={`${link.channel}-${link.plan.id}-${link.level}.svg`}
          />
        )}
      </Disclosure>
    </>
  );
}
