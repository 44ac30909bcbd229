// The options page: what each of its sections requires from the browser. `?tab=ID` opens it at the site of a tab. The page's address never
// contains a host.
import { hostOf } from '../../plans/site-facts.ts';
import { deviceErrors, writeSettings } from '../settings-storage.ts';
import { readManagedPolicy } from '../../settings/policy.ts';
import { acquirePolicy, watchPolicy } from '../policy-reader.ts';
import { openStore } from './create-store.ts';
import { clearDiagnostics, diagnosticsOrigin, storedDiagnostics } from './diagnostics-storage.ts';
import { openDrafts } from './draft-storage.ts';
import { prepareCampaigns } from './prepare-campaigns.ts';
import { preparePage } from './prepare-page.ts';
import { preparePlans } from './prepare-plans.ts';
import { prepareReadiness } from './prepare-readiness.ts';
import { prepareTrials } from './prepare-trials.ts';
import { isInPrivateWindow, readTab } from './session-records.ts';
import { namedTab } from './tab-actions.ts';

/** `memory`: the page's session storage. Resolves once every section can be shown. Its type is checked against the view's at the entry point. */
export async function prepareOptions(search: string, memory: Storage) {
  const tabId = namedTab(search);
  const tab = tabId === null ? null : await readTab(tabId);
  const isPrivate = tab?.isPrivate === true || (await isInPrivateWindow());
  const [{ settings, words, actions }, policy, diagnostics, drafts] = await Promise.all([
    preparePage(),
    openStore(async () => readManagedPolicy(await acquirePolicy()), watchPolicy),
    openStore(
      () => storedDiagnostics.get(),
      (onChange) => storedDiagnostics.watch(onChange),
    ),
    openDrafts({ isPrivate, memory }),
  ]);
  const plans = await preparePlans({
    asked: tab?.record ? hostOf(tab.record) : null,
    isPrivate,
    memory,
    settings,
    policy,
  });
  const { catalogue } = plans;
  return {
    words,
    actions,
    port: {
      settings: {
        settings,
        policy,
        change: writeSettings,
        forgetWarnings: () => deviceErrors.remove(),
        diagnostics,
        diagnosticsOrigin: diagnosticsOrigin(),
        clearDiagnostics,
        explainUrl: '/explain.html',
      },
      plans,
      trials: { settings, catalogue, ...(await prepareTrials()) },
      readiness: prepareReadiness(tabId),
      campaigns: { settings, catalogue, ...(await prepareCampaigns()) },
      drafts,
    },
  };
}
