// A few words that help a person find the element again.
import { attributeOf, tagOf } from './dom.ts';

const MAX_PLACE = 120;

/** The element as a selector: its tag, with its id if it has one, else with its classes. */
export function describePlace(element: Element): string {
  const id = attributeOf(element, 'id');
  const classes = attributeOf(element, 'class').trim().replace(/\s+/g, '.');
  return `${tagOf(element)}${id ? `#${id}` : classes && `.${classes}`}`.slice(0, MAX_PLACE);
}
