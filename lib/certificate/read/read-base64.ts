// A certificate from its base64, read once: rows, findings, sections and reports of a page all ask for the same bytes, after every change anew.
import { DerError } from '../../der/der-error.ts';
import { fromBase64 } from '../../text/base64.ts';
import type { Certificate, Fault } from '../certificate.ts';
import { readCertificate } from './read-certificate.ts';

/** A certificate with the bytes that it was read from. */
export interface ReadCertificate {
  readonly certificate: Certificate;
  readonly der: Uint8Array;
}

/** Certificates that are remembered, and the longest text of one: a common certificate has some 2,500 characters. */
const MAX_KNOWN = 50;
const MAX_LENGTH = 50_000;

/** By their base64, the oldest first. */
const known = new Map<string, ReadCertificate | Fault>();

/** Reads a certificate from base64 (DER); gives the fault of one that cannot be read. */
export function readBase64(text: string): ReadCertificate | Fault {
  const before = known.get(text);
  if (before !== undefined) return before;
  const result = readOne(text);
  if (text.length > MAX_LENGTH) return result;
  const [oldest] = known.keys();
  if (known.size >= MAX_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(text, result);
  return result;
}

function readOne(text: string): ReadCertificate | Fault {
  const der = fromBase64(text);
  try {
    return { certificate: readCertificate(der), der };
  } catch (error) {
    if (error instanceof DerError) return { code: error.code, offset: error.offset };
    throw error;
  }
}
