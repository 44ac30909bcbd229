// Files that contain no readable certificate: what each kind is, and how to get the certificate from it. In English, for the command line.

/** `what`: the beginning of the sentence. `how`: a command or the next step. FILE stands for the name of the file. */
const KINDS = {
  empty: ['The file is empty', 'Save or download it again.'],
  pkcs12: [
    'This is a PKCS#12 file (.pfx, .p12): certificate and private key under a password',
    'To get the certificate out: openssl pkcs12 -in FILE -nokeys -out certificate.pem (with -legacy for files of older programs)',
  ],
  'pkcs7-ber': [
    'This is a PKCS#7 file (.p7b) in BER, not DER',
    'To get the certificate out: openssl pkcs7 -inform DER -in FILE -print_certs -out certificate.pem',
  ],
  'pkcs7-broken': [
    'This is a PKCS#7 file (.p7b), and it is broken',
    'Save or download it again. To see how far it can be read: openssl pkcs7 -inform DER -in FILE -print_certs',
  ],
  'pkcs7-empty': [
    'This is a PKCS#7 file (.p7b, .p7s) without certificates',
    'Export it again with the certificates included.',
  ],
  cms: [
    'This is a PKCS#7 or CMS message (.p7m) that holds no list of certificates',
    'Ask the issuer for the certificate itself (.cer, .crt, .pem or .p7b).',
  ],
  csr: [
    'This is a certificate signing request (CSR): what is sent to the CA, not what comes back',
    'Download the certificate from the CA. To see the request: openssl req -in FILE -noout -text (-inform DER for a binary file)',
  ],
  'private-key': [
    'This is a private key, not a certificate: keep it secret, do not send it to anyone',
    'The certificate is a file of its own. To compare the two: openssl pkey -in FILE -pubout and openssl x509 -in CERTIFICATE -noout -pubkey',
  ],
  'encrypted-key': [
    'This is an encrypted private key, not a certificate',
    'The certificate is a file of its own. To compare the two: openssl pkey -in FILE -pubout and openssl x509 -in CERTIFICATE -noout -pubkey',
  ],
  'openssh-key': [
    'This is a private key of OpenSSH: SSH uses no X.509 certificates',
    'Name the certificate of the web server (.crt, .cer, .pem).',
  ],
  'ssh-public-key': [
    'This is a public key or certificate of SSH, which is no X.509 certificate',
    'Name the certificate of the web server (.crt, .cer, .pem).',
  ],
  'putty-key': [
    'This is a key file of PuTTY: SSH uses no X.509 certificates',
    'Name the certificate of the web server (.crt, .cer, .pem).',
  ],
  pgp: [
    'This is OpenPGP data, which is no X.509 certificate',
    'Name the certificate of the web server (.crt, .cer, .pem).',
  ],
  'public-key': [
    'This is a bare public key: it has no name, no issuer and no dates',
    'The certificate is a file of its own. To see its key: openssl x509 -in CERTIFICATE -noout -pubkey',
  ],
  crl: [
    'This is a certificate revocation list (CRL)',
    'To see it: openssl crl -in FILE -noout -text (-inform DER for a binary file)',
  ],
  ocsp: [
    'This is an OCSP response: it tells whether a certificate was revoked',
    'To see it: openssl ocsp -respin FILE -noverify -resp_text',
  ],
  'attribute-certificate': [
    'This is an attribute certificate (RFC 5755), which no TLS server uses',
    'Name the certificate of the web server (.crt, .cer, .pem).',
  ],
  parameters: [
    'These are parameters for keys (DH or EC), not a certificate',
    'Name the certificate of the web server (.crt, .cer, .pem).',
  ],
  session: [
    'This is a TLS session that OpenSSL stored (-sess_out)',
    'To get the certificate out: openssl sess_id -in FILE -cert -noout -out certificate.pem',
  ],
  'other-pem': [
    'The text has PEM blocks, none of them is a certificate',
    'A certificate begins with -----BEGIN CERTIFICATE-----.',
  ],
  jks: [
    'This is a Java key store (JKS or JCEKS)',
    'To get the certificate out: keytool -exportcert -rfc -keystore FILE -alias NAME -file certificate.pem (the names: keytool -list -keystore FILE)',
  ],
  'windows-store': [
    'This is a serialized certificate store of Windows (.sst)',
    'To get each certificate out as a .crt file: certutil -split -dump FILE',
  ],
  sqlite: [
    'This is an SQLite database, as Firefox and NSS keep certificates in (cert9.db)',
    'To get the certificate out: certutil -L -d sql:FOLDER -n NAME -a > certificate.pem (the names: certutil -L -d sql:FOLDER)',
  ],
  keychain: [
    'This is a keychain of macOS',
    'To get the certificate out: security find-certificate -a -p FILE > certificate.pem',
  ],
  zip: ['This is a ZIP archive', 'Unpack it (unzip FILE), then name the .crt, .cer or .pem file in it.'],
  office: [
    'This is a document of an office program',
    'Save the certificate as plain text (.pem), from -----BEGIN to the end of the line with -----END.',
  ],
  gzip: [
    'This is a gzip file',
    'To get what is in it: gunzip -c FILE > certificate.pem; for an archive (.tgz): tar xzf FILE',
  ],
  archive: ['This is an archive', 'Unpack it, then name the .crt, .cer or .pem file in it.'],
  pdf: ['This is a PDF document', 'Ask for the certificate itself (.cer, .crt, .pem).'],
  image: ['This is a picture', 'Ask for the certificate itself (.cer, .crt, .pem).'],
  html: [
    'This is a web page, not a certificate: often the sign-in page of the site that has the certificate',
    'Sign in, and download the certificate itself (.cer, .crt, .pem).',
  ],
  xml: [
    'This is an XML file without a certificate in it',
    'Ask for the certificate itself (.cer, .crt, .pem).',
  ],
  json: [
    'This is JSON without a certificate in it',
    'A certificate is the text from -----BEGIN CERTIFICATE----- on, or base64 of DER.',
  ],
  'openssl-text': [
    'This is the readable output of a program (such as openssl x509 -text) without the certificate itself',
    'To write the certificate itself: openssl x509 -in CERTIFICATE -out certificate.pem, without -noout (keytool: with -rfc)',
  ],
  address: [
    'This is an address, not a certificate',
    'To get its certificate: openssl s_client -connect HOST:443 -servername HOST -showcerts </dev/null > FILE; or: npm run inspect -- https://HOST/',
  ],
  utf32: ['This is text in UTF-32', 'Save it in UTF-8.'],
  text: [
    'This is text without a certificate in it',
    'A certificate begins with -----BEGIN CERTIFICATE-----, or is base64 of DER.',
  ],
} as const satisfies Readonly<Record<string, readonly [what: string, how: string]>>;

export type FileKind = keyof typeof KINDS;

/** The file is of another kind. `offset`: where it begins, in characters (text) or bytes; `label`: of a PEM block. */
export class FileKindError extends Error {
  override readonly name = 'FileKindError';
  readonly code: FileKind;
  readonly offset: number;

  constructor(
    code: FileKind,
    { offset = 0, label = '' }: { readonly offset?: number; readonly label?: string } = {},
  ) {
    const [what, how] = KINDS[code];
    super(`${what}${label === '' ? '' : ` (the block says ${label})`}. ${how}`);
    this.code = code;
    this.offset = offset;
  }
}

/** Labels of PEM blocks that are not certificates (RFC 7468; openssl's include/openssl/pem.h). */
const PEM_LABELS: readonly (readonly [RegExp, FileKind])[] = [
  [/^ENCRYPTED PRIVATE KEY$/, 'encrypted-key'],
  [/^OPENSSH PRIVATE KEY$/, 'openssh-key'],
  [/^PGP /, 'pgp'],
  [/SSH2 |SSH /, 'ssh-public-key'],
  [/PRIVATE KEY$/, 'private-key'],
  [/PUBLIC KEY$/, 'public-key'],
  [/CERTIFICATE REQUEST$/, 'csr'],
  [/CRL$/, 'crl'],
  [/^ATTRIBUTE CERTIFICATE$/, 'attribute-certificate'],
  [/^SSL SESSION PARAMETERS$/, 'session'],
  [/PARAMETERS$/, 'parameters'],
  [/^(?:PKCS12|PFX)$/, 'pkcs12'],
  [/^(?:PKCS7|PKCS #7 SIGNED DATA|CMS)$/, 'pkcs7-empty'],
];

/** The kind of a PEM block, by its label. */
export function kindOfLabel(label: string): FileKind {
  return PEM_LABELS.find(([pattern]) => pattern.test(label))?.[1] ?? 'other-pem';
}
