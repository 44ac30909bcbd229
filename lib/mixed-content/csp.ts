// The effect of a Content-Security-Policy on insecure requests, from a response header or from a <meta> in the document's head.
// https://www.w3.org/TR/CSP3/#parse-serialized-policy-list

/** The combined effect of all policies of a document. */
export interface PolicyEffects {
  /** http requests become https (Upgrade Insecure Requests, 3.1). */
  readonly upgrades: boolean;
  /** No form can be sent over http: no source in `form-action` matches an http address (CSP 3, 6.7.2.8). */
  readonly stopsForms: boolean;
}

export const NO_POLICY: PolicyEffects = { upgrades: false, stopsForms: false };

/** Commas separate policies, semicolons separate directives. The directive takes no value; browsers ignore one that is given. */
const UPGRADE = /(^|[;,])\s*upgrade-insecure-requests\s*([\s;,]|$)/i;
/** The first directive of a name counts. */
const FORM_ACTION = /(?:^|[;,])\s*form-action(?![^\s;,])([^;,]*)/i;

/** Reads a serialized policy list, and adds its effects to the known ones. */
export function addPolicies({ upgrades, stopsForms }: PolicyEffects, text: string): PolicyEffects {
  const sources = FORM_ACTION.exec(text)?.[1];
  return {
    upgrades: upgrades || UPGRADE.test(text),
    // On an https page, 'self' and a host without a scheme match https only.
    stopsForms: stopsForms || (sources !== undefined && !/\s(\*|http:\S*)(\s|$)/i.test(sources)),
  };
}
