// Visits every page of the lab, a few at a time, and compares the verdicts with the table.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describeCertificate } from '../../lib/report/inspect-json.ts';
import { assess } from '../../lib/verdict/assess.ts';
import { runsIn } from '../../test/lab/scenario.ts';
import type { Judgement, Scenario } from '../../test/lab/scenario.ts';
import type { OpenBrowser } from '../browser/browser-options.ts';
import { certificateCell } from '../inspect/describe-row.ts';
import { takePictures, writePair, writeSheet } from '../pictures.ts';
import type { Pictures } from '../pictures.ts';
import { formatTable } from '../table.ts';
import { agrees, visitScenario } from '../visit-scenarios.ts';
import type { Outcome } from '../visit-scenarios.ts';

const TABS = 3;
const FOLDER = join(dirname(dirname(import.meta.dirname)), 'artifacts', 'lab');
const HEAD = ['', 'PAGE', 'VERDICT', 'FINDINGS', 'CERTIFICATE'] as const;
/** One page for each of the four states of web pages, as a picture for new users. */
const SHOWN = ['http-login', 'mixed-script', 'mixed', 'certificate-ov'];
const SHEET_WIDTH = 1800;

interface Visit {
  readonly rows: readonly (readonly string[])[];
  readonly differences: readonly string[];
  readonly pictures: Pictures | null;
}

/** Prints the table, writes the pictures, and returns whether all verdicts are the expected ones. */
export async function visitAll(open: OpenBrowser, scenarios: readonly Scenario[]): Promise<boolean> {
  const todo = scenarios.filter((scenario) => runsIn(scenario, open.name)).entries();
  const visits: Visit[] = [];
  const shown = new Map<string, Pictures>();
  await mkdir(FOLDER, { recursive: true });
  const work = async (): Promise<void> => {
    // One shared iterator: each worker takes the next scenario.
    for (const [index, scenario] of todo) {
      const visit = await visitOne(open, scenario);
      visits[index] = { ...visit, pictures: null };
      if (visit.pictures !== null && SHOWN.includes(scenario.id)) shown.set(scenario.id, visit.pictures);
      console.error(`${visit.differences.length === 0 ? '✓' : '✗'} ${scenario.id}`);
    }
  };
  await Promise.all(Array.from({ length: TABS }, work));
  process.stdout.write(formatTable([HEAD, ...visits.flatMap(({ rows }) => rows)]));
  const differences = visits.flatMap((visit) => visit.differences);
  for (const difference of differences) console.log(difference);
  const sheet = join(FOLDER, `overview-${open.name}.png`);
  const pairs = SHOWN.flatMap((id) => shown.get(id) ?? []);
  if (pairs.length > 0) await writeSheet(sheet, pairs, SHEET_WIDTH);
  const all = visits.reduce((sum, { rows }) => sum + rows.length, 0);
  console.log(
    `\n${open.version}: ${all - differences.length} of ${all} verdicts as expected. Pictures: ${FOLDER}`,
  );
  return differences.length === 0;
}

async function visitOne(open: OpenBrowser, scenario: Scenario): Promise<Visit> {
  const tab = await open.newTab();
  try {
    const outcomes = await visitScenario(open, tab, scenario);
    const pictures = await takePictures(open, tab);
    await writePair(join(FOLDER, `${scenario.id}-${open.name}.png`), pictures);
    return {
      rows: outcomes.map((outcome) => describeRow(scenario, outcome)),
      differences: outcomes
        .filter((outcome) => !agrees(outcome))
        .map((outcome) => describeDifference(scenario, outcome)),
      pictures,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      rows: [['✗', scenario.id, '', message, '']],
      differences: [`${scenario.id}: ${message}`],
      pictures: null,
    };
  } finally {
    await tab.page.close();
  }
}

function describeRow({ id }: Scenario, outcome: Outcome): readonly string[] {
  const { after, actual, record } = outcome;
  return [
    agrees(outcome) ? '✓' : '✗',
    after === 'load' ? id : `  → ${after}`,
    actual.state,
    actual.findings.join(', '),
    certificateCell(record && describeCertificate(record, assess(record))),
  ];
}

function describeDifference({ id }: Scenario, { after, expected, actual }: Outcome): string {
  return `${id}, ${after}: expected ${describe(expected)}; got ${describe(actual)}`;
}

function describe({ state, findings }: Judgement): string {
  return [state, ...findings].join(' · ');
}
