// What Chromium's DevTools protocol reports of a tab's connection: more than it gives to extensions, and without a switch. The certificates
// are those that the browser verified, root included. https://chromedevtools.github.io/devtools-protocol/tot/Network/
import { createHash } from 'node:crypto';
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import type { CertificateReport, ConnectionReport } from '../../lib/record/certificate-record.ts';

/** The connection by which a page's document came. */
export interface DevToolsConnection {
  /** The origin of the document. */
  readonly origin: string;
  readonly report: CertificateReport;
}

export interface DevToolsWatch {
  /** What is known so far of the document that was received last, the same object each time; null: nothing, or it is not encrypted. Never rejects. */
  readonly read: () => Promise<DevToolsConnection | null>;
}

interface Received {
  readonly origin: string;
  readonly at: number;
  readonly state: ConnectionReport['state'];
  readonly details: Protocol.Network.SecurityDetails;
}

/** Call before the tab opens its page: certificates are kept from then on only. */
export async function watchConnection(page: Page): Promise<DevToolsWatch> {
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  const { frameTree } = await session.send('Page.getFrameTree');
  let received: Received | null = null;
  let known: DevToolsConnection | null = null;
  session.on('Network.responseReceived', (event) => {
    // A tab that leaves for another process keeps the id of its main frame.
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
      // Another document came meanwhile, or nothing is held of this one yet.
      if (leaf === undefined || asked !== received) return null;
      known = { origin: asked.origin, report: makeReport(asked, leaf, chain) };
      return known;
    },
  };
}

function readResponse({ response }: Protocol.Network.ResponseReceivedEvent): Received | null {
  const { securityDetails, securityState, url } = response;
  if (securityDetails === undefined || !URL.canParse(url)) return null;
  // The certificate was refused and accepted all the same.
  const state = securityState === 'insecure' ? 'broken' : 'secure';
  return { origin: new URL(url).origin, at: Date.now(), state, details: securityDetails };
}

async function readChain(session: CDPSession, origin: string): Promise<readonly string[]> {
  try {
    return (await session.send('Network.getCertificate', { origin })).tableNames;
  } catch {
    // The tab is gone, or its page is not held any more.
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
      // As Firefox writes it, so that there is one notation.
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
