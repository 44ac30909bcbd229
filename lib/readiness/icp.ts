// The number of a Chinese internet record (ICP filing) as pages print it, e.g. `京ICP备12345678号-1`: the authority's province, the number, and
// for one site of its operator a suffix. A hint only: what a page prints proves nothing. https://beian.miit.gov.cn/

/** Provinces' short names. */
const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';

/**
 * Looked for in the text of a page. Not `ICP证` (a licence to sell services) and not `京公网安备` (the police's record): those are others.
 * Spaces, full-width letters and dashes are as people type them.
 */
export const ICP_PATTERN = `[(（]?${PROVINCE}[)）]?[ \\u3000]*[IiＩｉ][CcＣｃ][PpＰｐ][ \\u3000]*[备備][ \\u3000]*(?:案[ \\u3000]*)?[0-9０-９]{6,10}[ \\u3000]*[号號](?:[ \\u3000]*[-－–—‐][ \\u3000]*[0-9０-９]{1,4}[AXax]?)?`;

export interface IcpNumber {
  /** In its usual spelling, e.g. `京ICP备12345678号-1`. */
  readonly text: string;
  /** `site`: of one site, with a suffix; `operator`: of whoever runs it. */
  readonly names: 'site' | 'operator';
}

/** Numbers that are shown. */
const MAX_NUMBERS = 5;

/** The numbers in texts that a page printed, each once, in their usual spelling. */
export function readIcpNumbers(texts: readonly string[]): readonly IcpNumber[] {
  const found = texts.flatMap((text) => text.match(new RegExp(ICP_PATTERN, 'gu')) ?? []).map(normalize);
  return [...new Set(found)].slice(0, MAX_NUMBERS).map((text) => ({
    text,
    names: text.includes('-') ? 'site' : 'operator',
  }));
}

function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s()]|案/gu, '')
    .replace('備', '备')
    .replace('號', '号')
    .replace(/[–—‐]/u, '-')
    .toUpperCase();
}
