import { call, Refused } from './calls.js';
import { texts } from './texts.js';

/** How long a person pauses before what was typed is looked at, in milliseconds. */
const PAUSE = 300;
let timer;
let asked = 0;

/**
 * Has the service say what is wrong with a text once the person pauses: {errors, rule}, rule being that of a valid text.
 * What a newer text has overtaken is not told.
 */
export function check(text, id, told, pause = PAUSE) {
  clearTimeout(timer);
  const number = ++asked;
  timer = setTimeout(async () => {
    const found = await ask(text, id);
    if (number === asked) told(found);
  }, pause);
}

/** The same at once. */
export const checkNow = (text, id) => new Promise((told) => { check(text, id, told, 0); });

async function ask(text, id) {
  try {
    const query = id ? `?id=${encodeURIComponent(id)}` : '';
    return await call('POST', `api/rules/validate${query}`, { body: text, type: 'application/yaml', mayAsk: false });
  } catch (error) {
    const said = error instanceof Refused && error.status < 500 && error.status !== 401;
    const sentence = said ? error.message : texts.rules.uncheckable(error.message);
    return { errors: [{ sentence, place: error.problem?.place ?? null }] };
  }
}
