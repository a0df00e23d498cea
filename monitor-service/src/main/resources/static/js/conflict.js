import * as drafts from './drafts.js';
import { diff } from './diff.js';
import * as format from './format.js';
import { texts } from './texts.js';
import { write } from './yaml.js';

const box = document.getElementById('conflict');
const sentence = document.getElementById('conflict-sentence');
const theirChanges = document.getElementById('conflict-theirs');
const myChanges = document.getElementById('conflict-mine');
const myTitle = document.getElementById('conflict-mine-title');
const buttons = { keep: document.getElementById('conflict-keep'), take: document.getElementById('conflict-take'), write: document.getElementById('conflict-write') };
let shown = '';

export function hide() {
  box.hidden = true;
  shown = '';
}

/** Shows what another has saved meanwhile, and lets the person choose. */
export function show(draft, theirs, { save, reload }) {
  const wanted = JSON.stringify([draft.id, draft.base.version, theirs.version, draft.text]);
  if (wanted === shown) return;
  const appears = box.hidden;
  shown = wanted;
  sentence.textContent = texts.rules.conflict.sentence(theirs.version, draft.base.version);
  theirChanges.replaceChildren(...changes(draft.baseText, write(theirs)));
  myTitle.textContent = texts.rules.conflict.mine(theirs.version);
  myChanges.replaceChildren(...changes(write(theirs), draft.text));
  const choose = (act) => () => { hide(); drafts.rebase(draft, theirs); act(); };
  buttons.keep.onclick = choose(save);
  buttons.take.onclick = choose(() => { draft.text = draft.baseText; reload(); });
  buttons.write.onclick = choose(reload);
  box.hidden = false;
  if (appears) box.scrollIntoView({ block: 'nearest' });
}

/** The lines that differ, and the others around them. */
export function changes(before, after) {
  return diff(before, after).map(({ how, text }) => {
    const line = format.element('span', `line ${how}`, text);
    line.prepend(format.element('span', 'sign', { same: '  ', gone: '− ', new: '+ ' }[how]));
    return line;
  });
}
