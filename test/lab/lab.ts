// Starts the lab: real servers on loopback for made-up hosts, with a throw-away CA.
//
//   const lab = await startLab();
//   // a browser with --host-resolver-rules=lab.map whose profile trusts lab.caFile opens lab.startPage
//   await lab.close();
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Answer } from './lab-answers.ts';
import { START_PAGE } from './lab-answers.ts';
import { startDoors } from './doors.ts';
import type { Door } from './doors.ts';
import { fileAnswers } from './files.ts';
import { issueAll } from './issue.ts';
import type { RefusedHost } from './issue.ts';
import { isIpAddress } from './leaf-kinds.ts';
import { LOG_ORIGINS, logAddressOf, logService } from './log-server.ts';
import type { LogVariant } from './log-server.ts';
import { LAB_FILES } from './scenario.ts';
import type { Scenario, ScenarioGroup } from './scenario.ts';
import { GROUPS } from './scenarios/scenario-table.ts';
import { startServers } from './servers.ts';
import type { Hit } from './servers.ts';
import { startPage } from './start-page.ts';

export type { RefusedHost } from './issue.ts';
export type { LogVariant } from './log-server.ts';
export type { Hit } from './servers.ts';

export interface LabOptions {
  /** The scenarios to serve instead of the whole table. */
  readonly groups?: readonly ScenarioGroup[];
  /** The time of issuance of the certificates, ms since epoch. */
  readonly now?: number;
}

export interface Lab {
  /** Path of a PEM bundle of the CAs that are to be trusted in a test browser's own profile. */
  readonly caFile: string;
  /** Chromium's host resolver rules: every host's ports 80 and 443 → the lab's. */
  readonly map: string;
  /** The table, with the addresses of this running lab. */
  readonly scenarios: readonly Scenario[];
  readonly startPage: string;
  /** Every request that has arrived so far, in order. */
  readonly hits: readonly Hit[];
  readonly refusedHosts: readonly RefusedHost[];
  /** PEM of the certificate that a host presents. Throws for a host that presents none. */
  readonly leafOf: (host: string) => string;
  /** Address of the lab's public log. Every request to it is among the hits, with its query. */
  readonly logAddress: string;
  /** Address of the same log with a fault. */
  readonly logAddressOf: (variant: LogVariant) => string;
  readonly close: () => Promise<void>;
}

/** Starts the lab. `close()` removes everything. */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const now = options.now ?? Date.now();
  const folder = await mkdtemp(join(tmpdir(), 'https-trust-lab-'));
  const groups = (options.groups ?? GROUPS).map((group) => moveFiles(group, folder));
  const scenarios = groups.flatMap((group) => group.scenarios);
  const issued = await issueAll(scenarios, now);
  const hits: Hit[] = [];
  const log = logService(issued.logged, now);
  const servers = await startServers({
    answers: collectAnswers(groups, scenarios),
    services: new Map(LOG_ORIGINS.map((origin) => [origin, log])),
    leaves: issued.leaves,
    addressLeaf: issued.addressLeaf,
    onHit: (hit) => hits.push(hit),
  });
  const doors = await startDoors(collectDoors(scenarios), issued.leaves);
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, issued.caCertificates);
  await writePages(scenarios, folder);
  return {
    caFile,
    map: [
      ...doors.rules,
      `MAP *:443 127.0.0.1:${servers.httpsPort}`,
      `MAP *:80 127.0.0.1:${servers.httpPort}`,
    ].join(', '),
    scenarios,
    startPage: START_PAGE,
    hits,
    refusedHosts: issued.refusedHosts,
    leafOf: (host) => {
      const leaf = isIpAddress(host) ? issued.addressLeaf : issued.leaves.get(host);
      if (leaf === undefined) throw new Error(`${host} presents no certificate`);
      return leaf.certificate;
    },
    logAddress: logAddressOf(null),
    logAddressOf,
    close: async () => {
      await Promise.all([servers.close(), doors.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function collectAnswers(
  groups: readonly ScenarioGroup[],
  scenarios: readonly Scenario[],
): ReadonlyMap<string, Answer> {
  const answers = new Map(Object.entries(fileAnswers()));
  answers.set(START_PAGE, startPage(groups));
  for (const scenario of scenarios) {
    for (const [address, answer] of Object.entries(scenario.serves)) {
      const known = answers.get(address);
      if (known !== undefined) throw new Error(`${scenario.id}: ${address} is served by another scenario`);
      answers.set(address, answer);
    }
  }
  return answers;
}

function collectDoors(scenarios: readonly Scenario[]): Readonly<Record<string, Door>> {
  return Object.fromEntries(scenarios.flatMap(({ doors }) => Object.entries(doors ?? {})));
}

function moveFiles(group: ScenarioGroup, folder: string): ScenarioGroup {
  const base = `${pathToFileURL(folder).href}/`;
  const scenarios = group.scenarios.map((scenario) => ({
    ...scenario,
    url: scenario.url.replace(LAB_FILES, base),
    serves: Object.fromEntries(
      Object.entries(scenario.serves).map(([address, answer]) => [address.replace(LAB_FILES, base), answer]),
    ),
  }));
  return { ...group, scenarios };
}

/** Writes the files for file: addresses. */
async function writePages(scenarios: readonly Scenario[], folder: string): Promise<void> {
  const base = `${pathToFileURL(folder).href}/`;
  for (const [address, answer] of scenarios.flatMap((scenario) => Object.entries(scenario.serves))) {
    if (address.startsWith(base)) await writeFile(new URL(address), answer.body);
  }
}
