// Key algorithms and curves by identifier, as data: RFC 3279, RFC 5480, RFC 8410, SEC 2, RFC 5639, FIPS 203 to 205.

export type KeyType =
  | 'RSA'
  | 'EC'
  | 'DSA'
  | 'DH'
  | 'Ed25519'
  | 'Ed448'
  | 'X25519'
  | 'X448'
  | 'ML-DSA-44'
  | 'ML-DSA-65'
  | 'ML-DSA-87'
  | 'ML-KEM-512'
  | 'ML-KEM-768'
  | 'ML-KEM-1024'
  | 'SLH-DSA'
  | 'unknown';

export const KEY_TYPES: Readonly<Record<string, KeyType>> = {
  '1.2.840.113549.1.1.1': 'RSA',
  // X.509's own name for RSA; keys that may decrypt with OAEP or sign with PSS only.
  '2.5.8.1.1': 'RSA',
  '1.2.840.113549.1.1.7': 'RSA',
  '1.2.840.113549.1.1.10': 'RSA',
  '1.2.840.10045.2.1': 'EC',
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.10046.2.1': 'DH',
  '1.2.840.113549.1.3.1': 'DH',
  '1.3.101.110': 'X25519',
  '1.3.101.111': 'X448',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
  '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
  '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
  '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
  '2.16.840.1.101.3.4.4.1': 'ML-KEM-512',
  '2.16.840.1.101.3.4.4.2': 'ML-KEM-768',
  '2.16.840.1.101.3.4.4.3': 'ML-KEM-1024',
  // The twelve parameter sets of FIPS 205, pure form.
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`2.16.840.1.101.3.4.3.${20 + i}`, 'SLH-DSA' as const]),
  ),
};

export const CURVES: Readonly<Record<string, { readonly name: string; readonly bits: number }>> = {
  '1.2.840.10045.3.1.1': { name: 'P-192', bits: 192 },
  '1.3.132.0.33': { name: 'P-224', bits: 224 },
  '1.2.840.10045.3.1.7': { name: 'P-256', bits: 256 },
  '1.3.132.0.10': { name: 'secp256k1', bits: 256 },
  '1.3.132.0.34': { name: 'P-384', bits: 384 },
  '1.3.132.0.35': { name: 'P-521', bits: 521 },
  '1.3.36.3.3.2.8.1.1.7': { name: 'brainpoolP256r1', bits: 256 },
  '1.3.36.3.3.2.8.1.1.11': { name: 'brainpoolP384r1', bits: 384 },
  '1.3.36.3.3.2.8.1.1.13': { name: 'brainpoolP512r1', bits: 512 },
};
