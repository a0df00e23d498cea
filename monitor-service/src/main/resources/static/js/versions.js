import { changes } from './conflict.js';
import * as format from './format.js';
import { goBack } from './rule-acts.js';
import { texts } from './texts.js';
import { write } from './yaml.js';

const PAGE = 20;
const list = document.getElementById('versions-list');
const note = document.getElementById('versions-note');
const older = document.getElementById('versions-older');
let shown = '';
let known = [];
let current;

/** Shows every version of a rule, the newest first, each with what it changed. */
export async function show(rule) {
  current = rule;
  const wanted = `${rule.id} ${rule.version}`;
  if (wanted === shown) return;
  if (!shown.startsWith(`${rule.id} `)) { list.replaceChildren(); older.hidden = true; }
  shown = wanted;
  known = [];
  note.textContent = texts.rules.loading;
  note.hidden = false;
  await more(wanted);
}

async function more(wanted) {
  try {
    // one version more than is shown tells what the last of them changed
    const page = await format.load(`api/rules/${encodeURIComponent(current.id)}/versions?size=${known.length + PAGE + 1}`);
    if (wanted !== shown) return;
    known = page.items.slice(0, known.length + PAGE);
    list.replaceChildren(...known.map((version, at) => item(version, page.items[at + 1], at === 0)));
    older.hidden = known.length >= page.total;
    note.textContent = known.length === 0 ? texts.rules.versions.none : '';
  } catch (error) {
    if (wanted !== shown) return;
    shown = '';
    note.textContent = texts.rules.versions.unavailable(error.message);
  }
  note.hidden = note.textContent === '';
}

function item(version, before, newest) {
  const box = document.createElement('details');
  box.open = newest;
  const summary = document.createElement('summary');
  summary.append(format.element('strong', '', texts.rules.version(version.version)), format.element('span', 'quiet', ` ${about(version, before, newest)}`));
  const text = format.element('pre', 'diff');
  text.tabIndex = 0;
  text.append(...changes(before && !before.deleted ? write(before) : write(version), write(version)));
  box.append(summary, text);
  if (!newest && !version.deleted) {
    const button = format.element('button', '', texts.rules.versions.back);
    button.type = 'button';
    button.addEventListener('click', () => goBack(current, version.version));
    box.append(button);
  }
  const row = document.createElement('li');
  row.append(box);
  return row;
}

function about(version, before, newest) {
  const said = [newest ? texts.rules.versions.newest : '', version.deleted ? texts.rules.versions.deleted : what(version, before)];
  return said.filter((part) => part).join(' · ');
}

function what(version, before) {
  if (!before) return texts.rules.versions.first;
  const names = [...new Set([...Object.keys(before), ...Object.keys(version)])].filter((name) => !['version', 'deleted'].includes(name));
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(version[name]));
  return changed.length > 0 ? texts.rules.versions.changed(changed) : texts.rules.versions.same;
}

older.addEventListener('click', () => more(shown));
