// The certificate in a report: level and evidence, owner, validity, names, and the source.
import { listHostNames } from '../certificate/describe/details.ts';
import type { PageRecord } from '../record/record.ts';
import { judgeKnown, pageCertificate } from '../verdict/page-certificate.ts';
import type { KnownCertificate } from '../verdict/page-certificate.ts';
import { SOURCE_WORDS } from '../words/certificate-source-words.ts';
import {
  describeIssuer,
  describeLeft,
  describeLife,
  describeOwner,
  describeRemarks,
} from '../words/certificate-words.ts';
import { describeLevel, levelEvidence } from '../words/level-words.ts';
import type { Words } from '../words/words.ts';
import { list, ours, own, paragraph, sentenceItem } from './report-data.ts';
import type { ReportItem, ReportSection } from './report-data.ts';

/** The most names of the certificate that a report lists. */
const MAX_NAMES = 100;

interface CertificateInput {
  readonly record: PageRecord;
  /** The browser's name. */
  readonly browser: string;
  /** ms since epoch. */
  readonly now: number;
}

/** Returns the section; empty when no certificate is known. */
export function certificateSections(
  words: Words,
  { record, browser, now }: CertificateInput,
): readonly ReportSection[] {
  const known = pageCertificate(record);
  if (known?.kind !== 'read') return [];
  return [
    {
      heading: words.text('report_certificate'),
      blocks: [
        paragraph(ours(SOURCE_WORDS[known.source].sentence(words, known.at, browser))),
        list([
          ...levelItems(words, known, browser, now),
          ...lifeItems(words, known, now),
          ...nameItems(words, known),
        ]),
      ],
    },
  ];
}

function levelItems(
  words: Words,
  known: KnownCertificate,
  browser: string,
  now: number,
): readonly ReportItem[] {
  const { certificate } = known;
  const judged = judgeKnown(known, now).level;
  const level = describeLevel(words, judged);
  const owner = describeOwner(certificate);
  const issuer = describeIssuer(certificate.issuer);
  return [
    { label: level.title, text: ours(`(${level.short})`) },
    sentenceItem(level.checked),
    sentenceItem(level.unchecked),
    {
      text: ours(words.text('level_how')),
      items: levelEvidence(words, judged, browser).map((text) => ({ text })),
    },
    ...(owner === null ? [] : [{ text: words.parts('level_organization', owner) }]),
    ...(issuer === null ? [] : [{ text: words.parts('level_issuer', issuer) }]),
  ];
}

function lifeItems(words: Words, known: KnownCertificate, now: number): readonly ReportItem[] {
  const { certificate } = known;
  const judged = judgeKnown(known, now);
  const { lifetime } = judged;
  const life = [describeLeft(words, certificate, lifetime, now), ...describeLife(words, lifetime, now)];
  return [sentenceItem(life.join(' · ')), ...describeRemarks(words, certificate, judged).map(sentenceItem)];
}

function nameItems(words: Words, { certificate, sha256 }: KnownCertificate): readonly ReportItem[] {
  const names = listHostNames(certificate) ?? [];
  const hidden = names.length - MAX_NAMES;
  const digest = sha256 === null ? null : [...ours(`${words.text('certificate_sha256')}: `), ...own(sha256)];
  return [
    ...(digest === null ? [] : [{ text: digest }]),
    {
      text: ours(words.count('coverage_names', names.length)),
      items: [
        ...names.slice(0, MAX_NAMES).map(({ value }) => ({ text: own(value) })),
        ...(hidden > 0 ? [sentenceItem(words.count('certificate_more', hidden))] : []),
      ],
    },
  ];
}
