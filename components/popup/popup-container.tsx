// The popup with the browser's latest reports.
import type { ReactNode } from 'react';
import type { BrowserIdentity } from '../../lib/words/browser-identity.ts';
import type { MixedTools } from '../mixed/mixed-tools.ts';
import { useStore } from '../ui/use-store.ts';
import type { Store } from '../ui/use-store.ts';
import type { PopupPort, TabPort } from './popup-port.ts';
import { PopupView } from './popup-view.tsx';

interface PopupContainerProps {
  readonly port: PopupPort;
  readonly browser: BrowserIdentity;
}

export function PopupContainer({ port, browser }: PopupContainerProps): ReactNode {
  const { tab } = port;
  const page = useStore(port.page);
  const { voice, hideOffers, lookUp, lookUpServer } = useStore(port.settings);
  const mixed = useMixedTools(tab);
  return (
    <PopupView
      page={page}
      voice={voice}
      browser={browser}
      now={port.now}
      onVoice={port.chooseVoice}
      onLanguage={port.chooseLanguage}
      onOptions={port.openOptions}
      onReadiness={tab?.openReadiness ?? null}
      onSite={hideOffers ? null : (tab?.openSite ?? null)}
      mixed={mixed}
      lookUp={
        lookUp && tab !== null
          ? { server: lookUpServer, onAsk: (host) => tab.lookUp(host, lookUpServer) }
          : null
      }
      onAllow={port.allow}
      onReload={() => tab?.reload()}
    />
  );
}

const NOTHING: Store<null> = { get: () => null, subscribe: () => () => undefined };

function useMixedTools(tab: TabPort | null): MixedTools | null {
  const outline = useStore(tab?.outline ?? NOTHING);
  const probe = useStore(tab?.probe ?? NOTHING);
  if (tab === null) return null;
  return {
    outline,
    onOutline: tab.showOutline,
    probe,
    onProbe: tab.runProbe,
    onCancelProbe: tab.cancelProbe,
    onDeepCheck: tab.checkDeeply,
  };
}
