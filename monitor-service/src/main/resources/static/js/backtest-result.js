import * as chart from './backtest-chart.js';
import * as editing from './editing.js';
import * as drafts from './drafts.js';
import * as format from './format.js';
import { sentence } from './reasons.js';
import * as rules from './rules.js';
import { texts } from './texts.js';

const LISTED = 200;
const said = texts.backtest;
const box = document.getElementById('backtest-result');
const facts = document.getElementById('backtest-facts');
const truncated = document.getElementById('backtest-truncated');
const list = document.getElementById('backtest-alerts');
const note = document.getElementById('backtest-note');
const choice = document.getElementById('backtest-sensor');
const live = document.getElementById('put-live');
let shown;

export function hide() {
  shown = undefined;
  box.hidden = true;
}

/** Shows what a rule would have done; the series are those of a file, if it was one. */
export function show(rule, found, series) {
  shown = { rule, found, series, alerts: [...found.alerts, ...found.gone].sort((a, b) => Date.parse(a.openedAt) - Date.parse(b.openedAt)) };
  box.hidden = false;
  facts.replaceChildren(...factsOf(rule, found).map(([name, value]) => {
    const fact = format.element('div', 'fact');
    fact.append(format.element('dt', '', name), format.element('dd', '', value));
    return fact;
  }));
  truncated.textContent = found.truncated ?? '';
  truncated.hidden = !found.truncated;
  list.replaceChildren(...shown.alerts.slice(0, LISTED).map(row));
  note.textContent = shown.alerts.length > LISTED || found.alertCount > found.alerts.length ? said.shown(Math.min(LISTED, shown.alerts.length), format.count(found.alertCount + (found.goneCount ?? found.gone.length))) : '';
  note.hidden = note.textContent === '';
  offer();
  redraw();
}

function factsOf(rule, found) {
  const counts = { same: 0, changed: 0, new: 0, gone: found.goneCount ?? found.gone.length };
  found.alerts.forEach(({ change }) => { counts[change]++; });
  const version = found.liveVersion === undefined ? rules.find(rule.id)?.version : found.liveVersion;
  const all = [
    [said.facts.alerts, format.count(found.alertCount)],
    [said.facts.perWeek, format.value(found.alertsPerWeek)],
    version ? [said.facts.against(version), said.differences(counts)] : [texts.rules.chosen, said.newRule],
    [said.facts.readings, said.readings(format.count(found.readings), format.count(found.sensors))],
  ];
  if (found.from) all.push([said.facts.from, format.instant(found.from)], [said.facts.to, format.instant(found.to)]);
  if (found.liveMarkedFalse !== undefined) all.push([said.facts.falseOnes, said.falseOnes(found.alerts.filter((alert) => alert.markedFalse).length, found.liveMarkedFalse)]);
  return all;
}

function row(alert) {
  const item = format.element('li', 'would-be');
  const badge = format.element('span', 'state', said.changes[alert.change] ?? alert.change);
  badge.dataset.change = alert.change;
  const who = format.element('span', 'who', alert.sensorId);
  who.append(format.element('span', '', ` ${texts.severities[alert.severity] ?? alert.severity}`));
  const from = format.instant(alert.openedAt);
  const time = format.element('span', 'since', alert.resolvedAt ? said.until(from, format.instant(alert.resolvedAt)) : said.stillOpen(from));
  item.append(badge, who, format.element('span', 'why', sentence(alert)), time);
  return item;
}

/** The sensors that can be drawn: first those with the most alerts, then others that the rule is about. */
async function offer() {
  const mine = shown;
  const counts = new Map();
  mine.alerts.forEach(({ sensorId }) => counts.set(sensorId, (counts.get(sensorId) ?? 0) + 1));
  const names = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
  const others = mine.series ? [...mine.series.keys()] : await known(mine.rule);
  if (mine !== shown) return;
  const all = mine.series?.size === 1 && mine.series.has('') ? (names.length > 0 ? names : ['']) : [...new Set([...names, ...others])];
  choice.replaceChildren(...all.map((name) => Object.assign(format.element('option', '', name || said.oneSensor), { value: name })));
  redraw();
}

async function known({ stream, sensors }) {
  const written = typeof sensors === 'string' ? sensors : sensors?.glob ?? '*';
  const found = await format.load(`api/sensors?size=500&stream=${encodeURIComponent(stream)}`).catch(() => ({ items: [] }));
  const glob = new RegExp(`^${written.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
  return found.items.map((sensor) => sensor.sensorId).filter((id) => glob.test(id)).slice(0, 50);
}

/** Draws the chosen sensor, and offers to put live what was tried, and nothing else. */
export function redraw() {
  if (!shown) return;
  const now = editing.validRule();
  const other = now !== undefined && JSON.stringify(now) !== JSON.stringify(shown.rule);
  const same = now !== undefined && !other && rules.find(now.id) !== undefined && !drafts.isChanged(now.id);
  live.disabled = now === undefined || other || same;
  live.textContent = same ? said.isLive : other ? said.changedSince : said.putLive;
  if (choice.options.length > 0) chart.show(shown, choice.value);
}

choice.addEventListener('change', redraw);
live.addEventListener('click', editing.saveNow);
