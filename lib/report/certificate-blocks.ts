// The certificate in a Markdown report: the level with its evidence, who, how long, which names, and where the certificate came from.
import { listHostNames } from '../certificate/describe/details.ts';
import type { PageRecord } from '../record/record.ts';
import { judgeKnown, pageCertificate } from '../verdict/page-certificate.ts';
import {
  describeIssuer,
  describeLeft,
  describeLevel,
  describeLife,
  describeOwner,
  describeRemarks,
  levelEvidence,
} from '../words/certificate-words.ts';
import { SOURCE_WORDS } from '../words/certificate-source-words.ts';
import { showHostile } from '../text/hostile-text.ts';
import type { Words } from '../words/words.ts';
import { code, markup, plain } from './markdown-text.ts';

/** Names of the certificate that a report lists. */
const MAX_NAMES = 100;

/** The blocks of the section; empty when no certificate is known. `browser`: its name. `now`: ms since epoch. */
export function certificateBlocks(
  words: Words,
  { record, browser, now }: { readonly record: PageRecord; readonly browser: string; readonly now: number },
): readonly string[] {
  const known = pageCertificate(record);
  if (known?.kind !== 'read') return [];
  const { certificate, source, at, sha256 } = known;
  const judged = judgeKnown(known, now);
  const level = describeLevel(words, judged.level);
  const owner = describeOwner(certificate);
  const issuer = describeIssuer(certificate.issuer);
  const { lifetime } = judged;
  const remarks = describeRemarks(words, certificate, judged);
  const names = listHostNames(certificate) ?? [];
  const hidden = names.length - MAX_NAMES;
  const lines = [
    `- **${plain(level.title)}** (${plain(level.short)})`,
    `- ${plain(level.checked)}`,
    `- ${plain(level.unchecked)}`,
    `- ${plain(words.text('level_how'))}`,
    ...levelEvidence(words, judged.level, browser).map((parts) => `  - ${markup(parts)}`),
    ...(owner === null ? [] : [`- ${markup(words.parts('level_organization', owner))}`]),
    ...(issuer === null ? [] : [`- ${markup(words.parts('level_issuer', issuer))}`]),
    `- ${[describeLeft(words, certificate, lifetime, now), ...describeLife(words, lifetime, now)].map(plain).join(' · ')}`,
    ...remarks.map((remark) => `- ${plain(remark)}`),
    ...(sha256 === null
      ? []
      : [`- ${plain(words.text('certificate_sha256'))}: ${code(showHostile(sha256))}`]),
    `- ${plain(words.count('coverage_names', names.length))}`,
    ...names.slice(0, MAX_NAMES).map(({ value }) => `  - ${code(showHostile(value))}`),
    ...(hidden > 0 ? [`  - ${plain(words.count('certificate_more', hidden))}`] : []),
  ];
  return [
    `## ${plain(words.text('report_certificate'))}`,
    plain(SOURCE_WORDS[source].sentence(words, at, browser)),
    lines.join('\n'),
  ];
}
