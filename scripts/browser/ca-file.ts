// The CAs that a throw-away profile is to trust: every certificate of a PEM file, as bytes.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readPem } from '../../lib/certificate/pem.ts';

/** DER of each, in the order of the file. Throws when there is none, or when one of them cannot be read. */
export function readCaFile(path: string): readonly Uint8Array[] {
  return readPem(readFileSync(path, 'utf8')).map(({ bytes }) => {
    if (bytes instanceof Error) throw bytes;
    // Throws for what is no certificate, which the browsers would not mention.
    return new X509Certificate(bytes).raw;
  });
}
