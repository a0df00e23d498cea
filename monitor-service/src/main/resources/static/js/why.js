import * as address from './address.js';
import * as alerts from './alerts.js';
import * as explanation from './explanation.js';
import * as format from './format.js';
import { isPlain } from './keyboard.js';
import { dark, size } from './plot.js';
import { sentence } from './reasons.js';
import { texts } from './texts.js';
import * as units from './units.js';

const said = texts.why;
const panel = document.getElementById('chart-panel');
const box = document.getElementById('chosen-alert');
const title = document.getElementById('chosen-title');
const about = document.getElementById('chosen-about');
const ask = document.getElementById('why');
const rule = document.getElementById('chosen-rule');
const answer = document.getElementById('explanation');
let shown = '';
let explained = '';
let drawn;
/** Alerts that the list does not have. */
const loaded = new Map();

/** Shows the chosen alert, and why it came if somebody has asked. */
export async function draw() {
  const { view, alert: id, why } = address.read();
  box.hidden = view !== 'alerts' || id === '';
  panel.classList.toggle('explaining', !box.hidden && why);
  if (box.hidden) return;
  const alert = alerts.find(id) ?? await load(id);
  if (!alert || address.read().alert !== id) return;
  const wanted = JSON.stringify([id, alert.sequence, why, alert.failure]);
  if (wanted === shown) return;
  shown = wanted;
  head(alert, why);
  answer.hidden = !why;
  if (why && explained !== id && !alert.failure) await explain(alert);
}

async function load(id) {
  if (!loaded.has(id)) {
    loaded.set(id, undefined);
    loaded.set(id, await format.load(`api/alerts/${encodeURIComponent(id)}`).catch((error) => ({ failure: error.message })));
  }
  return loaded.get(id);
}

function head(alert, why) {
  title.textContent = alert.failure ? said.gone(alert.failure)
    : said.title({ state: texts.states[alert.state] ?? alert.state, rule: alert.ruleId, version: alert.ruleVersion });
  about.textContent = alert.failure ? '' : `${sentence(alert)} · ${time(alert)}`;
  ask.hidden = rule.hidden = Boolean(alert.failure);
  ask.textContent = why ? said.hide : said.ask;
  ask.setAttribute('aria-expanded', String(why));
  rule.href = address.link({ view: 'rules', rule: alert.ruleId, making: false, tab: 'edit' });
  rule.textContent = said.rule;
}

function time({ openedAt, resolvedAt }) {
  const from = format.instant(openedAt);
  return resolvedAt ? said.lasted(from, format.instant(resolvedAt)) : said.began(from);
}

async function explain(alert) {
  explained = alert.alertId;
  answer.replaceChildren(format.element('p', 'note', said.looking));
  try {
    const found = await format.load(`api/alerts/${encodeURIComponent(alert.alertId)}/explanation`);
    if (explained !== alert.alertId) return;
    show(found);
    box.scrollIntoView({ block: 'nearest' });
  } catch (error) {
    explained = '';
    answer.replaceChildren(format.element('p', 'note', said.unavailable(error.message)));
  }
}

function show(found) {
  const unit = units.of(found.alert.stream, found.alert.sensorId);
  answer.replaceChildren(format.element('p', '', format.zoned(found.sentence)));
  if (found.held?.of > 0) answer.append(format.element('p', 'quiet', said.held(found.held)));
  if (found.missing) answer.append(format.element('p', 'notice', format.zoned(found.missing)));
  if (found.conditions.length > 0) answer.append(format.element('h4', '', said.conditions), explanation.conditions(found.conditions));
  if (found.readings.length > 0) readings(found, unit);
}

function readings(found, unit) {
  const chart = format.element('div', 'explained');
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-label', said.readings(found.readings.length));
  const limits = explanation.limitsOf(found.conditions);
  const keys = format.element('p', 'note');
  keys.append(...explanation.keys(limits, unit));
  answer.append(chart, keys, explanation.table(found.readings, unit));
  const seconds = (at) => (at ? Date.parse(at) / 1000 : undefined);
  const paint = () => {
    drawn?.destroy();
    drawn = explanation.draw(chart, found.readings, { unit, limits, from: seconds(found.alert.openedAt), to: seconds(found.alert.resolvedAt) });
  };
  paint();
  dark.onchange = () => { if (chart.isConnected) paint(); };
  new ResizeObserver(() => { if (chart.isConnected) drawn.setSize(size(chart)); }).observe(chart);
}

ask.addEventListener('click', () => address.go({ why: !address.read().why }));
rule.addEventListener('click', (event) => {
  if (!isPlain(event)) return;
  event.preventDefault();
  address.go({ view: 'rules', rule: new URLSearchParams(rule.search).get('rule'), making: false, tab: 'edit' });
});
addEventListener('alerts', draw);
addEventListener('address', draw);
