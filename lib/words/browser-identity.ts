// Which browser speaks: sentences such as "Edge does not tell extensions …" name it, and the ways to know more differ by engine.

export interface BrowserIdentity {
  /** The product's name as its maker writes it; null when it is not known. */
  readonly name: string | null;
  readonly engine: 'chromium' | 'firefox';
}

/** Brands that Chromium browsers announce, the particular before the general. https://wicg.github.io/ua-client-hints/#create-arbitrary-brands-section */
const BRANDS: readonly (readonly [brand: string, name: string])[] = [
  ['Microsoft Edge', 'Edge'],
  ['Opera', 'Opera'],
  ['Brave', 'Brave'],
  ['Vivaldi', 'Vivaldi'],
  ['Google Chrome', 'Chrome'],
  ['Chromium', 'Chromium'],
];

/** What a page's `navigator` says of the browser; Firefox has no `userAgentData`. */
interface BrowserNavigator {
  readonly userAgent: string;
  readonly userAgentData?: { readonly brands: readonly { readonly brand: string }[] };
}

/** Tells the browser. */
export function identifyBrowser({ userAgent, userAgentData }: BrowserNavigator): BrowserIdentity {
  if (/\bFirefox\//.test(userAgent)) return { name: 'Firefox', engine: 'firefox' };
  const announced = userAgentData?.brands.map(({ brand }) => brand) ?? [];
  const known = BRANDS.find(([brand]) => announced.includes(brand));
  return { name: known?.[1] ?? null, engine: 'chromium' };
}
