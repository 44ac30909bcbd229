// Finds the number of a Chinese internet filing (ICP) as pages print it, e.g. `京ICP备12345678号-1`: the province of the authority, the number, and a
// suffix for one site of its operator. Only a hint: what a page prints proves nothing. https://beian.miit.gov.cn/

/** Short names of provinces. */
const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';

/**
 * Matches a number in the text of a page, but neither `ICP证` (a licence to sell services) nor `京公网安备` (a number of the police). Accepts the spaces,
 * full-width letters and dashes that authors type.
 */
export const ICP_PATTERN = `[(（]?${PROVINCE}[)）]?[ \\u3000]*[IiＩｉ][CcＣｃ][PpＰｐ][ \\u3000]*[备備][ \\u3000]*(?:案[ \\u3000]*)?[0-9０-９]{6,10}[ \\u3000]*[号號](?:[ \\u3000]*[-－–—‐][ \\u3000]*[0-9０-９]{1,4}[AXax]?)?`;

export interface IcpNumber {
  /** In its usual spelling, e.g. `京ICP备12345678号-1`. */
  readonly text: string;
  /** `site`: the number of one site, with a suffix; `operator`: the number of its operator. */
  readonly names: 'site' | 'operator';
}

/** The most numbers that are shown. */
const MAX_NUMBERS = 5;

/** The numbers in the texts of a page, each once, in their usual spelling. */
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
