// Reading elements that may lie: a form's fields stand in for its properties and methods (`<input name="getAttribute">`), so everything is
// read through the prototypes. https://html.spec.whatwg.org/multipage/forms.html#the-form-element (LegacyOverrideBuiltIns)
import { insecureAddress } from '../page/address.ts';

/** NodeFilter.SHOW_ELEMENT, without having the browser make that object. */
const SHOW_ELEMENT = 1;
const XLINK = 'http://www.w3.org/1999/xlink';

let page: Document;
let getAttribute: Element['getAttribute'];
let getAttributeNS: Element['getAttributeNS'];
let matches: Element['matches'];
let getRootNode: Node['getRootNode'];
let querySelectorAll: Document['querySelectorAll'];
let createElement: Document['createElement'];
let getElementById: Document['getElementById'];
let createTreeWalker: Document['createTreeWalker'];
let createNodeIterator: Document['createNodeIterator'];
let readLocalName: () => string;
let readBaseUri: () => string;
let readConnected: () => boolean;
let readParent: () => Element | null;
let readPrevious: () => Element | null;

/**
 * Call before anything else here. Not done when the script starts: a browser makes its prototypes for a script when they are first named, and
 * the page waits for that.
 */
export function takeDom(document: Document): void {
  page = document;
  // Only ever used through .call().
  // oxlint-disable typescript/unbound-method
  ({ getAttribute, getAttributeNS, matches } = Element.prototype);
  ({ getRootNode } = Node.prototype);
  ({ querySelectorAll, createElement, getElementById, createTreeWalker, createNodeIterator } =
    Document.prototype);
  // oxlint-enable typescript/unbound-method
  readLocalName = getterOf(Element.prototype, 'localName');
  readBaseUri = getterOf(Node.prototype, 'baseURI');
  readConnected = getterOf(Node.prototype, 'isConnected');
  readParent = getterOf(Node.prototype, 'parentElement');
  readPrevious = getterOf(Element.prototype, 'previousElementSibling');
}

/** The element's tag in lower case; SVG names keep their case. */
export function tagOf(element: Element): string {
  return readLocalName.call(element);
}

/** An attribute's value; the empty string when it has none. */
export function attributeOf(element: Element, name: string): string {
  // Of the namespace, whatever its prefix is.
  return (
    (name === 'xlink:href'
      ? getAttributeNS.call(element, XLINK, 'href')
      : getAttribute.call(element, name)) ?? ''
  );
}

/** Whether the element has the attribute at all. */
export function hasAttributeOn(element: Element, name: string): boolean {
  return getAttribute.call(element, name) !== null;
}

/**
 * A text of the element's as an address, made absolute as the element's own are, also against an http <base>; empty when it is none, or an
 * encrypted one. The bytes of a query are in the document's encoding (URL standard, "URL parser" with an encoding), which only an element has.
 */
export function insecure(element: Element, address = ''): string {
  const url = insecureAddress(address, baseOf(element));
  if (!url || !/[\x80-\uffff]/.test(address)) return url;
  const link: Partial<HTMLAnchorElement> = createElement.call(page, 'a');
  link.href = address;
  // In XML that is no link.
  return link.href ?? url;
}

/** The address that relative ones of a node are resolved against. */
export function baseOf(node: Node): string {
  return readBaseUri.call(node);
}

/** Whether a node is in a document, shadow trees included. */
export function isConnected(node: Node): boolean {
  return readConnected.call(node);
}

/** The element around this one in its tree. */
export function parentOf(element: Element): Element | null {
  return readParent.call(element);
}

/** The element before this one under the same parent. */
export function previousOf(element: Element): Element | null {
  return readPrevious.call(element);
}

/** Whether no other element under the same parent has its tag. */
export function isOnly(element: Element): boolean {
  return matches.call(element, ':only-of-type');
}

/** The document or shadow root that the element is in, or the top of what is in neither. */
export function rootOf(element: Element): Node {
  return getRootNode.call(element);
}

/** The first element with an id in a document or shadow root. */
export function byId(root: Document | ShadowRoot, id: string): Element | null {
  // Elements stand in for what a document has, but for nothing of a shadow root.
  return root instanceof Document ? getElementById.call(root, id) : root.getElementById(id);
}

/** The elements of a document that match a selector. */
export function allMatching(document: Document, selector: string): NodeListOf<Element> {
  return querySelectorAll.call(document, selector);
}

/** Walks the elements of a tree in document order. */
export function walkElements(document: Document, root: Node): TreeWalker {
  return createTreeWalker.call(document, root, SHOW_ELEMENT);
}

/** The same, moved on by the browser when the page takes away the element where it is. */
export function iterateElements(document: Document, root: Node): NodeIterator {
  return createNodeIterator.call(document, root, SHOW_ELEMENT);
}

function getterOf<T extends Node, K extends keyof T & string>(prototype: T, name: K): () => T[K] {
  // All of them are accessors, in every browser.
  // oxlint-disable-next-line typescript/unbound-method
  return Object.getOwnPropertyDescriptor(prototype, name)?.get as () => T[K];
}
