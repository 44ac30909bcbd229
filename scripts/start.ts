// `npm start`: opens a browser with the extension on the lab's start page and leaves it to the user. Without a display, or with --once, it instead
// visits every page of the lab, prints the results, takes pictures, and fails when a result differs from the lab's expectation.
import { startLab } from '../test/lab/lab.ts';
import { openBrowser } from './browser/open-browser.ts';
import type { BrowserOptions } from './browser/browser-options.ts';
import { tidyUpLater } from './browser/tidy-up.ts';
import {
  browserOption,
  createCommand,
  readCommand,
  readSecurityInfo,
  runCommand,
  securityInfoOption,
  usageOf,
} from './command-line.ts';
import { ensureBuild } from './ensure-build.ts';
import { ensureBrowser } from './setup/ensure-browser.ts';
import { leaveOpen } from './start/leave-open.ts';
import { visitAll } from './start/visit-all.ts';

const command = createCommand('npm start')
  .option('--once', 'visit every page without a window, print the verdicts, leave pictures in artifacts/')
  .addOption(browserOption())
  .addOption(securityInfoOption())
  .addHelpText(
    'after',
    `
Exit code with --once: 0 every verdict is what the lab expects, 1 one is not, 2 something could not be set up.`,
  );
const USAGE = usageOf(command);

async function main(): Promise<number> {
  if (!readCommand(command, process.argv.slice(2))) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { once: isWanted = false, browser, securityInfo: state } = command.opts();
  const securityInfo = readSecurityInfo(state, browser);
  const once = isWanted || !hasDisplay();
  if (once && !isWanted)
    console.error('There is no display: every page of the lab is visited without a window.');
  const executablePath = await ensureBrowser(browser);
  const extensionDir = ensureBuild(browser);
  const lab = await startLab();
  const closeLab = tidyUpLater(lab.close);
  try {
    const options: BrowserOptions = {
      browser,
      executablePath,
      extensionDir,
      headless: once,
      caFile: lab.caFile,
      map: lab.map,
      ...(securityInfo === undefined ? {} : { securityInfo }),
    };
    const open = await openBrowser(options);
    try {
      if (once) return (await visitAll(open, lab.scenarios)) ? 0 : 1;
      await leaveOpen(open, lab.startPage);
      return 0;
    } finally {
      await open.close();
    }
  } finally {
    await closeLab();
  }
}

/** Windows and macOS always have one for a user; elsewhere the environment shows it. */
function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((variable) => (process.env[variable] ?? '') !== '');
}

await runCommand(USAGE, main);
