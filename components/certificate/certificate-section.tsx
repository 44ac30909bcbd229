// One certificate, explained: who was validated, the evidence, its validity period, the hosts that it covers, and its chain. Every certificate
// (the page's own, one from the session, one from the logs) is shown by this section.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { judgeKnown } from '../../lib/verdict/page-certificate.ts';
import type { KnownCertificate } from '../../lib/verdict/page-certificate.ts';
import type { PageHost } from '../../lib/verdict/site-hosts.ts';
import { SOURCE_WORDS } from '../../lib/words/certificate-source-words.ts';
import { describeRemarks } from '../../lib/words/certificate-words.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { useWords } from '../ui/words-context.tsx';
import { CertificateActions } from './certificate-actions.tsx';
import { CertificateFields } from './certificate-fields.tsx';
import css from './certificate.module.css';
import { Chain } from './chain.tsx';
import { Coverage } from './covered-hosts.tsx';
import { LevelStatement } from './level-statement.tsx';
import { Validity } from './validity.tsx';

interface CertificateSectionProps {
  readonly known: KnownCertificate;
  readonly hosts: readonly PageHost[];
  /** The browser's name. */
  readonly browser: string;
  /** ms since epoch. */
  readonly now: number;
}

export function CertificateSection(props: CertificateSectionProps): ReactNode {
  const { known, hosts, browser, now } = props;
  const words = useWords();
  const { certificate, above, connection, source, at } = known;
  const judged = useMemo(() => judgeKnown(known, now), [known, now]);
  const remarks = describeRemarks(words, certificate, judged);
  return (
    <div className={css.certificate}>
      <LevelStatement certificate={certificate} judged={judged.level} browser={browser} />
      <p className={css.source}>{SOURCE_WORDS[source].sentence(words, at, browser)}</p>
      <Validity certificate={certificate} judged={judged.lifetime} now={now} />
      <Coverage certificate={certificate} hosts={hosts} />
      {above.length > 0 && (
        <Chain leaf={certificate} above={above} rootIsBuiltIn={connection?.rootIsBuiltIn ?? null} />
      )}
      {remarks.length > 0 && (
        <ul className={css.remarks}>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <Disclosure look="inline" summary={words.text('certificate_details')}>
        {() => <CertificateFields known={known} deviations={judged.deviations} />}
      </Disclosure>
      <CertificateActions known={known} host={hosts[0]?.host ?? null} />
    </div>
  );
}
