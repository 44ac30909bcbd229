// The validation level, then the subject, then what was checked and what that does not mean. A disclosure contains the evidence.
import type { ReactNode } from 'react';
import type { Certificate } from '../../lib/certificate/certificate.ts';
import type { LevelJudgement } from '../../lib/certificate/judge/level.ts';
import { describeIssuer, describeOwner } from '../../lib/words/certificate-words.ts';
import { describeLevel, levelEvidence } from '../../lib/words/level-words.ts';
import { Sentence } from '../ui/code-text.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './certificate.module.css';

interface LevelStatementProps {
  readonly certificate: Certificate;
  readonly judged: LevelJudgement;
  readonly browser: string;
}

export function LevelStatement({ certificate, judged, browser }: LevelStatementProps): ReactNode {
  const words = useWords();
  const level = describeLevel(words, judged);
  const owner = describeOwner(certificate);
  const issuer = describeIssuer(certificate.issuer);
  const isStated = judged.level !== 'unknown' && judged.level !== 'contradictory';
  return (
    <div className={css.part}>
      <p className={css.level}>
        {isStated && <span className={css.tag}>{level.short}</span>}
        <span>{level.title}</span>
      </p>
      {owner !== null && (
        <p>
          <Sentence look="plain" parts={words.parts('level_organization', owner)} />
        </p>
      )}
      {issuer !== null && (
        <p className={css.soft}>
          <Sentence look="plain" parts={words.parts('level_issuer', issuer)} />
        </p>
      )}
      <p>{level.checked}</p>
      <p>{level.unchecked}</p>
      <Disclosure look="inline" summary={words.text('level_how')}>
        {() => (
          <ul className={css.list}>
            {levelEvidence(words, judged, browser).map((parts) => (
              <li key={parts.map(({ text }) => text).join('')}>
                <Sentence parts={parts} />
              </li>
            ))}
          </ul>
        )}
      </Disclosure>
    </div>
  );
}
