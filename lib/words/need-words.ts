// Describes the reasons of a need, and the arguments against buying.
import type { Catalogue } from '../plans/catalogue.ts';
import type { WeighedReason } from '../plans/need.ts';
import type { Effect } from '../plans/reason.ts';
import type { Refusal } from '../plans/refusals.ts';
import { serviceName } from './plan-words.ts';
import { keyFor } from './word-keys.ts';
import type { WordPart, Words } from './words.ts';

/** A reason as a sentence in parts, because its parameters may be text from a page. A host is shown unchanged. */
export function describeReason(
  words: Words,
  reason: WeighedReason,
  catalogue: Catalogue,
): readonly WordPart[] {
  const { kind, params } = reason;
  switch (kind) {
    case 'host':
      return [{ text: params.host, isParam: true }];
    case 'name-class':
      return words.parts('reason_name_class', params.host, params.label);
    case 'present-level':
      return params.organization === null
        ? words.parts('reason_present_level_nameless', params.level)
        : words.parts('reason_present_level', params.level, params.organization);
    case 'present-wildcard':
      return words.parts('reason_present_wildcard', `*.${params.parent}`);
    case 'sensitive-fields': {
      const fields = params.fields.map((field) => words.text(keyFor('reason_field', field)));
      return plain(words.text('reason_sensitive_fields', words.list(fields)));
    }
    case 'plain-http':
      return words.parts('reason_plain_http', params.host);
    case 'mixed-content':
      return plain(words.count('reason_mixed_content', params.count));
    case 'more-hosts':
      return words.parts('reason_more_hosts', params.parent);
    case 'organization':
      return plain(words.text('reason_organization'));
    case 'extended-validation':
      return plain(words.text('reason_extended_validation'));
    case 'mini-program':
      return plain(words.text('reason_mini_program'));
    case 'category':
      return plain(words.text(keyFor('reason_category', params.category)));
    case 'service':
      return plain(serviceName(words, catalogue, params.service));
  }
}

/** A sentence without parameters. */
function plain(text: string): readonly WordPart[] {
  return [{ text, isParam: false }];
}

/** The source and the consequence of a reason: "seen while browsing · asks for https". */
export function describeReasonRemark(
  words: Words,
  { source, effect }: WeighedReason,
  catalogue: Catalogue,
): string {
  // The owner's own choices need no source.
  const from = source === 'owner' ? [] : [words.text(keyFor('reason_source', source))];
  return [...from, ...effectOf(words, effect, catalogue)].join(' · ');
}

function effectOf(words: Words, effect: Effect, catalogue: Catalogue): readonly string[] {
  switch (effect.kind) {
    case 'host':
      return [];
    case 'wildcard':
      return [words.text('effect_wildcard')];
    case 'level':
      return [words.text('effect_level', effect.level)];
    case 'service':
      return [words.text('effect_service', serviceName(words, catalogue, effect.service))];
    case 'https':
      return [words.text('effect_https')];
  }
}

/** A refusal in one or two sentences, in parts. */
export function describeRefusal(words: Words, refusal: Refusal, catalogue: Catalogue): readonly WordPart[] {
  switch (refusal.id) {
    case 'several-domains':
      return words.parts('refusal_several_domains', words.list(refusal.domains));
    case 'two-levels':
      return words.parts('refusal_two_levels', words.list(refusal.parents));
    case 'reserved-name':
      return words.parts('refusal_reserved_name', words.list(refusal.hosts));
    case 'unknown-suffix':
      return words.parts('refusal_unknown_suffix', words.list(refusal.hosts));
    case 'present-certificate':
      return plain(words.text('refusal_present_certificate', words.date(refusal.until)));
    case 'free-certificate':
      return plain(describeFree(words, refusal, catalogue));
    case 'no-host':
      return words.parts('refusal_no_host');
    case 'extended-validation':
      return words.parts('refusal_extended_validation');
    case 'nothing-fits':
      return words.parts('refusal_nothing_fits');
    case 'address':
      return words.parts('refusal_address', refusal.host);
    case 'apex':
      return words.parts('refusal_apex', refusal.host);
    case 'private-name':
      return words.parts('refusal_private_name', refusal.host);
    case 'public-suffix':
      return words.parts('refusal_public_suffix', refusal.host);
  }
}

function describeFree(
  words: Words,
  { services, organization }: Refusal & { readonly id: 'free-certificate' },
  catalogue: Catalogue,
): string {
  const adds = [
    ...services.map((service) => serviceName(words, catalogue, service)),
    ...(organization ? [words.text('free_certificate_organization')] : []),
  ];
  const first = words.text('refusal_free_certificate');
  if (services.length === 0) return first;
  const { sentenceSpace, itemSeparator } = words.language;
  // Names in the seller's texts may contain commas.
  return [first, words.text('free_certificate_adds', adds.join(itemSeparator))].join(sentenceSpace);
}
