// What kind of input a field asks for. HTML standard, 4.10.5 (types) and 4.10.18.7 (autofill tokens, in any case); what sites name and label fields
// without a token, in English and Chinese. A text field may be a password in all but its type: named so, or masked by CSS.
import { attributeOf, parentOf, previousOf, tagOf } from './dom.ts';
import type { FieldCounts } from '../record/sightings/observer-report.ts';

const PASSWORD = /passw|pwd|密[码碼]|口令/i;
const CODE = /one-time-code|sms.?code|(?<![a-z])otp|(?<!图形)[验驗][证證][码碼]/i;
/** An identity card's number counts as a card's: both are worth as much to whoever reads along. */
const CARD =
  /(credit|bank|id).?card|(card|\bcc).?(num|no\b|cv[cv]|csc)|\bcc-|[银銀信][行用]卡|卡[号號]|身份[证證]/i;
/** What names a field, but for its label. */
const NAMES = 'name id autocomplete placeholder aria-label';
/** Longer labels are sentences, and say more than what the field is. */
const MAX_LABEL = 30;

/** Both browsers have it, and no standard (Compatibility standard, 2.1: prefixed names). */
type MaskingStyle = CSSStyleDeclaration & { readonly webkitTextSecurity: string };

/** The kind of a field that a person types into, or null for everything else. */
export function fieldKind(element: Element, tag: string, window: Window): keyof FieldCounts | null {
  const isInput = tag === 'input';
  // `true` and `plaintext-only`; what cannot be edited says `false`, and what takes after its parent `inherit`.
  if (!isInput && tag !== 'textarea' && !/^[tp]/.test((element as HTMLElement).contentEditable)) return null;
  // The property, because it turns unknown types into "text" as the browser does.
  const { type } = element as HTMLInputElement;
  if (isInput && type === 'password') return type;
  // text, search, email, tel, url, number
  if (isInput && !/^(te|se|e|ur|n)/.test(type)) return null;
  // Around it, or before it and for it: `labels` searches the whole document for each field.
  const near = [parentOf(element), previousOf(element)].find(
    (other, place) =>
      other &&
      tagOf(other) === 'label' &&
      (place === 0 || attributeOf(other, 'for') === (attributeOf(element, 'id') || null)),
  );
  const label = near?.textContent ?? '';
  // Each name replaced by its value.
  const names =
    (label.length < MAX_LABEL ? label : '') + NAMES.replace(/\S+/g, (name) => attributeOf(element, name));
  if (PASSWORD.test(names)) return 'password';
  if (CODE.test(names)) return 'oneTimeCode';
  if (CARD.test(names)) return 'card';
  // `disc`, `circle` or `square`, and not `none`. Only where the connection protects nothing: the browser has to compute a style for it.
  const isMasked =
    !window.isSecureContext &&
    /[cq]/.test((window.getComputedStyle(element) as MaskingStyle).webkitTextSecurity);
  return isMasked ? 'password' : 'text';
}
