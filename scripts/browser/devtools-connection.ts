// What Chromium's DevTools protocol reports about a tab's connection: more than extensions receive, and without a switch. The certificates are those
// that the browser verified, including the root. https://chromedevtools.github.io/devtools-protocol/tot/Network/
import { createHash } from 'node:crypto';
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import type { CertificateReport, ConnectionReport } from '../../lib/record/certificate-record.ts';

/** The connection of a page's document. */
export interface DevToolsConnection {
  /** The origin of the document. */
  readonly origin: string;
  readonly report: CertificateReport;
}

export interface DevToolsWatch {
  /** Returns what is known of the last received document, the same object each time; null: nothing, or it is not https. Never rejects. */
  readonly read: () => Promise<DevToolsConnection | null>;
}

interface Received {
  readonly origin: string;
  readonly at: number;
  readonly state: ConnectionReport['state'];
  readonly details: Protocol.Network.SecurityDetails;
}

/** Call before the tab opens its page: certificates are only stored from then on. */
export async function watchConnection(page: Page): Promise<DevToolsWatch> {
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  const { frameTree } = await session.send('Page.getFrameTree');
  let received: Received | null = null;
  let known: DevToolsConnection | null = null;
  session.on('Network.responseReceived', (event) => {
    // A tab that changes its process keeps the id of its main frame.
    if (event.type !== 'Document' || event.frameId !== frameTree.frame.id) return;
    received = readResponse(event);
    known = null;
  });
  return {
    read: async () => {
      const asked = received;
      if (known !== null || asked === null) return known;
      const chain = await readChain(session, asked.origin);
      const [leaf] = chain;
      // Another document has arrived meanwhile, or nothing is stored of this one yet.
      if (leaf === undefined || asked !== received) return null;
      known = { origin: asked.origin, report: makeReport(asked, leaf, chain) };
      return known;
    },
  };
}

function readResponse({ response }: Protocol.Network.ResponseReceivedEvent): Received | null {
  const { securityDetails, securityState, url } = response;
  if (securityDetails === undefined || !URL.canParse(url)) return null;
  // The certificate was refused and accepted by the user.
  const state = securityState === 'insecure' ? 'broken' : 'secure';
  return { origin: new URL(url).origin, at: Date.now(), state, details: securityDetails };
}

async function readChain(session: CDPSession, origin: string): Promise<readonly string[]> {
  try {
    return (await session.send('Network.getCertificate', { origin })).tableNames;
  } catch {
    // The tab is closed, or its page is no longer stored.
    return [];
  }
}

function makeReport(
  { at, state, details }: Received,
  leaf: string,
  chain: readonly string[],
): CertificateReport {
  const { protocol, cipher, keyExchangeGroup, keyExchange, encryptedClientHello } = details;
  return {
    source: 'page',
    at,
    chain,
    sha256: createHash('sha256').update(Buffer.from(leaf, 'base64')).digest('hex'),
    revoked: null,
    connection: {
      browser: 'chromium',
      state,
      // In Firefox's notation, so that there is only one.
      protocol: protocol.replace(/^TLS /, 'TLSv'),
      cipherSuite: cipher,
      keyExchange: keyExchangeGroup ?? (keyExchange === '' ? null : keyExchange),
      extendedValidation: null,
      encryptedClientHello,
      rootIsBuiltIn: null,
      isOrganizationRoot: false,
    },
  };
}
