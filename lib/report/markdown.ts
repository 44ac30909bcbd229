// Renders a report as Markdown. In the product's own texts every mark is escaped; text from the page is in code spans, so that it can be neither a
// link nor markup.
// https://spec.commonmark.org/0.31.2/#code-spans
import { proseParts } from '../words/inline-code.ts';
import type { PageReport, ReportBlock, ReportItem, ReportSection, ReportText } from './report-data.ts';

/** Renders the report; the text ends with a newline. */
export function writeMarkdown({ title, facts, findings, blocks }: PageReport): string {
  return join([
    `# ${markup(title)}`,
    ...facts.flatMap(sectionParts),
    `## ${plain(findings.heading)}`,
    ...(findings.all.length === 0 ? [plain(findings.none)] : []),
    ...findings.all.flatMap((finding) => [
      `### ${plain(finding.title)}`,
      plain(finding.summary),
      finding.items.map((item) => itemText(item)).join('\n'),
    ]),
    ...blocks.flatMap(sectionParts),
  ]);
}

/** Renders one section; the text ends with a newline. */
export function writeSection(section: ReportSection): string {
  return join(sectionParts(section));
}

function join(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function sectionParts({ heading, blocks }: ReportSection): readonly string[] {
  return [heading === null ? '' : `## ${plain(heading)}`, ...blocks.map(blockText)];
}

function blockText(block: ReportBlock): string {
  switch (block.kind) {
    case 'text':
      return markup(block.text);
    case 'list':
      return block.items.map((item) => itemText(item)).join('\n');
  }
}

function itemText({ label, number, text, items = [] }: ReportItem, indent = ''): string {
  const parts = [
    // Escaped, because it would start an ordered list.
    number === undefined ? '' : `${number}\\.`,
    label === undefined ? '' : `**${plain(label)}**`,
    markup(text),
  ];
  return [
    `${indent}- ${parts.filter((part) => part !== '').join(' ')}`,
    ...items.map((item) => itemText(item, `${indent}  `)),
  ].join('\n');
}

function markup(parts: ReportText): string {
  return parts.map((part) => (part.isParam ? code(part.text) : plain(part.text))).join('');
}

/** Escapes the product's own text: settings stay code spans, and no other character is markup. */
function plain(text: string): string {
  return proseParts(text)
    .map((part) => (part.isCode ? `\`${part.text}\`` : part.text.replace(/[\\`*_<[\]]/g, '\\$&')))
    .join('');
}

/** Returns a code span whose fence is longer than any run of backticks inside. `text` has no line breaks: showHostile() replaced them by tokens. */
function code(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${text} ${fence}`.replace(/^` ([^`]*) `$/, '`$1`');
}
