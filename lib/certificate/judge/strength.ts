// Finds weak keys and broken signatures (BR 6.1.5, 7.1.3.2). What is not listed is not strong: it is only not known to be weak.
import type { Certificate } from '../certificate.ts';
import { isCa } from '../describe/details.ts';
import { describeKey } from '../describe/key-details.ts';
import type { RuleId } from './rules.ts';
import { describeSignature, type HashName } from '../describe/signature-details.ts';

/** BR 6.1.5 since 2014: RSA of 2048 bits or more; NIST P-256, P-384, P-521. */
const MIN_RSA_BITS = 2048;
const MIN_CURVE_BITS = 256;

const BROKEN_HASHES: Partial<Record<HashName, WeaknessCode>> = {
  MD2: 'md2-signature',
  MD4: 'md4-signature',
  MD5: 'md5-signature',
  'SHA-1': 'sha1-signature',
};

export type WeaknessCode =
  | 'rsa-too-short'
  | 'rsa-bad-exponent'
  | 'curve-too-small'
  | 'dsa-key'
  | 'md2-signature'
  | 'md4-signature'
  | 'md5-signature'
  | 'sha1-signature';

export interface Weakness {
  readonly code: WeaknessCode;
  /** The number of bits that is too small; null for signatures. */
  readonly bits: number | null;
  readonly rule: RuleId;
}

/**
 * Lists all weaknesses. `exponent`: of an RSA key, as hex; null: another key, or unknown. The signature of a root, by its own key, protects nothing
 * and is not judged.
 */
export function judgeStrength(certificate: Certificate, exponent: string | null): readonly Weakness[] {
  const { type, bits } = describeKey(certificate.key);
  const found: Weakness[] = [];
  if (type === 'RSA' && bits !== null && bits < MIN_RSA_BITS)
    found.push({ code: 'rsa-too-short', bits, rule: 'br-key-sizes' });
  if (type === 'RSA' && isBadExponent(exponent))
    found.push({ code: 'rsa-bad-exponent', bits: null, rule: 'br-key-quality' });
  // Browsers no longer accept DSA, and public CAs may not certify it (BR 6.1.5).
  if (type === 'DSA') found.push({ code: 'dsa-key', bits, rule: 'br-key-sizes' });
  if (type === 'EC' && bits !== null && bits < MIN_CURVE_BITS)
    found.push({ code: 'curve-too-small', bits, rule: 'br-key-sizes' });
  const isRoot = certificate.selfIssued && isCa(certificate);
  const { hash } = describeSignature(certificate.signature);
  const code = isRoot || hash === null ? undefined : BROKEN_HASHES[hash];
  if (code !== undefined) found.push({ code, bits: null, rule: 'br-signatures' });
  return found;
}

/** BR 6.1.6: an odd number of 3 or more. With 1, every message is its own signature. */
function isBadExponent(exponent: string | null): boolean {
  if (exponent === null) return false;
  const digits = exponent.replace(/^0+/, '');
  return digits === '' || digits === '1' || digits === '2' || /[02468ace]$/.test(digits);
}
