// Makes docs/lab.md from the table, so that the two can't differ.
import { LOG_VARIANTS } from './log-server.ts';
import type { BrowserName, Expectation, Judgement, Scenario, ScenarioGroup, Step } from './scenario.ts';

const INTRODUCTION = `# The lab

Real HTTP and HTTPS servers on loopback (\`test/lab/\`) for made-up hosts, with a CA that is made when the lab starts and deleted when it
closes. Browsers reach them through a mapping of hosts and ports, and trust the CA in a profile of their own. Every page is a scenario in
\`test/lab/scenarios/\`: what it serves, what a user does there, and what the extension must show. This file is made from that table:

\`\`\`sh
npx vitest run test/unit/lab/docs.test.ts --update
\`\`\`

A scenario is one more entry in a group. It gets hosts of its own, because a browser remembers HSTS, certificate exceptions and redirects of
a host. Files that pages load are at \`files.lab.test\`, which answers over http and https alike and never sends HSTS. A name without an https
page refuses the TLS handshake.

\`logs.lab.test\` is a public log with the certificates that the trusted CA issued, with the API of Cert Spotter:
\`https://logs.lab.test/v1/issuances?domain=renewed.lab.test\`. With a first segment in its path it is faulty:
${LOG_VARIANTS.map((variant) => `\`/${variant}/v1/issuances\``).join(', ')}.

**Expected** is the toolbar's state and, below it, the findings. If a browser behaves differently or reports less, a line of its own follows;
"Chromium with certificates" is Chromium with the feature that reports certificates to extensions (\`npm start -- --security-info on\`).
`;

const BROWSER_WORDS: Readonly<Record<BrowserName, string>> = { chromium: 'Chromium', firefox: 'Firefox' };

/** The whole file, before formatting. */
export function renderDocs(groups: readonly ScenarioGroup[]): string {
  const tables = groups.map(({ title, scenarios }) =>
    [
      `## ${title}`,
      '',
      '| Scenario | Address | Expected |',
      '| --- | --- | --- |',
      ...scenarios.map(row),
      '',
    ].join('\n'),
  );
  return [INTRODUCTION, ...tables].join('\n');
}

function row(scenario: Scenario): string {
  const { id, title, url, note, browsers } = scenario;
  const what = [
    `**${id}**`,
    escapeText(title),
    ...(browsers === undefined ? [] : [`Only in ${browsers.map((name) => BROWSER_WORDS[name]).join(', ')}.`]),
    ...(note === undefined ? [] : [`_${escapeText(note)}_`]),
  ];
  const expected = [...expectationLines(scenario.expect), ...(scenario.steps ?? []).flatMap(stepLines)];
  return `| ${what.join('<br>')} | ${code(shorten(url))} | ${expected.join('<br>')} |`;
}

function expectationLines(expectation: Expectation): readonly string[] {
  const { chromium, chromiumTelling, firefox } = expectation;
  return [
    judgement(expectation),
    ...(chromium === undefined ? [] : [`in Chromium: ${judgement(chromium)}`]),
    ...(chromiumTelling === undefined
      ? []
      : [`in Chromium with certificates: ${judgement(chromiumTelling)}`]),
    ...(firefox === undefined ? [] : [`in Firefox: ${judgement(firefox)}`]),
  ];
}

function judgement({ state, findings }: Judgement): string {
  return findings.length === 0 ? `**${state}**` : `**${state}**: ${findings.join(', ')}`;
}

function stepLines(step: Step): readonly string[] {
  const after = step.expect === undefined ? ['the same'] : expectationLines(step.expect);
  return [`→ ${describeStep(step)}:`, ...after];
}

function describeStep(step: Step): string {
  switch (step.do) {
    case 'click':
      return `click ${code(step.selector)}`;
    case 'click-through':
      return 'continue past the warning';
    case 'open':
      return `open ${code(step.url)}`;
    case 'back':
      return 'go back';
    case 'forward':
      return 'go forward';
    case 'kill-worker':
      return 'the background is stopped';
  }
}

function shorten(url: string): string {
  return url.length <= 60 ? url : `${url.slice(0, 59)}…`;
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

function escapeText(text: string): string {
  return text.replace(/[|<>*_`\\]/g, (character) => `\\${character}`);
}
