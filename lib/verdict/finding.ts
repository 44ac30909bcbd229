// What a finding's file exports. The file's name is its id, the key of its words and its anchor in docs/findings.md.
import type { PageRecord } from '../record/record.ts';
import type { Evidence, Severity, Subject } from './terms.ts';

/** The parts of a record that a finding reads. Without them it is not found: unknown is not a finding. */
export type Fact = 'address' | 'content' | 'navigation' | 'hsts' | 'override' | 'certificate';

/** What a finding found: how many, and the evidence for it. */
export interface Found {
  readonly count: number;
  readonly evidence: readonly Evidence[];
}

export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  readonly subject: Subject;
  readonly needs: readonly Fact[];
  /** Pure: the same record always gives the same answer. */
  readonly find: (record: PageRecord) => Found | null;
}

/** What the second export of every finding's file gives: a function, so that the product's bundle leaves it out. The tests walk it. */
export interface FindingExamples {
  /** At least one record for which it fires. */
  readonly fires: readonly PageRecord[];
  /** At least one record for which it must not. */
  readonly silent: readonly PageRecord[];
}
