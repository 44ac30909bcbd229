// Who must have a certificate, who should, and what it costs not to have one. Each line says whose word it is: a platform's rule, what
// browsers do, or the seller's view, which is shown as nothing more.

export type Word = 'platform' | 'browsers' | 'seller';

export interface Category {
  readonly id: string;
  readonly need: 'must' | 'should' | 'recommended';
  /** Whose word the need is. */
  readonly says: Word;
}

export const CATEGORIES = [
  { id: 'mini-program', need: 'must', says: 'platform' },
  { id: 'shop', need: 'should', says: 'seller' },
  { id: 'public-body', need: 'should', says: 'seller' },
  { id: 'search', need: 'should', says: 'seller' },
  { id: 'bank', need: 'should', says: 'seller' },
  { id: 'social', need: 'should', says: 'seller' },
  { id: 'everyone', need: 'recommended', says: 'browsers' },
] as const satisfies readonly Category[];

/** What a site without one loses. */
export const COSTS = ['warnings', 'clear-text', 'ranking'] as const;
