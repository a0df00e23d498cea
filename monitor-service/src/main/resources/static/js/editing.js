import * as address from './address.js';
import * as conflict from './conflict.js';
import * as drafts from './drafts.js';
import * as editor from './editor.js';
import * as examples from './examples.js';
import * as faults from './faults.js';
import * as format from './format.js';
import * as notices from './notices.js';
import * as rules from './rules.js';
import { save } from './saving.js';
import { texts } from './texts.js';
import * as validation from './validation.js';
import * as words from './words.js';

const input = document.getElementById('draft');
const state = document.getElementById('draft-state');
const saveButton = document.getElementById('draft-save');
const discardButton = document.getElementById('draft-discard');
const starting = document.getElementById('starting');
const choice = document.getElementById('example');
const kind = document.getElementById('kind');
const kindTitle = document.getElementById('kind-title');
const kindText = document.getElementById('kind-text');
let draft;
let shown = [];
let saving = false;

/** Opens a rule for editing, or a new one, with what was written of it before. */
export async function show(id, rule) {
  const next = drafts.of(id, rule);
  const same = next === draft && shown[0] === next.text && shown[1] === next.base;
  draft = next;
  starting.hidden = rule !== undefined;
  buttons();
  if (same) return;
  editor.set(draft.text);
  conflict.hide();
  examined(await begin());
}

async function begin() {
  const all = await examples.load();
  if (choice.options.length === 1) choice.append(...all.map(({ name }) => format.element('option', '', name)));
  if (!draft.base && draft.text === '' && all.length > 0) {
    draft.text = draft.baseText = fresh(all[0]);
    editor.set(draft.text);
  }
  remember();
  checking();
  return validation.checkNow(draft.text, draft.base?.id);
}

/** An example by a name that no rule has. */
function fresh({ yaml }) {
  return yaml.replace(/^id: (\S+)/, (line, id) => (rules.find(id) || !rules.isLoaded() ? `id: ${texts.rules.newId}` : line));
}

/** What the draft says, if it is valid. */
export const validRule = () => draft?.valid;

/** Somebody else may have saved a version, or deleted the rule, since the draft was begun. */
export function compare(rule) {
  if (!draft?.base || draft.base.id !== rule?.id || rule.version <= draft.base.version) return;
  if (drafts.isChanged(draft.id)) conflict.show(draft, rule, { save: saveNow, reload }); else show(draft.id, rule);
}

function reload() {
  editor.set(draft.text);
  changed();
  editor.focus();
}

function changed() {
  remember();
  buttons();
  checking();
  validation.check(draft.text, draft.base?.id, examined);
  dispatchEvent(new Event('drafts'));
}

function checking() {
  state.dataset.valid = '';
  state.textContent = texts.rules.checking;
}

function remember() {
  shown = [draft.text, draft.base];
  draft.valid = undefined;
}

function buttons() {
  saveButton.textContent = draft?.base ? texts.rules.save(draft.base.version + 1) : texts.rules.make;
  saveButton.disabled = Boolean(draft?.base) && !drafts.isChanged(draft.id);
  discardButton.hidden = !draft || !drafts.isChanged(draft.id);
}

async function examined({ errors: told, rule: read }) {
  const taken = !draft.base && read && rules.find(read.id);
  const errors = taken ? [{ sentence: texts.rules.taken(read.id), place: null }] : told;
  const rule = taken ? undefined : read ?? undefined;
  draft.valid = rule;
  faults.show(errors);
  state.dataset.valid = String(errors.length === 0);
  if (rule) sayValid(); else state.textContent = texts.rules.wrong(errors.length);
  const name = read?.when.kind ?? /\bkind:\s*(\w+)/.exec(draft.text)?.[1];
  const found = examples.about(await examples.load(), name);
  kind.hidden = !found;
  if (found) {
    kindTitle.textContent = texts.rules.kind(found.name);
    kindText.replaceChildren(...found.about.map((line) => format.element('p', '', line)));
  }
  dispatchEvent(new Event('validated'));
}

function sayValid() {
  state.textContent = texts.rules.valid(words.of(draft.valid), words.sensors(draft.valid));
}

/** The choice is made where the draft is. */
function choose(theirs) {
  address.go({ tab: 'edit' });
  conflict.show(draft, theirs, { save: saveNow, reload });
}

/** Saves the draft over the version that it was begun with. */
export async function saveNow() {
  if (saving) return;
  saving = true;
  await save(draft, { onConflict: choose, onFaults: faults.show });
  saving = false;
  buttons();
}

addEventListener('units', () => { if (draft?.valid) sayValid(); });
input.addEventListener('input', () => { notices.hide(); draft.text = editor.text(); changed(); });
saveButton.addEventListener('click', saveNow);
document.getElementById('editing').addEventListener('keydown', (event) => {
  if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  if (!saveButton.disabled) saveNow();
});
discardButton.addEventListener('click', () => {
  draft.text = draft.baseText;
  reload();
});
choice.addEventListener('change', async () => {
  const example = (await examples.load())[choice.selectedIndex - 1];
  if (example) editor.write(fresh(example));
  choice.selectedIndex = 0;
});
