// Requests a permission that only the user can grant: access to sites, notifications.
import { useState } from 'react';

export interface RequestControls {
  readonly isDenied: boolean;
  readonly ask: () => void;
}

/** `request`: resolves to whether the permission was granted. A rejection counts as denied. */
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
