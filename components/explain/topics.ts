// The general topics of "Risks explained", before the findings: their ids are the page's anchors.

export const TOPICS = [
  'address-bar',
  'not-secure',
  'chrome-154',
  'plain-text',
  'search-ranking',
  'kept',
] as const;
