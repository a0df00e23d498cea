import * as address from './address.js';
import * as backtest from './backtest.js';
import * as drafts from './drafts.js';
import * as editing from './editing.js';
import { isPlain } from './keyboard.js';
import * as rules from './rules.js';
import { erase, toggle } from './rule-acts.js';
import { texts } from './texts.js';
import * as versions from './versions.js';
import * as whyNot from './why-not.js';

const view = document.getElementById('rules-view');
const panel = document.getElementById('rule');
const title = document.getElementById('rule-title');
const state = document.getElementById('rule-state');
const note = document.getElementById('rule-note');
const back = document.getElementById('rule-back');
const acts = document.getElementById('rule-acts');
const switching = document.getElementById('rule-switch');
const tabs = document.getElementById('rule-tabs');

/** What each tab shows of a rule. */
const sections = {
  edit: { element: document.getElementById('editing'), show: (rule) => editing.show(address.read().making ? '' : address.read().rule, rule) },
  backtest: { element: document.getElementById('backtest'), show: (rule) => { editing.show(rule?.id ?? '', rule); backtest.show(); } },
  versions: { element: document.getElementById('versions'), show: (rule) => versions.show(rule) },
  'why-not': { element: document.getElementById('why-not'), show: (rule) => whyNot.show(rule) },
};

/** Shows the chosen rule; to be called when another is chosen, or more is known. */
export function draw() {
  const { view: shownView, rule: id, making, tab } = address.read();
  if (shownView !== 'rules') return;
  view.classList.toggle('chosen', id !== '' || making);
  back.href = address.link({ rule: '', making: false });
  const rule = making ? undefined : rules.find(id);
  // what somebody is writing is not taken from him because another has deleted the rule
  const orphaned = !making && !rule && rules.isLoaded() && drafts.isChanged(id);
  const there = making || rule !== undefined || orphaned;
  head(rule, making);
  note.textContent = orphaned ? texts.rules.gone : there ? '' : missing(id);
  note.hidden = note.textContent === '';
  const chosen = rule || tab === 'backtest' ? tab : 'edit';
  tabs.hidden = !there;
  for (const anchor of tabs.querySelectorAll('a')) {
    anchor.href = address.link({ tab: anchor.dataset.tab });
    anchor.toggleAttribute('aria-current', anchor.dataset.tab === chosen);
    anchor.hidden = !rule && !['edit', 'backtest'].includes(anchor.dataset.tab);
  }
  for (const [name, section] of Object.entries(sections)) section.element.hidden = !there || name !== chosen;
  if (!there) return;
  sections[chosen]?.show(rule);
  editing.compare(rule);
}

function head(rule, making) {
  title.textContent = making ? texts.rules.making : address.read().rule || texts.rules.chosen;
  state.hidden = acts.hidden = !rule;
  if (!rule) return;
  state.textContent = rule.enabled ? texts.rules.on : texts.rules.off;
  state.dataset.enabled = rule.enabled;
  switching.textContent = rule.enabled ? texts.rules.switchOff : texts.rules.switchOn;
}

function missing(id) {
  if (id === '') return texts.rules.choose;
  return rules.isLoaded() ? texts.rules.unknown(id) : texts.rules.loading;
}

/** Where the list gives way to the rule, the rule is read from its beginning. */
export function open() {
  backtest.forget();
  draw();
  if ((address.read().rule || address.read().making) && getComputedStyle(back).display !== 'none') {
    panel.scrollIntoView({ block: 'start' });
    panel.focus({ preventScroll: true });
  }
}

const shown = () => rules.find(address.read().rule);
switching.addEventListener('click', () => toggle(shown()));
document.getElementById('rule-delete').addEventListener('click', () => erase(shown()));

tabs.addEventListener('click', (event) => {
  const anchor = event.target.closest('a');
  if (!anchor || !isPlain(event)) return;
  event.preventDefault();
  address.go({ tab: anchor.dataset.tab });
});

back.addEventListener('click', (event) => {
  if (!isPlain(event)) return;
  event.preventDefault();
  address.go({ rule: '', making: false });
});

addEventListener('rules', draw);
