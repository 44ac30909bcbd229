// Reads PEM (RFC 7468): text with certificates as base64 between two marker lines. Strict about the text between the markers; the text around them
// is ignored, because bundles contain comments.
import { fromBase64, toBase64 } from '../../text/base64.ts';

/** Labels of certificates. The third is OpenSSL's: trust settings follow the certificate (openssl-x509(1)). */
const LABELS: ReadonlySet<string> = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE']);
const MARKER = /-----(BEGIN|END) ([^-\r\n]*)-----/g;
const LINE_LENGTH = 64;

export const PEM_FAULTS = {
  'no-end': 'A certificate begins and does not end',
  'not-base64': 'Something that is not base64 stands between the markers',
  'lost-plus':
    'Spaces stand where the base64 had a +, as after a form or an address: copy the certificate again',
  'no-certificate': 'The text has PEM blocks, none of them is a certificate',
} as const;

export type PemFault = keyof typeof PEM_FAULTS;

/** A block that cannot be read. `offset`: characters from the start of the text. */
export class PemError extends Error {
  override readonly name = 'PemError';
  readonly code: PemFault;
  readonly offset: number;

  constructor(code: PemFault, offset: number) {
    super(PEM_FAULTS[code]);
    this.code = code;
    this.offset = offset;
  }
}

export interface PemBlock {
  readonly label: string;
  readonly bytes: Uint8Array | PemError;
}

/**
 * The certificates of a text, in order; an error stands in the place of a block that cannot be read. One pass from marker to marker: a block without an
 * end neither swallows the next one nor makes the search for its end read the rest of the file again.
 */
export function readPem(text: string): readonly PemBlock[] {
  const blocks = readBlocks(text, (label) => LABELS.has(label));
  return blocks.length > 0 ? blocks : [{ label: '', bytes: new PemError('no-certificate', 0) }];
}

/** The blocks with the wanted labels; empty when there are none. */
export function readBlocks(text: string, isWanted: (label: string) => boolean): readonly PemBlock[] {
  const blocks: PemBlock[] = [];
  let open: { readonly label: string; readonly at: number; readonly from: number } | null = null;
  for (const marker of text.matchAll(MARKER)) {
    const [whole, word, label = ''] = marker;
    if (open !== null) {
      const isEnd = word === 'END' && label === open.label;
      const { at, from } = open;
      const bytes = isEnd ? decodeBase64(text.slice(from, marker.index), from) : new PemError('no-end', at);
      blocks.push({ label: open.label, bytes });
    }
    const begins = word === 'BEGIN' && isWanted(label);
    open = begins ? { label, at: marker.index, from: marker.index + whole.length } : null;
  }
  if (open !== null) blocks.push({ label: open.label, bytes: new PemError('no-end', open.at) });
  return blocks;
}

/** The labels of all blocks and their offsets. */
export function listLabels(text: string): readonly { readonly label: string; readonly offset: number }[] {
  return Array.from(text.matchAll(MARKER)).flatMap(({ 1: word, 2: label, index }) =>
    word === 'BEGIN' && label !== undefined ? [{ label, offset: index }] : [],
  );
}

/** One certificate as PEM, with a line break at the end. */
export function writePem(bytes: Uint8Array): string {
  const lines = toBase64(bytes).match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** Decodes base64 with white space. `offset`: of the text, for the error. Padding may only be at the end: other readers ignore what follows it. */
export function decodeBase64(text: string, offset: number): Uint8Array | PemError {
  const stray = text.search(/[^A-Za-z0-9+/=\s]|=\s*[^=\s]/);
  if (stray >= 0) return new PemError('not-base64', offset + stray);
  const compact = text.replace(/\s+/g, '');
  if (compact.length % 4 !== 0) {
    const space = text.search(/(?<=[A-Za-z0-9/]) (?=[A-Za-z0-9/])/);
    if (space >= 0) return new PemError('lost-plus', offset + space);
  }
  if (compact.length % 4 !== 0 || /={3}/.test(compact)) return new PemError('not-base64', offset);
  return fromBase64(compact);
}
