// Names of key algorithms and curves by identifier: RFC 3279, RFC 5480, RFC 8410, SEC 2, RFC 5639, FIPS 203 to 205, RFC 9215.

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
  | 'GOST R 34.10-94'
  | 'GOST R 34.10-2001'
  | 'GOST R 34.10-2012 (256 bit)'
  | 'GOST R 34.10-2012 (512 bit)'
  | 'unknown';

export const KEY_TYPES: Readonly<Record<string, KeyType>> = {
  '1.2.840.113549.1.1.1': 'RSA',
  // X.509's own identifier for RSA; keys for decryption with OAEP or signatures with PSS only.
  '2.5.8.1.1': 'RSA',
  '1.2.840.113549.1.1.7': 'RSA',
  '1.2.840.113549.1.1.10': 'RSA',
  '1.2.840.10045.2.1': 'EC',
  // GB/T 33560: SM2 keys with the curve's identifier as algorithm, instead of id-ecPublicKey with that curve.
  '1.2.156.10197.1.301': 'EC',
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.10046.2.1': 'DH',
  '1.2.840.113549.1.3.1': 'DH',
  '1.2.643.2.2.20': 'GOST R 34.10-94',
  '1.2.643.2.2.19': 'GOST R 34.10-2001',
  '1.2.643.7.1.1.1.1': 'GOST R 34.10-2012 (256 bit)',
  '1.2.643.7.1.1.1.2': 'GOST R 34.10-2012 (512 bit)',
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

function curve(name: string, bits: number): { readonly name: string; readonly bits: number } {
  return { name, bits };
}

export const CURVES: Readonly<Record<string, ReturnType<typeof curve>>> = {
  // Curves of NIST, which the Baseline Requirements allow from P-256 on.
  '1.2.840.10045.3.1.1': curve('P-192', 192),
  '1.3.132.0.33': curve('P-224', 224),
  '1.2.840.10045.3.1.7': curve('P-256', 256),
  '1.3.132.0.34': curve('P-384', 384),
  '1.3.132.0.35': curve('P-521', 521),
  // SEC 2, prime fields.
  '1.3.132.0.9': curve('secp160k1', 160),
  '1.3.132.0.8': curve('secp160r1', 160),
  '1.3.132.0.30': curve('secp160r2', 160),
  '1.3.132.0.31': curve('secp192k1', 192),
  '1.3.132.0.32': curve('secp224k1', 224),
  '1.3.132.0.10': curve('secp256k1', 256),
  // SEC 2, binary fields.
  '1.3.132.0.1': curve('sect163k1', 163),
  '1.3.132.0.15': curve('sect163r2', 163),
  '1.3.132.0.26': curve('sect233k1', 233),
  '1.3.132.0.27': curve('sect233r1', 233),
  '1.3.132.0.16': curve('sect283k1', 283),
  '1.3.132.0.17': curve('sect283r1', 283),
  '1.3.132.0.36': curve('sect409k1', 409),
  '1.3.132.0.37': curve('sect409r1', 409),
  '1.3.132.0.38': curve('sect571k1', 571),
  '1.3.132.0.39': curve('sect571r1', 571),
  // RFC 5639.
  '1.3.36.3.3.2.8.1.1.1': curve('brainpoolP160r1', 160),
  '1.3.36.3.3.2.8.1.1.3': curve('brainpoolP192r1', 192),
  '1.3.36.3.3.2.8.1.1.5': curve('brainpoolP224r1', 224),
  '1.3.36.3.3.2.8.1.1.7': curve('brainpoolP256r1', 256),
  '1.3.36.3.3.2.8.1.1.9': curve('brainpoolP320r1', 320),
  '1.3.36.3.3.2.8.1.1.11': curve('brainpoolP384r1', 384),
  '1.3.36.3.3.2.8.1.1.13': curve('brainpoolP512r1', 512),
  // GB/T 32918.5.
  '1.2.156.10197.1.301': curve('SM2', 256),
};
