// The section "Settings" with its stored values.
import type { ReactNode } from 'react';
import { MANAGED_SETTINGS } from '../../lib/settings/settings.ts';
import type { PageSection } from '../page/page-sections.tsx';
import type { PlansPort } from '../plans/plans-port.ts';
import { useSaving } from '../ui/saving-context.tsx';
import { useStore } from '../ui/use-store.ts';
import { useWords } from '../ui/words-context.tsx';
import type { SettingsPort } from './settings-port.ts';
import { SettingsSection } from './settings-section.tsx';

interface SettingsProps {
  readonly port: SettingsPort;
  readonly plans: PlansPort;
}

export function useSettingsSection(port: SettingsPort, plans: PlansPort): PageSection {
  const words = useWords();
  return {
    id: 'settings',
    name: words.text('options_settings'),
    content: <AllSettings port={port} plans={plans} />,
  };
}

function AllSettings({ port, plans }: SettingsProps): ReactNode {
  const save = useSaving();
  const settings = useStore(port.settings);
  const policy = useStore(port.policy);
  const diagnostics = useStore(port.diagnostics);
  const loaded = useStore(plans.catalogue);
  return (
    <SettingsSection
      settings={settings}
      managed={MANAGED_SETTINGS.filter((name) => name in policy.settings)}
      onChange={(change) => save(port.change(change))}
      onForgetWarnings={port.forgetWarnings}
      explainUrl={port.explainUrl}
      diagnostics={{ diagnostics, origin: port.diagnosticsOrigin, onClear: port.clearDiagnostics }}
      plans={{
        catalogueSource: loaded.source,
        catalogueFault: loaded.fault,
        onImport: plans.importCatalogue,
        onReset: () => save(plans.resetCatalogue()),
      }}
    />
  );
}
