// What an owner corrected or added for one site. Stored on this device only, bounded, and checked on every read: storage is hostile input.
import * as v from 'valibot';
import { readTypedHost } from '../address/site.ts';

export interface Answers {
  /** The hosts that the owner typed, in that order. */
  readonly hosts: readonly string[];
  /** The reasons that were switched against their default, by id. */
  readonly switches: Readonly<Record<string, boolean>>;
  /** The chosen number of years. */
  readonly years: number;
  /** The plan whose price is shown (`keyOf` in offering.ts); null: the one that fits. */
  readonly plan: string | null;
}

export const MAX_YEARS = 10;
const MAX_HOSTS = 50;
/** More than there are reasons, most of which are hosts. */
const MAX_SWITCHES = 200;

export const NO_ANSWERS: Answers = { hosts: [], switches: {}, years: 1, plan: null };

const schema = v.object({
  hosts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(253))), v.maxLength(MAX_HOSTS)),
  switches: v.pipe(
    v.record(v.pipe(v.string(), v.maxLength(300)), v.boolean()),
    v.check((switches) => Object.keys(switches).length <= MAX_SWITCHES),
  ),
  years: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_YEARS)),
  // Answers of an older version have no plan.
  plan: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(60))), null),
});

/** The answers in whatever storage returned; none when it is not answers. */
export function readAnswers(stored: unknown): Answers {
  const result = v.safeParse(schema, stored);
  return result.success ? result.output : NO_ANSWERS;
}

/** The answers with one more host; null when the text is not a host. A known host changes nothing; the oldest is dropped for a new one. */
export function addHost(answers: Answers, text: string): Answers | null {
  const host = readTypedHost(text)?.host;
  if (host === undefined) return null;
  const hosts = [...answers.hosts.filter((known) => known !== host), host].slice(-MAX_HOSTS);
  return { ...answers, hosts, switches: without(answers.switches, `host:${host}`) };
}

/** The answers without a typed host. */
export function removeHost(answers: Answers, host: string): Answers {
  return {
    ...answers,
    hosts: answers.hosts.filter((known) => known !== host),
    switches: without(answers.switches, `host:${host}`),
  };
}

/** The answers with a reason switched on or off; the oldest switch is dropped when there are too many. */
export function switchReason(answers: Answers, id: string, on: boolean): Answers {
  const switches = Object.entries({ ...without(answers.switches, id), [id]: on }).slice(-MAX_SWITCHES);
  return { ...answers, switches: Object.fromEntries(switches) };
}

function without(switches: Answers['switches'], id: string): Answers['switches'] {
  return Object.fromEntries(Object.entries(switches).filter(([known]) => known !== id));
}
