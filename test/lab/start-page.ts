// The lab's start page: every scenario with a link and the expected result, for a developer who clicks through them.
import type { State } from '../../lib/verdict/verdict.ts';
import { escapeHtml, securePage } from './lab-answers.ts';
import type { Answer } from './lab-answers.ts';
import { runsIn } from './scenario.ts';
import type { Judgement, Scenario, ScenarioGroup } from './scenario.ts';

/** The names of the states as the product shows them in English. */
const STATE_WORDS: Readonly<Record<State, string>> = {
  'not-applicable': 'Not a web page',
  'nothing-found': 'Nothing found',
  notice: 'Worth knowing',
  warning: 'Needs attention',
  danger: 'Not protected',
};

const BROWSERS = [
  ['chromium', 'Chromium'],
  ['firefox', 'Firefox'],
] as const;

const EXCEPTIONS = [
  ['chromium', 'Chromium'],
  ['chromiumTelling', 'Chromium with certificates'],
  ['firefox', 'Firefox'],
] as const;

const LOOK = `<style>
  body { max-width: 64rem }
  h2 { margin: 2.5rem 0 .75rem; font-size: 1.125rem }
  ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: .75rem; padding: 0; list-style: none }
  li { padding: .75rem 1rem; border: 1px solid light-dark(#dcdfe3, #34383e); border-radius: 8px }
  li p { margin: .25rem 0 0; font-size: .875rem; overflow-wrap: anywhere; color: light-dark(#565b62, #a4a9b0) }
  li .state { color: light-dark(#1c1e21, #e6e7e9) }
  footer { display: none }
</style><link rel="icon" href="data:,">`;

/** Makes the start page from the table. */
export function startPage(groups: readonly ScenarioGroup[]): Answer {
  const sections = groups.map(
    ({ title, scenarios }) => `<h2>${escapeHtml(title)}</h2>\n<ul>\n${scenarios.map(item).join('\n')}\n</ul>`,
  );
  return securePage({
    title: 'Pages of the lab',
    head: LOOK,
    body: `<p>Each page has one property. Below its address stands what the extension should say there.</p>\n${sections.join('\n')}`,
  });
}

function item(scenario: Scenario): string {
  const { id, title, url, expect, note } = scenario;
  const lines = [
    // A web page cannot link to files, data: pages and the browser's own pages.
    /^https?:/.test(url)
      ? `<a id="${escapeHtml(id)}" href="${escapeHtml(url)}">${escapeHtml(title)}</a>`
      : `<span id="${escapeHtml(id)}">${escapeHtml(title)}</span>`,
    `<p>${escapeHtml(shorten(url))}</p>`,
    `<p class="state">${escapeHtml(describe(expect))}</p>`,
    ...EXCEPTIONS.flatMap(([where, name]) => {
      const judgement = expect[where];
      return judgement === undefined ? [] : [`<p>In ${name}: ${escapeHtml(describe(judgement))}</p>`];
    }),
    ...(note === undefined ? [] : [`<p>${escapeHtml(note)}</p>`]),
    ...BROWSERS.flatMap(([browser, name]) => (runsIn(scenario, browser) ? [] : [`<p>Not in ${name}</p>`])),
  ];
  return `<li>${lines.join('')}</li>`;
}

function describe({ state, findings }: Judgement): string {
  return [STATE_WORDS[state], ...findings].join(' · ');
}

function shorten(url: string): string {
  return url.length <= 80 ? url : `${url.slice(0, 79)}…`;
}
