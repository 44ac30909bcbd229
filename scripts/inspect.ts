// `npm run inspect -- URL…`: prints the extension's results for addresses. docs/inspect.md has the options and the schema.
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { hasFindings, isWhollyChecked } from '../lib/report/inspect-json.ts';
import { runCommand } from './command-line.ts';
import { ensureBuild } from './ensure-build.ts';
import { readList } from './inspect/addresses.ts';
import { describeRow, ROW_HEAD } from './inspect/describe-row.ts';
import { inspectAll } from './inspect/inspect-all.ts';
import { INSPECT_USAGE, readInspectOptions } from './inspect/inspect-options.ts';
import type { InspectOptions } from './inspect/inspect-options.ts';
import { formatTable, shorten } from './table.ts';
import type { InspectResult } from '../lib/report/inspect-schema.ts';

async function main(): Promise<number> {
  const options = readInspectOptions(process.argv.slice(2));
  if (options === null) {
    console.log(INSPECT_USAGE);
    return 0;
  }
  const urls = [...options.urls, ...(await readFileList(options.file))];
  const extensionDir = ensureBuild(options.browser);
  let found = false;
  let failed = false;
  const rows: (readonly string[])[] = [];
  const { browser, caFile, map, deep, securityInfo, tabs, timeout, stay, screenshots } = options;
  await inspectAll(
    urls,
    {
      browser: {
        browser,
        extensionDir,
        headless: true,
        ...(caFile === undefined ? {} : { caFile }),
        ...(map === undefined ? {} : { map }),
        ...(securityInfo === undefined ? {} : { securityInfo }),
      },
      tabs,
      deep,
      timeout,
      stay,
      screenshots,
    },
    (result, index) => {
      found ||= hasFindings(result);
      failed ||= !isWhollyChecked(result);
      console.error(describeProgress(result, index, urls.length));
      if (options.json) console.log(JSON.stringify(result));
      else rows.push(describeRow(result));
    },
  );
  if (!options.json) process.stdout.write(formatTable([ROW_HEAD, ...rows]));
  return found ? 1 : failed ? 2 : 0;
}

async function readFileList(file: InspectOptions['file']): Promise<readonly string[]> {
  if (file === null) return [];
  return readList(file === '-' ? await text(process.stdin) : await readFile(file, 'utf8'));
}

function describeProgress({ url, state, error }: InspectResult, index: number, all: number): string {
  const outcome = [state, error && `error: ${error.kind}`].filter((part) => part !== null).join(', ');
  return `[${index + 1}/${all}] ${shorten(url, 80)} ${outcome}`;
}

await runCommand(INSPECT_USAGE, main);
