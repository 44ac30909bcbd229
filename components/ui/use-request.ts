// Asking for something that only the user can allow: access to sites, notifications.
import { useState } from 'react';

export interface RequestControls {
  readonly isDenied: boolean;
  readonly ask: () => void;
}

/** `request`: resolves to whether it was allowed. A request that rejects counts as denied: nothing was done. */
export function useRequest(request: () => Promise<boolean>): RequestControls {
  const [isDenied, setDenied] = useState(false);
  return {
    isDenied,
    ask: () => {
      request().then(
        (isAllowed) => setDenied(!isAllowed),
        () => setDenied(true),
      );
    },
  };
}
