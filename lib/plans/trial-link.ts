// Makes the link to the seller's sign-up page. It contains the plan, the level, the term, the language and the campaign; the domain only with the
// owner's consent; nothing else of any page.
import { parseHost } from '../address/host.ts';
import type { LanguageRow } from '../text/language.ts';
import type { PlanLevel } from './catalogue.ts';
import { CAMPAIGN_FIELDS, fill, optionalIn, readTemplate, TrialLinkError } from './trial-template.ts';
import type { CampaignField, Placeholder } from './trial-template.ts';

export interface TrialValues {
  /** Id of a plan. */
  readonly plan: string;
  readonly level: PlanLevel;
  /** Years. */
  readonly term: number;
  readonly language: LanguageRow;
  readonly campaign: { readonly [Field in CampaignField]?: string };
  /** A host, when the owner agreed to send it; null: it is not sent. */
  readonly domain: string | null;
}

/** Longest value of a campaign field, in characters. */
export const MAX_CAMPAIGN_VALUE = 100;

/** Makes the link, an absolute https address. Throws TrialLinkError. */
export function trialLink(template: string, values: TrialValues): string {
  const { origin, path, query, fragment } = readTemplate(template);
  const known = collect(values);
  const value = (name: Placeholder): string => encodeURIComponent(known[name] ?? '');
  // A parameter without a value is left out completely, so that nobody takes an empty one for an answer.
  const parameters = query.filter((parameter) => {
    const name = optionalIn(parameter);
    return name === null || known[name] !== undefined;
  });
  // Origin and path as one text, so that a path like `//elsewhere.example` stays a path.
  const url = new URL(
    origin +
      fill(path, value) +
      (parameters.length > 0 ? `?${parameters.map((parameter) => fill(parameter, value)).join('&')}` : '') +
      (fragment === null ? '' : `#${fill(fragment, value)}`),
  );
  return url.href;
}

function collect(values: TrialValues): { readonly [Name in Placeholder]?: string } {
  const { plan, level, term, language, campaign, domain } = values;
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(plan)) throw new TrialLinkError('bad-value', 'plan');
  if (!Number.isInteger(term) || term < 1) throw new TrialLinkError('bad-value', 'term');
  const fields = CAMPAIGN_FIELDS.flatMap((name) => {
    const text = campaign[name];
    return text === undefined || text === '' ? [] : [[name, checkCampaign(name, text)] as const];
  });
  return {
    plan,
    level,
    term: String(term),
    lang: language.tag,
    ...Object.fromEntries(fields),
    ...(domain === null ? {} : { domain: checkDomain(domain) }),
  };
}

/** Refuses control characters, and half of a surrogate pair, which cannot be encoded. */
function checkCampaign(name: CampaignField, text: string): string {
  if (text.length > MAX_CAMPAIGN_VALUE || /[\p{Cc}\p{Cs}]/u.test(text))
    throw new TrialLinkError('bad-value', name);
  return text;
}

/** The domain in A-labels, as it is sent. */
function checkDomain(domain: string): string {
  const host = parseHost(domain);
  if (host === null || host.kind === 'ip') throw new TrialLinkError('bad-value', 'domain');
  return host.name;
}
