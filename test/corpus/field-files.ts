// The expected output of `npm run certificate` for the certificate files of the corpus "field": from the rules in the corpus's table (cases.md), never
// from the program's present output.

export interface FileCase {
  /** Number in cases.md. */
  readonly number: number;
  readonly file: string;
  readonly host?: string;
  /** Parts that each certificate's line must contain. */
  readonly has?: object;
  /** Parts that no line may contain. */
  readonly hasNot?: object;
  /** Certificates in the file; one when missing. */
  readonly count?: number;
  /** The file cannot be read, and the message names its kind. */
  readonly error?: RegExp;
  /** The line as text. */
  readonly says?: RegExp;
}

const SM2 = { key: { type: 'EC', curve: 'SM2', bits: 256 } };
const NOT_WEAK = /"weaknesses":\[\]/;
/** No rule for TLS servers limits its lifetime, and nothing indicates a private root. */
const NOT_FOR_SERVERS = { lifetime: { limitDays: null } };
const HINT = { logging: 'possibly-private-root' };

/** A deviation whose name contains this. */
function some(part: string): RegExp {
  return new RegExp(`"deviations":\\[[^\\]]*"[^"]*${part}`);
}

export const FILE_CASES: readonly FileCase[] = [
  {
    number: 1,
    file: '01-sm2-website/leaf.pem',
    has: { level: 'OV', organization: '示例科技有限公司', ...SM2 },
  },
  {
    number: 2,
    file: '02-sm2-oid-twice/cert.pem',
    has: SM2,
    says: NOT_WEAK,
  },
  { number: 5, file: '05-s-client-output/showcerts.txt', count: 2 },
  { number: 6, file: '06-pem-env-literal-newlines/env.txt' },
  { number: 6, file: '07-pem-shapes/json.json' },
  { number: 8, file: '07-pem-shapes/bare-base64.txt' },
  { number: 8, file: '07-pem-shapes/bare-base64-wrapped.cer' },
  { number: 9, file: '08-t61-latin1/cert.pem', has: { organization: 'Fundación Muñoz' } },
  ...['utf8', 't61', 'printable'].map((name) => ({
    number: 11,
    file: `10-gbk-in-utf8string/${name}.pem`,
    says: some('.'),
  })),
  { number: 12, file: '11-underscore-host/wild.pem', host: 'my_app.example.com', says: /"covered":true/ },
  { number: 12, file: '11-underscore-host/literal.pem', host: 'my_app.example.com', says: /"covered":true/ },
  { number: 14, file: '13-odd-dns-names/cert.pem', host: '192.168.1.1', says: /address-as-name/ },
  {
    number: 14,
    file: '13-odd-dns-names/cert.pem',
    says: some('name-not-a-host'),
  },
  {
    number: 15,
    file: '14-shortlived-ip/fresh.pem',
    has: { level: 'DV', lifetime: { state: 'ample', shortLived: true } },
  },
  { number: 15, file: '14-shortlived-ip/fresh.pem', host: '203.0.113.7', says: /"covered":true/ },
  { number: 17, file: '16-v1-cert/cert.pem', has: { version: 1 } },
  { number: 19, file: '18-rsa-pss/pss.pem', says: NOT_WEAK },
  { number: 19, file: '18-rsa-pss/pss-salt20.pem', says: NOT_WEAK },
  { number: 19, file: '18-rsa-pss/pss-sha1.pem', has: { weaknesses: ['sha1-signature'] } },
  { number: 19, file: '18-rsa-pss/psskey.pem', has: { key: { bits: 2048 } } },
  { number: 20, file: '20-wrong-files/chain-der.p7b', count: 2 },
  { number: 20, file: '20-wrong-files/request.der', error: /request/i },
  { number: 20, file: '20-wrong-files/store.jks', error: /java|jks/i },
  { number: 20, file: '20-wrong-files/ssh.pub', error: /ssh/i },
  { number: 20, file: '20-wrong-files/empty.pem', error: /empty/i },
  { number: 20, file: '20-wrong-files/rtf.crt', error: /rtf|rich text|office|word/i },
  { number: 20, file: '20-wrong-files/truncated.der', error: /cut|end|incomplete|truncated/i },
  { number: 20, file: '20-wrong-files/truncated.pem', error: /cut|end|incomplete|truncated/i },
  { number: 20, file: '20-wrong-files/double-base64.pem' },
  { number: 20, file: '20-wrong-files/leaf.der' },
  { number: 20, file: '20-wrong-files/trusted.pem' },
  { number: 21, file: '20-wrong-files/chain.p7b', count: 2 },
  { number: 21, file: '20-wrong-files/request.csr', error: /request/i },
  { number: 21, file: '20-wrong-files/key.pem', error: /private key/i },
  { number: 21, file: '20-wrong-files/rsa.key', error: /private key/i },
  { number: 21, file: '20-wrong-files/pub.pem', error: /public key/i },
  { number: 21, file: '20-wrong-files/crl.pem', error: /revo|crl/i },
  { number: 23, file: '25-odd-serial-dates/negative.pem', says: some('serial') },
  { number: 23, file: '25-odd-serial-dates/zero.pem', says: some('serial') },
  { number: 23, file: '25-odd-serial-dates/long.pem', says: some('serial') },
  { number: 23, file: '25-odd-serial-dates/gentime2049.pem', says: some('time') },
  { number: 23, file: '25-odd-serial-dates/mismatch.pem', says: some('algorithms') },
  { number: 23, file: '25-odd-serial-dates/reversed.pem', says: some('end-before') },
  { number: 23, file: '25-odd-serial-dates/noexpiry.pem' },
  ...['ecommerce', 'trustcor', 'camerfirma'].map((name) => ({
    number: 24,
    file: `26-issuer-watch/${name}.pem`,
    has: { issuerWatch: { distrusted: true } },
  })),
  {
    number: 24,
    file: '26-issuer-watch/entrust-l1k-2025-01.pem',
    has: { issuerWatch: { family: 'entrust', distrusted: true } },
  },
  {
    number: 24,
    file: '26-issuer-watch/entrust-l1k-2024-08.pem',
    has: { issuerWatch: { distrusted: false } },
  },
  ...['codesign', 'ev-codesign', 'smime', 'smime-sponsor', 'client'].map((name) => ({
    number: 26,
    file: `27-not-for-servers/${name}.pem`,
    has: NOT_FOR_SERVERS,
    hasNot: HINT,
  })),
  { number: 27, file: '28-adcs-cn-only/cert.pem', host: 'srv-file01', says: /common-name-only/ },
  {
    number: 28,
    file: '29-interception/avast-copies-ev.pem',
    says: /"level[^"]*":[^,]*private|private-root[^,]*,"level|stated/,
  },
  { number: 30, file: '36-blank-subject/cert.pem', has: { level: 'DV' } },
  { number: 32, file: '32-mkcert/cert.pem', has: { level: 'unknown' } },
  { number: 32, file: '33-caddy-internal-12h/cert.pem', has: { lifetime: { shortLived: true } } },
];
