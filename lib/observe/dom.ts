// Reading elements that may lie: a form's fields stand in for its properties and methods (`<input name="getAttribute">`), so everything is
// read through the prototypes. https://html.spec.whatwg.org/multipage/forms.html#the-form-element (LegacyOverrideBuiltIns)

const { getAttribute, hasAttribute } = Element.prototype;
const localName = Object.getOwnPropertyDescriptor(Element.prototype, 'localName');
const baseUri = Object.getOwnPropertyDescriptor(Node.prototype, 'baseURI');

/** The element's tag in lower case; SVG names keep their case. */
export function tagOf(element: Element): string {
  return String(localName?.get?.call(element));
}

/** An attribute's value; the empty string when it has none. */
export function attributeOf(element: Element, name: string): string {
  return getAttribute.call(element, name) ?? '';
}

/** Whether the element has the attribute at all. */
export function hasAttributeOn(element: Element, name: string): boolean {
  return hasAttribute.call(element, name);
}

/** An attribute's address made absolute, also against an http <base>; null when there is none. The empty string loads nothing. */
export function addressOf(element: Element, name: string): string | null {
  const value = attributeOf(element, name).trim();
  const base = String(baseUri?.get?.call(element));
  return value !== '' && URL.canParse(value, base) ? new URL(value, base).href : null;
}
