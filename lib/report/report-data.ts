// A report as data: content and order, without the syntax of a format. A renderer (markdown.ts) writes it, and every further format needs one more
// renderer. The texts are already in the user's language.
import { showHostile } from '../text/hostile-text.ts';
import type { WordPart } from '../words/words.ts';

/** A text in parts. Text from the page (`isParam`) is hostile: a renderer must keep it from becoming markup or a link. */
export type ReportText = readonly WordPart[];

export interface ReportItem {
  /** Precedes the text, emphasised. */
  readonly label?: string;
  /** The number of an entry in views and reports. */
  readonly number?: number;
  readonly text: ReportText;
  readonly items?: readonly ReportItem[];
}

export type ReportBlock =
  | { readonly kind: 'text'; readonly text: ReportText }
  | { readonly kind: 'list'; readonly items: readonly ReportItem[] };

/** Blocks under a heading; null: without one. */
export interface ReportSection {
  readonly heading: string | null;
  readonly blocks: readonly ReportBlock[];
}

export interface ReportFinding {
  readonly title: string;
  readonly summary: string;
  readonly items: readonly ReportItem[];
}

/** Everything about a page, in the order of the report. */
export interface PageReport {
  readonly title: ReportText;
  /** The verdict, the facts of each subject, and what was not checked. */
  readonly facts: readonly ReportSection[];
  readonly findings: {
    readonly heading: string;
    /** The worst first. */
    readonly all: readonly ReportFinding[];
    /** Shown if there are none. */
    readonly none: string;
  };
  /** The certificate, the insecure requests, and the maker of the report. */
  readonly blocks: readonly ReportSection[];
}

/** A sentence of the product. */
export function ours(text: string): ReportText {
  return [{ text, isParam: false }];
}

/** Text from the page, with invisible characters made visible. `max`: characters. */
export function own(text: string, max?: number): ReportText {
  return [{ text: showHostile(text, max), isParam: true }];
}

export function paragraph(text: ReportText): ReportBlock {
  return { kind: 'text', text };
}

export function list(items: readonly ReportItem[]): ReportBlock {
  return { kind: 'list', items };
}

/** A list item with one sentence of the product. */
export function sentenceItem(text: string): ReportItem {
  return { text: ours(text) };
}
