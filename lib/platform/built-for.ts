// The one place that knows which browser this is. Apart from the browser's object, which takes a library that the observer cannot afford.

/** Fixed when the extension is built: one package per browser. */
export const BROWSER: 'firefox' | 'chromium' = import.meta.env.FIREFOX ? 'firefox' : 'chromium';
