// What a Content-Security-Policy does to insecure requests, from a response header or from a <meta> in the document's head.
// https://www.w3.org/TR/CSP3/#parse-serialized-policy-list

/** The effects of all policies of a document together. */
export interface PolicyEffects {
  /** http requests become https (Upgrade Insecure Requests, 3.1). */
  readonly upgrades: boolean;
  /** No form can be sent over http: `form-action` names no source that an http address matches (CSP 3, 6.7.2.8). */
  readonly stopsForms: boolean;
}

export const NO_POLICY: PolicyEffects = { upgrades: false, stopsForms: false };

/** Policies are separated by commas, directives by semicolons; a value that it does not take is no reason to ignore the directive. */
const UPGRADE = /(^|[;,])\s*upgrade-insecure-requests\s*([\s;,]|$)/i;
/** The first directive of a name counts. */
const FORM_ACTION = /(?:^|[;,])\s*form-action(?![^\s;,])([^;,]*)/i;

/** Reads a serialized policy list, and adds it to what is known. */
export function addPolicies({ upgrades, stopsForms }: PolicyEffects, text: string): PolicyEffects {
  const sources = FORM_ACTION.exec(text)?.[1];
  return {
    upgrades: upgrades || UPGRADE.test(text),
    // An https page's 'self', and a host without a scheme, match https alone.
    stopsForms: stopsForms || (sources !== undefined && !/\s(\*|http:\S*)(\s|$)/i.test(sources)),
  };
}
