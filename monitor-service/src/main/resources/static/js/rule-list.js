import * as address from './address.js';
import * as drafts from './drafts.js';
import * as format from './format.js';
import { isPlain, walk } from './keyboard.js';
import * as rules from './rules.js';
import { texts } from './texts.js';
import * as words from './words.js';

const list = document.getElementById('rules');
const note = document.getElementById('rules-note');
const count = document.getElementById('rules-count');
const make = document.getElementById('rule-new');
let shown = '';

export function draw() {
  const chosen = address.read();
  if (chosen.view !== 'rules') return;
  const all = rules.all();
  make.href = address.link({ view: 'rules', rule: '', making: true, tab: 'edit' });
  make.toggleAttribute('aria-current', chosen.making);
  count.textContent = rules.isLoaded() ? `${all.length}` : '';
  note.textContent = sentence(all);
  note.hidden = note.textContent === '';
  const rows = all.map((rule) => ({ rule, current: rule.id === chosen.rule && !chosen.making, open: rules.openOf(rule.id), edited: drafts.isChanged(rule.id), said: words.of(rule) }));
  const wanted = JSON.stringify(rows);
  if (wanted === shown) return;
  shown = wanted;
  const focused = document.activeElement?.dataset?.rule;
  list.replaceChildren(...rows.map(row));
  if (focused) [...list.querySelectorAll('a')].find((anchor) => anchor.dataset.rule === focused)?.focus();
}

function sentence(all) {
  if (rules.failure()) return texts.rules.unavailable(rules.failure());
  if (!rules.isLoaded()) return texts.rules.loading;
  return all.length === 0 ? texts.rules.none : '';
}

function row({ rule, current, open, edited, said }) {
  const anchor = format.element('a', 'rule');
  anchor.href = address.link({ view: 'rules', rule: rule.id, making: false, tab: 'edit' });
  anchor.dataset.rule = rule.id;
  anchor.toggleAttribute('aria-current', current);
  const severity = format.element('span', 'state', texts.severities[rule.severity] ?? rule.severity);
  severity.dataset.severity = rule.severity;
  const who = format.element('span', 'who', rule.id);
  who.append(format.element('span', '', ` ${words.sensors(rule)}`));
  who.title = `${rule.id} ${words.sensors(rule)}`;
  const why = format.element('span', 'why', said);
  why.title = said;
  const marks = format.element('span', 'marks');
  if (!rule.enabled) marks.append(format.element('span', 'badge quiet', texts.rules.off));
  if (open > 0) marks.append(format.element('span', 'badge', texts.rules.open(format.count(open))));
  if (edited) marks.append(format.element('span', 'badge edited', texts.rules.edited));
  anchor.append(severity, who, marks, format.element('span', 'severity', texts.rules.version(rule.version)), why);
  const item = document.createElement('li');
  item.append(anchor);
  return item;
}

walk(list);

list.addEventListener('click', (event) => {
  const anchor = event.target.closest('.rule');
  if (!anchor || !isPlain(event)) return;
  event.preventDefault();
  address.go({ view: 'rules', rule: anchor.dataset.rule, making: false, tab: 'edit' });
});

make.addEventListener('click', (event) => {
  if (!isPlain(event)) return;
  event.preventDefault();
  address.go({ view: 'rules', rule: '', making: true, tab: 'edit' });
});

addEventListener('rules', draw);
addEventListener('drafts', draw);
addEventListener('units', draw);
