// The facts that the browser delivered about a page's certificate, with who told them and when.
import type { ReactNode } from 'react';
import type { ConnectionReport } from '../../lib/page/record.ts';
import { keyFor } from '../../lib/words/keys.ts';
import { CodeText } from '../code-text.tsx';
import { Facts } from '../facts.tsx';
import { useWords } from '../words-context.tsx';
import { CertificateWays } from './certificate-ways.tsx';

interface ToldCertificateProps {
  readonly connection: ConnectionReport;
  /** The browser's. */
  readonly name: string;
}

export function ToldCertificate({ connection, name }: ToldCertificateProps): ReactNode {
  const words = useWords();
  const { state, sha256, chain, rootIsBuiltIn, extendedValidation, at } = connection;
  return (
    <>
      <p>{words.text('certificate_told', name)}</p>
      <Facts
        items={[
          { label: words.text('certificate_state'), value: words.text(keyFor('certificate_state', state)) },
          {
            label: words.text('certificate_sha256'),
            value: sha256 === null ? words.text('ui_not_told') : <CodeText text={groupHex(sha256)} />,
          },
          {
            label: words.text('certificate_delivered'),
            value: words.count('certificate_delivered_value', chain.length),
          },
          rootIsBuiltIn === null
            ? null
            : {
                label: words.text('certificate_root'),
                value: words.text(rootIsBuiltIn ? 'certificate_root_built_in' : 'certificate_root_added'),
              },
          extendedValidation === null
            ? null
            : {
                label: words.text('certificate_ev'),
                value: words.text(extendedValidation ? 'certificate_ev_yes' : 'certificate_ev_no'),
              },
          { label: words.text('certificate_told_at'), value: words.dateTime(at) },
        ]}
      />
      <CertificateWays engine={null} />
    </>
  );
}

/** Four digits at a time: long numbers are compared in pieces. */
function groupHex(hex: string): string {
  return hex.replace(/(.{4})(?=.)/g, '$1 ');
}
