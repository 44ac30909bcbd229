// A report as data: what it says and in which order, without the marks of any format. A renderer (markdown.ts) writes it; another format is one more
// renderer. The words are already in the user's language.
import { showHostile } from '../text/hostile-text.ts';
import type { WordPart } from '../words/words.ts';

/** Text in pieces. The page's own text (`isParam`) is hostile: a renderer must keep it from becoming markup or a link. */
export type ReportText = readonly WordPart[];

export interface ReportItem {
  /** Stands before the text, emphasised. */
  readonly label?: string;
  /** The number by which views and reports name an entry. */
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

/** Everything about a page, in the order in which it is written. */
export interface PageReport {
  readonly title: ReportText;
  /** The verdict, what is known of each subject, what was not checked. */
  readonly facts: readonly ReportSection[];
  readonly findings: {
    readonly heading: string;
    /** The worst first. */
    readonly all: readonly ReportFinding[];
    /** What stands there when there are none. */
    readonly none: string;
  };
  /** The certificate, the insecure requests, and who made the report. */
  readonly blocks: readonly ReportSection[];
}

/** A sentence of ours. */
export function ours(text: string): ReportText {
  return [{ text, isParam: false }];
}

/** The page's own text, with what cannot be seen made visible. `max`: characters. */
export function own(text: string, max?: number): ReportText {
  return [{ text: showHostile(text, max), isParam: true }];
}

export function paragraph(text: ReportText): ReportBlock {
  return { kind: 'text', text };
}

export function list(items: readonly ReportItem[]): ReportBlock {
  return { kind: 'list', items };
}

/** A list item that is one sentence of ours. */
export function sentenceItem(text: string): ReportItem {
  return { text: ours(text) };
}
