// Identifies the browser: sentences name it ("Chrome doesn't show extensions the certificate"), and further steps differ by engine.

export interface BrowserIdentity {
  /** The product's name as its maker writes it; null when it is not known. */
  readonly name: string | null;
  readonly engine: 'chromium' | 'firefox';
}

/** The brands that Chromium browsers report, specific before general. https://wicg.github.io/ua-client-hints/#create-arbitrary-brands-section */
const BRANDS: readonly (readonly [brand: string, name: string])[] = [
  ['Microsoft Edge', 'Edge'],
  ['Opera', 'Opera'],
  ['Brave', 'Brave'],
  ['Vivaldi', 'Vivaldi'],
  ['Google Chrome', 'Chrome'],
  ['Chromium', 'Chromium'],
];

/** The fields of `navigator` that identify the browser; Firefox has no `userAgentData`. */
interface BrowserNavigator {
  readonly userAgent: string;
  readonly userAgentData?: { readonly brands: readonly { readonly brand: string }[] };
}

/** Returns the browser's name and engine. */
export function identifyBrowser({ userAgent, userAgentData }: BrowserNavigator): BrowserIdentity {
  if (/\bFirefox\//.test(userAgent)) return { name: 'Firefox', engine: 'firefox' };
  const announced = userAgentData?.brands.map(({ brand }) => brand) ?? [];
  const known = BRANDS.find(([brand]) => announced.includes(brand));
  return { name: known?.[1] ?? null, engine: 'chromium' };
}
