// Reads the CAs that a temporary profile trusts: every certificate of a file, as bytes.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { splitFile } from '../../lib/certificate/read/read-file.ts';

/** The file cannot be used; the message contains its name and the reason. */
export class CaFileError extends Error {
  override readonly name = 'CaFileError';
}

/** Returns the DER of each, in the order of the file (PEM, DER, PKCS#7). Throws CaFileError when there is none, or one of them cannot be parsed. */
export function readCaFile(path: string): readonly Uint8Array[] {
  try {
    return splitFile(readFileSync(path)).map((part) => {
      if (part instanceof Error) throw part;
      // Throws for other data than a certificate, which the browsers would ignore silently.
      return new X509Certificate(part).raw;
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CaFileError(`${path}: ${reason}`, { cause });
  }
}
