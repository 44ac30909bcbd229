// A corpus of mixed pages: what is to be seen on each, and where it is served.
import * as v from 'valibot';

/** The list of pages, as the corpus has it. */
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
  /** It is small: every page is visited each time. */
  readonly isSample: boolean;
  readonly pages: readonly CorpusPage[];
  readonly caFile: string;
  /** Chromium's and our rules for hosts. */
  readonly map: string;
  readonly close: () => void;
}
