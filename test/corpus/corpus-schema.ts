// The schema of a corpus of mixed pages: the expected requests of each page, and where it is served.
import * as v from 'valibot';

/** The corpus's list of pages. */
export const corpusPages = v.array(
  v.object({
    id: v.string(),
    url: v.string(),
    type: v.string(),
    mode: v.string(),
    expect: v.picklist(['report', 'stay-silent', 'contested', 'not-https']),
    status: v.string(),
    resourceTypes: v.array(v.string()),
    insecureUrls: v.array(v.string()),
    act: v.nullable(v.array(v.string())),
    settle: v.nullable(v.number()),
  }),
);
export type CorpusPage = v.InferOutput<typeof corpusPages>[number];

export interface Corpus {
  /** For messages. */
  readonly name: string;
  /** The corpus is the small sample, of which every page is visited each time. */
  readonly isSample: boolean;
  readonly pages: readonly CorpusPage[];
  readonly caFile: string;
  /** Host rules for the test browsers, in the format of Chromium's resolver rules. */
  readonly map: string;
  readonly close: () => void;
}
