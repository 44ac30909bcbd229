// The names of subjectAltName as text, listed by kind.
import { toUnicodeName } from '../../address/punycode.ts';
import type { Certificate } from '../certificate.ts';
import { listHostNames } from './details.ts';
import { nameToText } from './name-text.ts';

export interface NameLists {
  readonly dns: readonly string[];
  readonly ip: readonly string[];
  readonly email: readonly string[];
  readonly uri: readonly string[];
  /** The other kinds, each with its kind before a colon. */
  readonly other: readonly string[];
  /** The names with A-labels, in Unicode. */
  readonly unicode: Readonly<Record<string, string>>;
}

/** Lists the names of a certificate, each kind in the order of the certificate. */
export function listNames(certificate: Pick<Certificate, 'names'>): NameLists {
  const hosts = listHostNames(certificate) ?? [];
  const email: string[] = [];
  const uri: string[] = [];
  const other: string[] = [];
  for (const name of certificate.names ?? []) {
    switch (name.kind) {
      case 'dns':
      case 'ip':
        break;
      case 'email':
        email.push(name.value);
        break;
      case 'uri':
        uri.push(name.value);
        break;
      case 'directory':
        other.push(`directory:${nameToText(name.name)}`);
        break;
      case 'other':
      case 'id':
      case 'x400':
      case 'edi':
        other.push(`${name.kind}:${name.hex}`);
        break;
    }
  }
  const valuesOf = (kind: 'dns' | 'ip'): readonly string[] =>
    hosts.flatMap((host) => (host.kind === kind ? [host.value] : []));
  // Object.fromEntries defines own keys for every name, `__proto__` too.
  const unicode = Object.fromEntries(
    hosts.flatMap(({ value }) => {
      const text = toUnicodeName(value);
      return text === null ? [] : [[value, text]];
    }),
  );
  return { dns: valuesOf('dns'), ip: valuesOf('ip'), email, uri, other, unicode };
}
