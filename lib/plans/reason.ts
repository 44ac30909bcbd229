// A reason why a site needs something of a certificate: where the reason comes from, what follows from it, and whether it counts unless the owner
// decides otherwise. A reason that only the owner can know is listed too, switched off.
import type { Eligibility, PlanLevel, ServiceId } from './catalogue.ts';

/** Sites that should have https by the seller's list; their owner says so. */
export const CATEGORIES = ['shop', 'public-body', 'search', 'bank', 'social'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What follows from a reason. */
export type Effect =
  /** This host must be covered. */
  | { readonly kind: 'host'; readonly host: string }
  /** So must any other host directly under this name. */
  | { readonly kind: 'wildcard'; readonly parent: string }
  | { readonly kind: 'level'; readonly level: PlanLevel }
  | { readonly kind: 'service'; readonly service: ServiceId }
  /** A certificate is needed at all; any does. */
  | { readonly kind: 'https' };

export type ReasonSource =
  /** The session's pages. */
  | 'seen'
  /** The certificate that the browser told of. */
  | 'certificate'
  /** A certificate that the public logs tell of. */
  | 'log'
  /** Nothing but habit: people type it. */
  | 'usual'
  /** The seller's claim. */
  | 'seller'
  /** A platform's published rule. */
  | 'rule'
  /** What the owner says. */
  | 'owner';

interface ReasonBase<Kind extends string, Params> {
  /** Unique within a need, the same in every session: switches are kept by it. */
  readonly id: string;
  readonly kind: Kind;
  readonly params: Params;
  readonly source: ReasonSource;
  readonly effect: Effect;
  /** Whether it counts as long as the owner says nothing. */
  readonly byDefault: boolean;
}

export type Reason =
  | ReasonBase<'host', { readonly host: string; readonly pages: number }>
  | ReasonBase<
      'name-class',
      { readonly label: string; readonly host: string; readonly eligibility: Eligibility }
    >
  | ReasonBase<'present-level', { readonly level: 'OV' | 'EV'; readonly organization: string | null }>
  | ReasonBase<'present-wildcard', { readonly parent: string }>
  | ReasonBase<'sensitive-fields', { readonly fields: readonly ('password' | 'card' | 'one-time-code')[] }>
  | ReasonBase<'plain-http', { readonly host: string }>
  | ReasonBase<'mixed-content', { readonly count: number }>
  | ReasonBase<'more-hosts', { readonly parent: string }>
  | ReasonBase<'organization' | 'extended-validation' | 'mini-program', null>
  | ReasonBase<'category', { readonly category: Category }>
  | ReasonBase<'service', { readonly service: ServiceId }>;
