// Makes a throw-away Chromium profile trust a CA, on every platform and without touching the system's certificates: the profile's own list,
// which chrome://certificate-manager edits. SQLite with a protocol buffer per certificate.
// https://source.chromium.org/chromium/chromium/src/+/main:components/server_certificate_database/
import { X509Certificate, createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** CertificateMetadata { trust { trust_type: CERTIFICATE_TRUST_TYPE_TRUSTED } } */
const TRUSTED = Uint8Array.of(0x0a, 0x02, 0x08, 0x03);

/** Call before the browser starts. Throws when the file is no PEM certificate. */
export function trustInChromium(profile: string, caFile: string): void {
  const der = new X509Certificate(readFileSync(caFile)).raw;
  const folder = join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'ServerCertificate'));
  try {
    database.exec(`
      CREATE TABLE meta(key LONGVARCHAR NOT NULL UNIQUE PRIMARY KEY, value LONGVARCHAR);
      INSERT INTO meta VALUES ('version', '1'), ('last_compatible_version', '1');
      CREATE TABLE certificates(sha256hash_hex TEXT PRIMARY KEY, der_cert BLOB NOT NULL, trust_settings BLOB NOT NULL);`);
    database
      .prepare('INSERT INTO certificates VALUES (?, ?, ?)')
      .run(createHash('sha256').update(der).digest('hex'), der, TRUSTED);
  } finally {
    database.close();
  }
}
