// The only module that determines the browser. It is separate from the API object, whose library is too large for the observer.

/** Fixed when the extension is built: one package per browser. */
export const BROWSER: 'firefox' | 'chromium' = import.meta.env.FIREFOX ? 'firefox' : 'chromium';
