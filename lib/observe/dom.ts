// Reads elements that may lie: the fields of a form shadow its properties and methods (`<input name="getAttribute">`), so everything is read through
// the prototypes. https://html.spec.whatwg.org/multipage/forms.html#the-form-element (LegacyOverrideBuiltIns)
import { insecureAddress } from '../address/address.ts';

/** The value of NodeFilter.SHOW_ELEMENT, so that the browser does not have to create that object. */
export const SHOW_ELEMENT = 1;
const XLINK = 'http://www.w3.org/1999/xlink';

// Assigned by takeDom(); functions around them would cost more bytes than all else here.
// oxlint-disable import/no-mutable-exports
/** The element's tag in lower case; SVG names keep their case. */
export let tagOf: (element: Element) => string;
/** The address that relative addresses of a node are resolved against. */
export let baseOf: (node: Node) => string;
/** Whether a node is in a document, including its shadow trees. */
export let isConnected: (node: Node) => boolean;
/** The parent element in the same tree. */
export let parentOf: (element: Element) => Element | null;
/** The element before this one under the same parent. */
export let previousOf: (element: Element) => Element | null;
/** Whether a selector matches the element. */
export let matches: (element: Element, selector: string) => boolean;
/** An attribute's value; null when it has none. */
export let getAttribute: (element: Element, name: string) => string | null;
/** The document or shadow root that contains the element; the top of its tree when it is in neither. */
export let rootOf: (node: Node) => Node;
/** The elements of a document that match a selector. */
export let allMatching: (document: Document, selector: string) => NodeListOf<Element>;
/** Walks the elements of a tree in document order, beginning with its root; the browser moves the walker on when the page removes its element. */
export let elementsIn: (document: Document, root: Node, shown?: typeof SHOW_ELEMENT) => NodeIterator;
// oxlint-enable import/no-mutable-exports
let page: Document;
let getAttributeNS: (element: Element, namespace: string, name: string) => string | null;
let createElement: (document: Document, tag: string) => HTMLElement;
let elementById: (document: Document, id: string) => Element | null;

/**
 * Call before any other function of this file. Not done when the script starts: a browser creates its prototypes when a script first names them, and
 * the page waits for that.
 */
export function takeDom(document: Document): void {
  page = document;
  const [ofElement, ofNode, ofDocument] = [Element.prototype, Node.prototype, Document.prototype];
  // Only used through bare().
  // oxlint-disable typescript/unbound-method
  getAttribute = bare(ofElement.getAttribute);
  getAttributeNS = bare(ofElement.getAttributeNS);
  matches = bare(ofElement.matches);
  rootOf = bare(ofNode.getRootNode);
  allMatching = bare(ofDocument.querySelectorAll);
  createElement = bare(ofDocument.createElement);
  elementById = bare(ofDocument.getElementById);
  elementsIn = bare(ofDocument.createNodeIterator);
  // oxlint-enable typescript/unbound-method
  tagOf = getterOf(ofElement, 'localName');
  baseOf = getterOf(ofNode, 'baseURI');
  isConnected = getterOf(ofNode, 'isConnected');
  parentOf = getterOf(ofNode, 'parentElement');
  previousOf = getterOf(ofElement, 'previousElementSibling');
}

/** An attribute's value; the empty string when it has none. */
export function attributeOf(element: Element, name: string): string {
  // SVG 2, 16.1.6: an `xlink:href` with any prefix counts when there is no `href`.
  return getAttribute(element, name) ?? (name === 'href' ? getAttributeNS(element, XLINK, name) : null) ?? '';
}

/**
 * An address of the element, made absolute as the browser does it, also against an http <base>; empty when it is not insecure. The query is encoded
 * in the document's encoding (URL standard, "URL parser" with an encoding), which only an element has.
 */
export function insecure(element: Element, address = ''): string {
  const url = insecureAddress(address, baseOf(element));
  if (!url || !/[\x80-\uffff]/.test(address)) return url;
  const link: Partial<HTMLAnchorElement> = createElement(page, 'a');
  link.href = address;
  // In XML it is not a link.
  return link.href ?? url;
}

/** The first element with an id in a document or shadow root. */
export function byId(root: Document | ShadowRoot, id: string): Element | null {
  // Elements shadow the properties of a document, but not those of a shadow root.
  return root instanceof Document ? elementById(root, id) : root.getElementById(id);
}

function getterOf<T extends Node, K extends keyof T & string>(prototype: T, name: K): (node: T) => T[K] {
  // All of them are accessors in every browser.
  // oxlint-disable-next-line typescript/unbound-method
  return bare(Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: T) => T[K]);
}

/** A method as a function of its object. */
function bare<T, A extends unknown[], R>(method: (this: T, ...rest: A) => R): (self: T, ...rest: A) => R {
  // The types do not describe what call() does with its first argument.
  return Function.prototype.call.bind(method as never) as (self: T, ...rest: A) => R;
}
