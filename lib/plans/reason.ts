// A reason why a site needs something of a certificate: where the reason comes from, what follows from it, and whether it counts unless the owner
// decides otherwise. A reason that only the owner can know is listed too, switched off.
import type { Eligibility, PlanLevel, ServiceId } from './catalogue.ts';

/** Kinds of sites that should have https by the seller's list; the owner chooses. */
export const CATEGORIES = ['shop', 'public-body', 'search', 'bank', 'social'] as const;
export type Category = (typeof CATEGORIES)[number];

/** The consequence of a reason. */
export type Effect =
  /** This host must be covered. */
  | { readonly kind: 'host'; readonly host: string }
  /** Every host directly under this name must be covered. */
  | { readonly kind: 'wildcard'; readonly parent: string }
  | { readonly kind: 'level'; readonly level: PlanLevel }
  | { readonly kind: 'service'; readonly service: ServiceId }
  /** Some certificate is needed, of any kind. */
  | { readonly kind: 'https' };

export type ReasonSource =
  /** The pages of this session. */
  | 'seen'
  /** The certificate that the browser reported. */
  | 'certificate'
  /** A certificate from the public logs. */
  | 'log'
  /** Habit only: users type this name. */
  | 'usual'
  /** The seller's claim. */
  | 'seller'
  /** A platform's published rule. */
  | 'rule'
  /** The owner's statement. */
  | 'owner';

interface ReasonBase<Kind extends string, Params> {
  /** Unique within a need, and the same in every session, because switches are stored by it. */
  readonly id: string;
  readonly kind: Kind;
  readonly params: Params;
  readonly source: ReasonSource;
  readonly effect: Effect;
  /** Whether it counts until the owner decides. */
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
