// A few words that help a person find the element again.
import { attributeOf, tagOf } from './dom.ts';

const MAX_PLACE = 120;

/** The element's tag, with its id if it has one. */
export function describePlace(element: Element): string {
  const id = attributeOf(element, 'id');
  return `${tagOf(element)}${id && `#${id}`}`.slice(0, MAX_PLACE);
}
