// The CAs that a throw-away profile is to trust: every certificate of a file, as bytes.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { splitFile } from '../../lib/certificate/read/read-file.ts';

/** The file cannot be used; the message names it and says why. */
export class CaFileError extends Error {
  override readonly name = 'CaFileError';
}

/** DER of each, in the order of the file (PEM, DER, PKCS#7). Throws CaFileError when there is none, or when one of them cannot be read. */
export function readCaFile(path: string): readonly Uint8Array[] {
  try {
    return splitFile(readFileSync(path)).map((part) => {
      if (part instanceof Error) throw part;
      // Throws for what is no certificate, which the browsers would not mention.
      return new X509Certificate(part).raw;
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CaFileError(`${path}: ${reason}`, { cause });
  }
}
