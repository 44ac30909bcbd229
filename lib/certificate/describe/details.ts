// Values that follow directly from a certificate's fields, for views and judgements.
import type { Certificate, SubjectName } from '../certificate.ts';
import { SUBJECT_ALT_NAME } from '../extension-oids.ts';
import { fromHex } from '../../text/hex.ts';
import { formatIpAddress } from '../../address/ip-address.ts';

/** RFC 5280, 4.2.1.3, in the order of the bits. */
export const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;

export type KeyUsage = (typeof KEY_USAGES)[number];

/** The usages of the key; null: its use is not restricted. */
export function listKeyUsages({ keyUsage }: Certificate): readonly KeyUsage[] | null {
  return keyUsage === null ? null : KEY_USAGES.filter((_, bit) => (keyUsage & (1 << bit)) !== 0);
}

/** Whether the certificate may issue certificates. */
export function isCa({ basicConstraints }: Certificate): boolean {
  return basicConstraints?.ca === true;
}

/** Whether subjectAltName names any host or IP address. */
export function areHostsNamed({ names }: Pick<Certificate, 'names'>): boolean {
  return names?.some(({ kind }) => kind === 'dns' || kind === 'ip') === true;
}

/** A host name or IP address of subjectAltName as text. `value` of a name: as the certificate has it, internationalised labels as A-labels. */
export interface HostName {
  readonly kind: 'dns' | 'ip';
  readonly value: string;
}

/** The entries of subjectAltName that can name a host, in order; null: there is no subjectAltName. */
export function listHostNames({ names }: Pick<Certificate, 'names'>): readonly HostName[] | null {
  return names?.flatMap((name) => hostNameOf(name) ?? []) ?? null;
}

function hostNameOf(name: SubjectName): HostName | null {
  if (name.kind === 'dns') return { kind: 'dns', value: name.value };
  return name.kind === 'ip' ? { kind: 'ip', value: formatIpAddress(fromHex(name.hex)) } : null;
}

/** Whether the name list is malformed or given twice: browsers then refuse the certificate, whatever could be read of it. */
export function areNamesBroken({ extensions }: Pick<Certificate, 'extensions'>): boolean {
  return extensions.some(({ oid, fault }) => oid === SUBJECT_ALT_NAME && fault !== null);
}
