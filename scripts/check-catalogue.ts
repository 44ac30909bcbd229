// `npm run catalogue:check -- FILE`: checks a plan catalogue (docs/catalogue.md). Prints its content, or the place and the fault. Exit code 1: it
// cannot be used; 2: wrong usage or an unreadable file.
import { readFile } from 'node:fs/promises';
import { CatalogueError, parseCatalogue } from '../lib/plans/read-catalogue.ts';
import type { Catalogue } from '../lib/plans/catalogue.ts';
import { priceTerm } from '../lib/plans/price.ts';
import { createCommand, readCommand, runCommand, usageOf } from './command-line.ts';

const command = createCommand('npm run catalogue:check').argument('<file>', 'a plan catalogue, JSON');
const USAGE = usageOf(command);

function describe({ plans, offers, signUp, checked }: Catalogue): string {
  const lines = plans.flatMap(({ id, coverage, brand, variants }) =>
    variants.map(({ level, price }) => {
      const { total } = priceTerm(3, price, offers);
      return `  ${id}, ${level}, one ${coverage}, ${brand}: ${yuan(price)} a year, ${yuan(total)} for 3 years with the offers`;
    }),
  );
  return [
    `A usable catalogue, checked on ${checked}:`,
    ...lines,
    `  offers: ${offers.map(({ id }) => id).join(', ') || 'none'}`,
    `  sign-up address: ${signUp.address ?? 'not set'}`,
  ].join('\n');
}

function yuan(fen: number): string {
  return `CNY ${(fen / 100).toFixed(2)}`;
}

await runCommand(USAGE, async () => {
  if (!readCommand(command, process.argv.slice(2))) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [file] = command.processedArgs;
  try {
    console.log(describe(parseCatalogue(await readFile(file, 'utf8'))));
    return 0;
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    console.error(`${file}: ${error.message} (${error.code})`);
    return 1;
  }
});
