// Reading elements that may lie: a form's fields stand in for its properties and methods (`<input name="getAttribute">`), so everything is
// read through the prototypes. https://html.spec.whatwg.org/multipage/forms.html#the-form-element (LegacyOverrideBuiltIns)

// Only ever used through .call().
// oxlint-disable-next-line typescript/unbound-method
const { getAttribute } = Element.prototype;
const readLocalName = getterOf(Element.prototype, 'localName');
const readBaseUri = getterOf(Node.prototype, 'baseURI');

/** The element's tag in lower case; SVG names keep their case. */
export function tagOf(element: Element): string {
  return readLocalName.call(element);
}

/** An attribute's value; the empty string when it has none. */
export function attributeOf(element: Element, name: string): string {
  return getAttribute.call(element, name) ?? '';
}

/** Whether the element has the attribute at all. */
export function hasAttributeOn(element: Element, name: string): boolean {
  return getAttribute.call(element, name) !== null;
}

/** An attribute's address made absolute, also against an http <base>; empty when there is none. An empty attribute loads nothing. */
export function addressOf(element: Element, name: string): string {
  const value = attributeOf(element, name).trim();
  const base = readBaseUri.call(element);
  return value && URL.canParse(value, base) ? new URL(value, base).href : '';
}

function getterOf<T extends Node>(prototype: T, name: keyof T & string): () => string {
  // Both are accessors that give text, in every browser.
  // oxlint-disable-next-line typescript/unbound-method
  return Object.getOwnPropertyDescriptor(prototype, name)?.get as () => string;
}
