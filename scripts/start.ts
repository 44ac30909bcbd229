// `npm start`: opens a browser with the extension on the lab's start page and leaves it to the person. Without a display, or with --once,
// visits every page of the lab instead, prints what the extension said, takes pictures, and fails when it is not what the lab expects.
import { parseArgs } from 'node:util';
import { startLab } from '../test/lab/lab.ts';
import { openBrowser } from './browser/open-browser.ts';
import type { BrowserOptions } from './browser/browser-options.ts';
import { tidyUpLater } from './browser/tidy-up.ts';
import { readBrowser, readSecurityInfo, runCommand } from './command-line.ts';
import { ensureBuild } from './ensure-build.ts';
import { ensureBrowser } from './setup/ensure-browser.ts';
import { leaveOpen } from './start/leave-open.ts';
import { visitAll } from './start/visit-all.ts';

const USAGE = `Usage: npm start -- [--once] [--browser chromium|firefox] [--security-info on|off]

  --once                   visit every page without a window, print the verdicts, leave pictures in artifacts/
  --browser                chromium is the default
  --security-info on|off   Chromium's feature that tells extensions of certificates

Exit code with --once: 0 when every verdict is what the lab expects, 1 when not, 2 when something could not be set up.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      once: { type: 'boolean', default: false },
      browser: { type: 'string', default: 'chromium' },
      'security-info': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const browser = readBrowser(values.browser);
  const securityInfo = readSecurityInfo(values['security-info'], browser);
  const once = values.once || !hasDisplay();
  if (once && !values.once)
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

/** Windows and macOS have one wherever a person sits; elsewhere the environment says so. */
function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((variable) => (process.env[variable] ?? '') !== '');
}

await runCommand(USAGE, main);
