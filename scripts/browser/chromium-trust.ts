// Makes a temporary Chromium profile trust CAs, on every platform and without changing the system's certificates: it writes the profile's own list,
// which chrome://certificate-manager edits. The list is in SQLite with a protocol buffer per certificate.
// https://source.chromium.org/chromium/chromium/src/+/main:components/server_certificate_database/
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readCaFile } from './ca-file.ts';

/** CertificateMetadata { trust { trust_type: CERTIFICATE_TRUST_TYPE_TRUSTED } } */
const TRUSTED = Uint8Array.of(0x0a, 0x02, 0x08, 0x03);

/** Call before the browser starts. Throws when the file has no PEM certificate. */
export function trustInChromium(profile: string, caFile: string): void {
  const certificates = readCaFile(caFile);
  const folder = join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'ServerCertificate'));
  try {
    database.exec(`
      CREATE TABLE meta(key LONGVARCHAR NOT NULL UNIQUE PRIMARY KEY, value LONGVARCHAR);
      INSERT INTO meta VALUES ('version', '1'), ('last_compatible_version', '1');
      CREATE TABLE certificates(sha256hash_hex TEXT PRIMARY KEY, der_cert BLOB NOT NULL, trust_settings BLOB NOT NULL);`);
    const insert = database.prepare('INSERT INTO certificates VALUES (?, ?, ?)');
    for (const der of certificates) insert.run(createHash('sha256').update(der).digest('hex'), der, TRUSTED);
  } finally {
    database.close();
  }
}
