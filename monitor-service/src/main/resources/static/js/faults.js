import * as editor from './editor.js';
import * as format from './format.js';
import { texts } from './texts.js';

const list = document.getElementById('draft-faults');

/** Shows what is wrong with the text in the editor, in it and below it. */
export function show(errors) {
  editor.mark(errors.map((error) => error.place));
  list.replaceChildren(...[...errors].sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)).map(fault));
  list.hidden = errors.length === 0;
}

function fault(error) {
  const item = document.createElement('li');
  if (error.place) item.append(button('place', texts.rules.line(error.place.line), () => editor.goTo(error.place)));
  item.append(format.element('span', '', error.sentence ?? texts.rules.must(error)));
  if (error.hint && error.place) item.append(button('mend', texts.rules.mend(error.hint), () => editor.replace(error.place, error.hint)));
  return item;
}

function button(className, text, act) {
  const made = format.element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}
