// Every field of a certificate, for users who want the details: nothing is hidden, and an unknown identifier is shown as its number.
import type { ReactNode } from 'react';
import type { Certificate, Extension } from '../../lib/certificate/certificate.ts';
import { listKeyUsages } from '../../lib/certificate/describe/details.ts';
import type { Deviation } from '../../lib/certificate/judge/deviations.ts';
import { describeKey } from '../../lib/certificate/describe/key-details.ts';
import { nameToText } from '../../lib/certificate/describe/name-text.ts';
import { EXTENSION_NAMES, KEY_PURPOSE_NAMES } from '../../lib/certificate/describe/oid-names.ts';
import { describeSignature } from '../../lib/certificate/describe/signature-details.ts';
import type { KnownCertificate } from '../../lib/verdict/page-certificate.ts';
import type { Words } from '../../lib/words/words.ts';
import { CodeText } from '../ui/code-text.tsx';
import { Facts } from '../ui/facts.tsx';
import type { FactItem } from '../ui/facts.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './certificate.module.css';

/** Entries of one field that are listed. */
const MAX_ENTRIES = 30;
/** Characters of a whole name. */
const MAX_NAME = 600;

interface CertificateFieldsProps {
  readonly known: KnownCertificate;
  readonly deviations: readonly Deviation[];
}

export function CertificateFields({ known, deviations }: CertificateFieldsProps): ReactNode {
  const words = useWords();
  const { certificate } = known;
  return (
    <div className={css.fields}>
      <Facts
        items={[
          ...nameFields(words, certificate),
          ...keyFields(words, known),
          ...usageFields(words, certificate),
          ...addressFields(words, certificate),
          list(
            words.text('certificate_field_extensions'),
            certificate.extensions.map((extension) => extensionText(words, extension)),
          ),
          list(words.text('certificate_field_deviations'), deviations),
        ]}
      />
    </div>
  );
}

type Fields = readonly (FactItem | null)[];

function nameFields(words: Words, certificate: Certificate): Fields {
  const { subject, issuer, notBefore, notAfter } = certificate;
  return [
    {
      label: words.text('certificate_field_subject'),
      value:
        subject.length === 0 ? (
          words.text('certificate_none_empty')
        ) : (
          <CodeText text={nameToText(subject)} max={MAX_NAME} />
        ),
    },
    {
      label: words.text('certificate_field_issuer'),
      value: <CodeText text={nameToText(issuer)} max={MAX_NAME} />,
    },
    list(words.text('certificate_field_other_names'), otherNames(certificate)),
    { label: words.text('certificate_field_valid_from'), value: words.dateTime(notBefore) },
    { label: words.text('certificate_field_valid_to'), value: words.dateTime(notAfter) },
  ];
}

function keyFields(words: Words, { certificate, sha256, connection }: KnownCertificate): Fields {
  const extendedValidation = connection?.extendedValidation ?? null;
  return [
    { label: words.text('certificate_field_key'), value: keyText(words, certificate) },
    {
      label: words.text('certificate_field_signature'),
      value: <CodeText text={describeSignature(certificate.signature).name} />,
    },
    {
      label: words.text('certificate_sha256'),
      value: sha256 === null ? words.text('ui_not_told') : <CodeText text={groupHex(sha256)} />,
    },
    extendedValidation === null
      ? null
      : {
          label: words.text('certificate_ev'),
          value: words.text(extendedValidation ? 'certificate_ev_yes' : 'certificate_ev_no'),
        },
    { label: words.text('certificate_field_serial'), value: <CodeText text={certificate.serial} /> },
  ];
}

function usageFields(words: Words, certificate: Certificate): Fields {
  return [
    {
      label: words.text('certificate_field_usage'),
      value: <Restriction values={listKeyUsages(certificate)} />,
    },
    {
      label: words.text('certificate_field_purposes'),
      value: (
        <Restriction
          values={certificate.extendedKeyUsage?.map((oid) => KEY_PURPOSE_NAMES[oid] ?? oid) ?? null}
        />
      ),
    },
  ];
}

/** The certificate's links to further information, and the logs that contain it. */
function addressFields(words: Words, { ocsp, crl, caIssuers, mustStaple, scts }: Certificate): Fields {
  return [
    list(words.text('certificate_field_ocsp'), ocsp),
    list(words.text('certificate_field_crl'), crl),
    list(words.text('certificate_field_ca_issuers'), caIssuers),
    mustStaple
      ? {
          label: words.text('certificate_field_must_staple'),
          value: words.text('certificate_must_staple_yes'),
        }
      : null,
    list(
      words.text('certificate_field_timestamps'),
      scts.map(({ time, logId }) =>
        words.text('certificate_timestamp', words.dateTime(time), `${logId.slice(0, 16)}…`),
      ),
    ),
  ];
}

/** A field that is left out when it is empty. */
function list(label: string, values: readonly string[]): FactItem | null {
  return values.length === 0 ? null : { label, value: <Values values={values} /> };
}

function Values({ values }: { readonly values: readonly string[] }): ReactNode {
  const words = useWords();
  const hidden = values.length - MAX_ENTRIES;
  return (
    <ul>
      {values.slice(0, MAX_ENTRIES).map((value, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a hostile certificate may repeat an entry, and the order of entries never changes
        <li key={index}>
          <CodeText text={value} />
        </li>
      ))}
      {hidden > 0 && <li>{words.count('certificate_more', hidden)}</li>}
    </ul>
  );
}

function Restriction({ values }: { readonly values: readonly string[] | null }): ReactNode {
  const words = useWords();
  if (values === null) return words.text('certificate_unrestricted');
  return values.length === 0 ? words.text('certificate_none_empty') : <Values values={values} />;
}

/** The names that are not hosts, each with its kind. */
function otherNames({ names }: Certificate): readonly string[] {
  return (names ?? []).flatMap((name) => {
    switch (name.kind) {
      case 'dns':
      case 'ip':
        return [];
      case 'email':
      case 'uri':
        return [`${name.kind}: ${name.value}`];
      case 'directory':
        return [`${name.kind}: ${nameToText(name.name)}`];
      case 'other':
      case 'id':
      case 'x400':
      case 'edi':
        return [`${name.kind}: ${name.hex}`];
    }
  });
}

function keyText(words: Words, { key }: Certificate): ReactNode {
  const { type, bits, curve } = describeKey(key);
  const name = curve ?? type;
  return <CodeText text={bits === null ? name : words.text('certificate_key_value', name, bits)} />;
}

function extensionText(words: Words, { oid, critical, fault }: Extension): string {
  const known = EXTENSION_NAMES[oid];
  const name = known === undefined ? oid : `${known} (${oid})`;
  const text = critical ? words.text('certificate_extension_critical', name) : name;
  return fault === null ? text : words.text('certificate_extension_broken', text, fault.code);
}

/** Groups of four digits: users compare long numbers in pieces. */
function groupHex(hex: string): string {
  return hex.replace(/(.{4})(?=.)/g, '$1 ');
}
