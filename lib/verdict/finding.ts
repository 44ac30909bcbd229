// What a finding's file exports. The name of the file is the finding's id, the key of its words and its anchor in docs/findings.md.
import type { PageRecord } from '../record/record.ts';
import type { Evidence, Severity, Subject } from './terms.ts';

/** The parts of a record that a finding needs. If one is unknown, the finding is not reported: unknown is not a finding. */
export type Fact = 'address' | 'content' | 'navigation' | 'hsts' | 'override' | 'certificate';

/** The result of a finding: the number of things found, and the evidence. */
export interface Found {
  readonly count: number;
  readonly evidence: readonly Evidence[];
}

export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  readonly subject: Subject;
  readonly needs: readonly Fact[];
  /** Pure: the same record always gives the same result. */
  readonly find: (record: PageRecord) => Found | null;
}

/** The second export of every finding's file: a function, so that bundles of the product leave it out. The tests call it. */
export interface FindingExamples {
  /** Records with the finding, at least one. */
  readonly fires: readonly PageRecord[];
  /** Records without the finding, at least one. */
  readonly silent: readonly PageRecord[];
}

/** The third export of every finding's file: its section in docs/findings.md, in Markdown. Bundles of the product leave it out too. */
export interface FindingDocs {
  /** When the finding is reported, and on which facts. */
  readonly finds: string;
  /** What does not follow from it. */
  readonly doesNotSay: string;
}
