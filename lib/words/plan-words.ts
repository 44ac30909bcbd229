// Describes plans and prices. The seller's texts come from the catalogue, in the user's language.
import { localTextOf } from '../plans/catalogue.ts';
import type { Catalogue, LocalText, Plan, PlanLevel, ServiceId } from '../plans/catalogue.ts';
import type { Combination } from '../plans/combination.ts';
import type { Lack, Offering } from '../plans/offering.ts';
import type { PriceLine } from '../plans/price.ts';
import type { CatalogueError } from '../plans/read-catalogue.ts';
import type { ReissueSpan } from '../plans/reissues.ts';
import type { TrialLinkError } from '../plans/trial-template.ts';
import { showHostile } from '../text/hostile-text.ts';
import { keyFor } from './word-keys.ts';
import type { Words } from './words.ts';

/** The longest text of a catalogue that is shown. */
const MAX_TEXT = 600;

/** A text of the seller in the language of the words. An imported catalogue may be malicious, so its texts are shown as plain text only. */
export function localText(words: Words, text: LocalText): string {
  return showHostile(localTextOf(text, words.language.id), MAX_TEXT);
}

/** "Advanced, OV wildcard" */
export function planName(words: Words, { name, coverage }: Plan, level: PlanLevel): string {
  const key = coverage === 'wildcard' ? 'plan_name_wildcard' : 'plan_name';
  return words.text(key, localText(words, name), level);
}

export function serviceName(words: Words, { serviceNames }: Catalogue, service: ServiceId): string {
  return localText(words, serviceNames[service]);
}

/** Services as a list: "a, b". */
function serviceList(words: Words, catalogue: Catalogue, services: readonly ServiceId[]): string {
  return words.list(services.map((service) => serviceName(words, catalogue, service)));
}

function join(...parts: readonly string[]): string {
  return parts.join(' · ');
}

/** The requirements that a plan does not meet, in a few words each; missing hosts are counted. */
export function describeLacks(words: Words, lacks: readonly Lack[], catalogue: Catalogue): readonly string[] {
  const hosts = lacks.filter(({ kind }) => kind === 'host').length;
  const others = lacks.flatMap((lack) => {
    switch (lack.kind) {
      case 'host':
        return [];
      case 'wildcard':
        return [words.text('plan_lack_wildcard', lack.parent)];
      case 'level':
        return [words.text('plan_lack_level', lack.level)];
      case 'service':
        return [words.text('plan_lack_service', serviceName(words, catalogue, lack.service))];
      case 'not-issuable':
        return [words.text('plan_lack_not_issuable', lack.host)];
    }
  });
  return [...(hosts > 0 ? [words.count('plan_lack_hosts', hosts)] : []), ...others];
}

/** The reasons why the fitting plan fits, one sentence each. */
export function describeFit(words: Words, { names, lacks }: Offering, facts: FitFacts): readonly string[] {
  if (lacks.length > 0) return [];
  const { hosts, level, services, catalogue } = facts;
  const parent = names[0]?.startsWith('*.') === true ? names[0].slice(2) : null;
  return [
    ...(hosts === 1 ? [words.text('plan_why_one_host')] : []),
    ...(hosts > 1 && parent !== null ? [words.text('plan_why_one_level', parent)] : []),
    ...(level === 'DV' ? [words.text('plan_why_dv')] : []),
    ...(services.length > 0
      ? [words.text('plan_why_services', serviceList(words, catalogue, services))]
      : []),
    words.text('plan_why_cheapest'),
  ];
}

export interface FitFacts {
  /** The number of hosts that are needed. */
  readonly hosts: number;
  readonly level: PlanLevel;
  readonly services: readonly ServiceId[];
  readonly catalogue: Catalogue;
}

export function describeCombination(words: Words, { certificates }: Combination): readonly string[] {
  return certificates.map(({ plan, variant, name }) =>
    words.text('plan_several_item', planName(words, plan, variant.level), name, words.money(variant.price)),
  );
}

export function describeLine(words: Words, { offer, count, each, rounded }: PriceLine): string {
  const what = offer === null ? words.text('price_list_line') : localText(words, offer.text);
  const line = words.text('price_line', count, what, words.money(each));
  return rounded ? join(line, words.text('price_rounded')) : line;
}

export function describeSpan(words: Words, { count, days, first, last }: ReissueSpan): string {
  const from = words.date(first);
  const dates = count === 1 ? from : words.text('price_range', from, words.date(last));
  return words.count('price_span', count, days, dates);
}

/** The fault of a sign-up address, with the faulty part. */
export function describeTrialFault(words: Words, { code }: TrialLinkError): string {
  return words.text(keyFor('trial_fault', code));
}

export function describeCatalogueFault(
  words: Words,
  { code, path }: Pick<CatalogueError, 'code' | 'path'>,
): string {
  return words.text(keyFor('catalogue_fault', code), path === '' ? 'JSON' : path);
}

/** The text of a request to the seller, for catalogues without a sign-up address. */
export function trialRequest(words: Words, plan: string, values: TrialRequest): string {
  const { months, years, domain } = values;
  const request = words.text(
    'trial_request',
    words.count('trial_months', months),
    plan,
    words.count('price_years', years),
  );
  const sentences = domain === null ? [request] : [request, words.text('trial_request_domain', domain)];
  return sentences.join(words.language.sentenceSpace);
}

export interface TrialRequest {
  readonly months: number;
  readonly years: number;
  /** null: the text does not name the domain. */
  readonly domain: string | null;
}
