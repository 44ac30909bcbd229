// How much of the validity period has passed, as a sentence and a bar, and from when the certificate should be renewed.
import type { ReactNode } from 'react';
import type { Certificate } from '../../lib/certificate/certificate.ts';
import type { LifetimeJudgement } from '../../lib/certificate/judge/lifetime.ts';
import { describeLeft, describeLife } from '../../lib/words/certificate-words.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './certificate.module.css';

interface ValidityProps {
  readonly certificate: Certificate;
  readonly judged: LifetimeJudgement;
  /** ms since epoch. */
  readonly now: number;
}

export function Validity({ certificate, judged, now }: ValidityProps): ReactNode {
  const words = useWords();
  const { notBefore, notAfter } = certificate;
  const percent = Math.round(judged.elapsedShare * 100);
  const length = notAfter + 1000 - notBefore;
  const reissue = length <= 0 ? 100 : ((judged.reissueAt - notBefore) / length) * 100;
  return (
    <div className={css.part}>
      <p className={css.strong}>{describeLeft(words, certificate, judged, now)}</p>
      <svg className={css.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className={css.track} x="0" y="1" width="100" height="6" />
        <rect className={css.elapsed} data-state={judged.state} x="0" y="1" width={percent} height="6" />
        <line
          className={css.reissue}
          x1={reissue}
          x2={reissue}
          y1="0"
          y2="8"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <p className={css.soft}>{words.text('validity_span', words.date(notBefore), words.date(notAfter))}</p>
      {describeLife(words, judged, now).map((sentence) => (
        <p key={sentence} className={css.soft}>
          {sentence}
        </p>
      ))}
    </div>
  );
}
