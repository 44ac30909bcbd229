// Which kind of input a field asks for. HTML standard, 4.10.5 (types) and 4.10.18.7 (autofill tokens, in any case); names and labels that sites use for
// fields without a token, in English and Chinese. A text field may be a password field by its name, or because CSS masks it.
import { attributeOf, parentOf, previousOf, tagOf } from './dom.ts';
import type { FieldCounts } from '../record/sightings/observer-report.ts';

const PASSWORD = /passw|pwd|密[码碼]|口令/i;
const CODE = /one-time-code|sms.?code|(?<![a-z])otp|(?<!图形)[验驗][证證][码碼]/i;
/** The number of an identity card counts as a card number: both are equally valuable to a reader on the network. */
const CARD =
  /(credit|bank|id).?card|(card|\bcc).?(num|no\b|cv[cv]|csc)|\bcc-|[银銀信][行用]卡|卡[号號]|身份[证證]/i;
/** The attributes that name a field. */
const NAMES = 'name id autocomplete placeholder aria-label';
/** Longer labels are sentences that describe more than the field. */
const MAX_LABEL = 30;

/** Both browsers have it without a standard (Compatibility standard, 2.1: prefixed names). */
type MaskingStyle = CSSStyleDeclaration & { readonly webkitTextSecurity: string };

/** The kind of a field that a user types into; null for every other element. */
export function fieldKind(element: Element, tag: string, window: Window): keyof FieldCounts | null {
  const isInput = tag === 'input';
  // `true` and `plaintext-only`; other elements have `false` or `inherit`.
  if (!isInput && tag !== 'textarea' && !/^[tp]/.test((element as HTMLElement).contentEditable)) return null;
  // The property, because it turns unknown types into "text" as the browser does.
  const { type } = element as HTMLInputElement;
  if (isInput && type === 'password') return type;
  // text, search, email, tel, url, number
  if (isInput && !/^(te|se|e|ur|n)/.test(type)) return null;
  // The label around it, or before it and for it: `labels` would search the whole document for each field.
  const near = [parentOf(element), previousOf(element)].find(
    (other, place) =>
      other &&
      tagOf(other) === 'label' &&
      (place === 0 || attributeOf(other, 'for') === (attributeOf(element, 'id') || null)),
  );
  const label = near?.textContent ?? '';
  // Each name is replaced by its value.
  const names =
    (label.length < MAX_LABEL ? label : '') + NAMES.replace(/\S+/g, (name) => attributeOf(element, name));
  if (PASSWORD.test(names)) return 'password';
  if (CODE.test(names)) return 'oneTimeCode';
  if (CARD.test(names)) return 'card';
  // `disc`, `circle` or `square`, not `none`. Only on insecure pages, because the browser has to compute a style for it.
  const isMasked =
    !window.isSecureContext &&
    /[cq]/.test((window.getComputedStyle(element) as MaskingStyle).webkitTextSecurity);
  return isMasked ? 'password' : 'text';
}
