// What kind of input a field asks for. HTML standard, 4.10.5 (types) and 4.10.18.7 (autofill tokens).
import type { FieldCounts } from '../page/record.ts';
import { attributeOf } from './dom.ts';

/** Names that sites give card fields without an autofill token. */
const CARD_NAME = /credit.?card|(card|\bcc).?(num|no\b|cv[cv]|csc)/i;

/** The kind of a field that a person types into, or null for everything else. */
export function fieldKind(element: Element, tag: string): keyof FieldCounts | null {
  if (tag === 'textarea') return 'text';
  if (tag !== 'input') return null;
  // The property, because it turns unknown types into "text" as the browser does.
  const { type } = element as HTMLInputElement;
  if (type === 'password') return type;
  if (!/^(?:text|search|email|tel|url|number)$/.test(type)) return null;
  const autocomplete = ` ${attributeOf(element, 'autocomplete').toLowerCase()} `;
  if (autocomplete.includes(' cc-')) return 'card';
  if (autocomplete.includes(' one-time-code ')) return 'oneTimeCode';
  return CARD_NAME.test(`${attributeOf(element, 'name')} ${attributeOf(element, 'id')}`) ? 'card' : 'text';
}
