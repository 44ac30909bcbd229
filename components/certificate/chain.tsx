// The chain: the certificates from the site's own up to the root, as far as the browser reported them.
import type { ReactNode } from 'react';
import type { Certificate } from '../../lib/certificate/certificate.ts';
import { describeIssuer } from '../../lib/words/certificate-words.ts';
import type { Words } from '../../lib/words/words.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './certificate.module.css';
import type { ReadCertificate } from '../../lib/certificate/read/read-base64.ts';

interface ChainProps {
  readonly leaf: Certificate;
  readonly above: readonly ReadCertificate[];
  readonly rootIsBuiltIn: boolean | null;
}

export function Chain({ leaf, above, rootIsBuiltIn }: ChainProps): ReactNode {
  const words = useWords();
  const all = [leaf, ...above.map(({ certificate }) => certificate)];
  return (
    <div className={css.part}>
      <p className={css.strong}>{words.text('chain_title')}</p>
      <ol className={css.chain}>
        {all.map((certificate, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a chain may contain a certificate twice, and it never changes
          <li key={index} className={css.link}>
            <bdi>{describeIssuer(certificate.subject) ?? words.text('chain_unnamed')}</bdi>
            <span className={css.remark}>
              {[
                describePlace(words, certificate, index, all.length, rootIsBuiltIn),
                words.text('chain_until', words.date(certificate.notAfter)),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function describePlace(
  words: Words,
  { selfIssued }: Certificate,
  index: number,
  length: number,
  rootIsBuiltIn: boolean | null,
): string {
  if (index === 0) return words.text('chain_leaf');
  if (index < length - 1 || !selfIssued) return words.text('chain_intermediate');
  if (rootIsBuiltIn === null) return words.text('chain_root');
  return words.text(rootIsBuiltIn ? 'chain_root_built_in' : 'chain_root_added');
}
