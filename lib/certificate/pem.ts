// PEM (RFC 7468): text in which certificates stand as base64 between two marker lines. Reading is strict about what stands between the
// markers and does not care what stands around them, as bundles carry comments.

/** Labels of certificates. The third one is OpenSSL's: trust settings follow the certificate (openssl-x509(1)). */
const LABELS = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE']);
const BEGIN = /-----BEGIN ([^-\r\n]*)-----/g;
const LINE_LENGTH = 64;

export const PEM_FAULTS = {
  'no-end': 'A certificate begins and does not end',
  'not-base64': 'Something that is not base64 stands between the markers',
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

/** The certificates of a text, in order; a block that cannot be read is in its place as an error. */
export function readPem(text: string): readonly PemBlock[] {
  const blocks: PemBlock[] = [];
  BEGIN.lastIndex = 0;
  for (let begin = BEGIN.exec(text); begin !== null; begin = BEGIN.exec(text)) {
    const label = begin[1] ?? '';
    if (!LABELS.has(label)) continue;
    const from = BEGIN.lastIndex;
    const to = text.indexOf(`-----END ${label}-----`, from);
    if (to < 0) {
      blocks.push({ label, bytes: new PemError('no-end', begin.index) });
      continue;
    }
    BEGIN.lastIndex = to;
    blocks.push({ label, bytes: decodeBase64(text.slice(from, to), from) });
  }
  return blocks.length > 0 ? blocks : [{ label: '', bytes: new PemError('no-certificate', 0) }];
}

/** One certificate as PEM, with a line break at the end. */
export function writePem(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const lines = btoa(binary).match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** Base64 with white space. Padding must stand at the end only: what follows it, other readers ignore. */
function decodeBase64(text: string, offset: number): Uint8Array | PemError {
  const stray = text.search(/[^A-Za-z0-9+/=\s]|=\s*[^=\s]/);
  if (stray >= 0) return new PemError('not-base64', offset + stray);
  const compact = text.replace(/\s+/g, '');
  if (compact.length % 4 !== 0 || /={3}/.test(compact)) return new PemError('not-base64', offset);
  const binary = atob(compact);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
