// The options page: joins the stored settings, the catalogue and what the session knows of a site to the view. `?tab=ID` opens it at the site of
// a tab; no address of this page ever names a host.
import { ActionsProvider } from '../../components/ui/actions-context.tsx';
import { mount } from '../../components/ui/mount.tsx';
import { OptionsView } from '../../components/options/options-view.tsx';
import {
  importCatalogue,
  loadCatalogue,
  resetCatalogue,
  watchCatalogue,
} from '../../lib/platform/views/catalogue-storage.ts';
import {
  clearDiagnostics,
  diagnosticsOrigin,
  storedDiagnostics,
} from '../../lib/platform/views/diagnostics-storage.ts';
import { openDrafts } from '../../lib/platform/views/draft-storage.ts';
import { count, storedCounts } from '../../lib/platform/views/campaign-storage.ts';
import { namedTab } from '../../lib/platform/views/tab-orders.ts';
import { isInPrivateWindow, readTab, watchRecords } from '../../lib/platform/views/session-records.ts';
import { acquirePolicy } from '../../lib/platform/policy-reader.ts';
import {
  deviceErrors,
  readSettings,
  watchSettings,
  writeSettings,
} from '../../lib/platform/settings-storage.ts';
import { pageActions } from '../../lib/platform/views/page-actions.ts';
import { openSiteService } from '../../lib/platform/views/site-service.ts';
import { watchTrials } from '../../lib/platform/trial-storage.ts';
import { loadWords } from '../../lib/platform/load-words.ts';
import { hostOf } from '../../lib/plans/site-facts.ts';
import { TRIAL_MONTHS } from '../../lib/trials/trial.ts';
import { readManagedPolicy } from '../../lib/settings/policy.ts';
import { MANAGED_SETTINGS } from '../../lib/settings/settings.ts';
import { readCampaignPort } from './campaign-port.ts';
import { openReadinessPort } from './readiness-port.ts';
import { readTrialsPort } from './trials-port.ts';

const view = mount(document);
const actions = pageActions((opening) => void opening.catch(reportError));
/** One moment for the whole page: prices and dates agree with each other. */
const now = Date.now();

async function start(): Promise<void> {
  const tabId = namedTab(location.search);
  const tab = tabId === null ? null : await readTab(tabId);
  const isPrivate = tab?.isPrivate === true || (await isInPrivateWindow());
  const desk = await openSiteService({
    asked: tab?.record ? hostOf(tab.record) : null,
    isPrivate,
    memory: sessionStorage,
  });
  const drafts = await openDrafts({ isPrivate, memory: sessionStorage });
  const showAgain = (): void => void show().catch(reportError);
  const readiness = openReadinessPort(tabId, showAgain);
  let shown = 0;
  const show = async (): Promise<void> => {
    const turn = ++shown;
    const policy = readManagedPolicy(await acquirePolicy());
    const [settings, words, loaded, campaigns, diagnostics] = await Promise.all([
      readSettings(),
      loadWords(),
      loadCatalogue(policy.catalogue),
      readCampaignPort(),
      storedDiagnostics.get(),
    ]);
    const reminder = await readTrialsPort(loaded.catalogue.trial?.months ?? TRIAL_MONTHS);
    // A later turn has newer answers of the browser.
    if (turn !== shown) return;
    const render = (): void =>
      view.render(
        words,
        `${words.text('options_title')} · ${words.text('extension_name')}`,
        <ActionsProvider actions={actions}>
          <OptionsView
            settings={settings}
            managed={MANAGED_SETTINGS.filter((name) => name in policy.settings)}
            onChange={writeSettings}
            onForgetWarnings={() => deviceErrors.remove()}
            diagnostics={{ diagnostics, origin: diagnosticsOrigin(), onClear: clearDiagnostics }}
            explainUrl="/explain.html"
            target={location.hash === '' ? null : location.hash.slice(1)}
            campaign={policy.campaign}
            policyFaults={policy.faults}
            onEvent={(event) =>
              void count(event, policy.campaign.utm_campaign ?? '', desk.state().isPrivate).catch(reportError)
            }
            campaigns={campaigns}
            drafts={drafts}
            readiness={readiness()}
            reminder={reminder}
            plans={{
              catalogue: loaded.catalogue,
              catalogueSource: loaded.source,
              catalogueFault: loaded.fault,
              ...desk.state(),
              now,
              onSite: desk.choose,
              onAnswers: desk.answer,
              onForget: desk.forget,
              onImport: importCatalogue,
              onReset: resetCatalogue,
            }}
          />
        </ActionsProvider>,
      );
    desk.onChange(render);
    render();
  };
  watchRecords((records) => desk.see(records));
  watchSettings(showAgain);
  watchCatalogue(showAgain);
  watchTrials(showAgain);
  storedCounts.watch(showAgain);
  storedDiagnostics.watch(showAgain);
  await show();
}

start().catch(reportError);
