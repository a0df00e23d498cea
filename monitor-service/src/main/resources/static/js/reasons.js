import * as format from './format.js';
import { texts } from './texts.js';

/** Why an alert took its last step, in the page's words; in the service's where the page has none. */
export const sentence = ({ reasonCode, reasonArgs, reason }) => texts.reasons[reasonCode]?.(formatted(reasonArgs)) ?? reason;

function formatted(args) {
  return Object.fromEntries(Object.entries(args ?? {}).map(([name, arg]) => [name, typeof arg === 'number' ? format.exact(arg) : arg]));
}
