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
let createNodeIterator: Document['createNodeIterator'];

// Made by takeDom(), and not functions around them: those cost more bytes than all else here.
// oxlint-disable import/no-mutable-exports
/** The element's tag in lower case; SVG names keep their case. */
export let tagOf: (element: Element) => string;
/** The address that relative ones of a node are resolved against. */
export let baseOf: (node: Node) => string;
/** Whether a node is in a document, shadow trees included. */
export let isConnected: (node: Node) => boolean;
/** The element around this one in its tree. */
export let parentOf: (element: Element) => Element | null;
/** The element before this one under the same parent. */
export let previousOf: (element: Element) => Element | null;
// oxlint-enable import/no-mutable-exports

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
  ({ querySelectorAll, createElement, getElementById, createNodeIterator } = Document.prototype);
  // oxlint-enable typescript/unbound-method
  tagOf = getterOf(Element.prototype, 'localName');
  baseOf = getterOf(Node.prototype, 'baseURI');
  isConnected = getterOf(Node.prototype, 'isConnected');
  parentOf = getterOf(Node.prototype, 'parentElement');
  previousOf = getterOf(Element.prototype, 'previousElementSibling');
}

/** An attribute's value; the empty string when it has none. */
export function attributeOf(element: Element, name: string): string {
  // SVG 2, 16.1.6: an `xlink:href` of any prefix counts where there is no `href`.
  return (
    getAttribute.call(element, name) ??
    (name === 'href' ? getAttributeNS.call(element, XLINK, name) : null) ??
    ''
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

/** Walks the elements of a tree in document order, its root first if it is one; moved on by the browser when the page takes them away. */
export function elementsIn(root: Node): NodeIterator {
  return createNodeIterator.call(page, root, SHOW_ELEMENT);
}

function getterOf<T extends Node, K extends keyof T & string>(prototype: T, name: K): (node: T) => T[K] {
  // All of them are accessors, in every browser.
  // oxlint-disable-next-line typescript/unbound-method
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: T) => T[K];
  return (node) => get.call(node);
}
