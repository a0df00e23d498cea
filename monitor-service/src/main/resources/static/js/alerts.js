import * as address from './address.js';
import * as format from './format.js';
import { isPlain, walk } from './keyboard.js';
import { sentence } from './reasons.js';
import { texts } from './texts.js';
import * as units from './units.js';

const SHOWN = 200;
const KEPT = 1000;
/** How long an alert that is heard may be missing from the list that the store answers with, in milliseconds. */
const STORED_WITHIN = 10000;
/** The stream of alerts about machinery, which has no readings. */
const MACHINERY = 'homeostat';

const list = document.getElementById('alerts');
const note = document.getElementById('alerts-note');
const countLabel = document.getElementById('alerts-count');
const alerts = new Map();
const rows = new Map();
let total = 0;
let failure = '';
let loaded = false;
let drawing = false;

/** An alert that is known; undefined if it is not. */
export const find = (id) => alerts.get(id);

const isOpen = (alert) => alert.state !== 'RESOLVED';
const newestFirst = (a, b) => Date.parse(b.openedAt) - Date.parse(a.openedAt) || (a.alertId < b.alertId ? 1 : -1);

export async function reload() {
  const { show } = address.read();
  const filter = show === 'open' ? '&state=PENDING,FIRING,RECOVERING' : '';
  const askedAt = performance.now();
  try {
    const page = await load(filter);
    const answered = new Set(page.items.map((alert) => alert.alertId));
    const mayBeMissing = (alert) => askedAt - alert.heardAt < STORED_WITHIN;
    for (const [id, alert] of alerts) if (!answered.has(id) && (show === 'all' || isOpen(alert)) && !mayBeMissing(alert)) alerts.delete(id);
    page.items.forEach((alert) => take(alert, -Infinity));
    total = page.total;
    failure = '';
  } catch (error) {
    failure = error.message;
  }
  loaded = true;
  draw();
}

const load = (filter) => format.load(`api/alerts?size=${SHOWN}${filter}`);

/** Takes an alert, or an event of it, unless a newer one is known. */
function take(alert, heardAt) {
  const known = alerts.get(alert.alertId);
  if (!known || known.sequence < alert.sequence) {
    alerts.set(alert.alertId, { ...alert, heardAt, fresh: known === undefined && loaded });
    return true;
  }
  return false;
}

export function onEvent(event) {
  if (!take(event, performance.now())) return;
  if (alerts.size > KEPT) {
    const oldest = [...alerts.values()].sort((a, b) => Number(isOpen(a)) - Number(isOpen(b)) || a.openedAt.localeCompare(b.openedAt));
    oldest.slice(0, KEPT / 10).forEach((alert) => alerts.delete(alert.alertId));
  }
  draw();
}

/** What is known of a sensor's limits from its alerts. */
export function limitsOf(stream, sensor) {
  const limits = [...alerts.values()].filter((a) => a.stream === stream && a.sensorId === sensor && a.limit !== null).map((a) => a.limit);
  return [...new Set(limits)];
}

/** The newest open alert of a sensor; undefined if there is none. */
export function newestOpen() {
  const open = [...alerts.values()].filter((alert) => isOpen(alert) && alert.stream !== MACHINERY);
  return open.sort(newestFirst)[0];
}

/** Draws at most once a frame, however many events come. */
export function draw() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => { drawing = false; drawNow(); dispatchEvent(new Event('alerts')); });
}

function drawNow() {
  const chosen = address.read();
  const all = [...alerts.values()].filter((alert) => chosen.show === 'all' || isOpen(alert));
  all.sort(newestFirst);
  const shown = all.slice(0, SHOWN);
  const wanted = new Set(shown.map((alert) => alert.alertId));
  for (const [id, row] of rows) if (!wanted.has(id)) { row.item.remove(); rows.delete(id); }
  shown.forEach((alert, index) => {
    const row = rows.get(alert.alertId) ?? create(alert);
    fill(row, alert, chosen);
    if (list.children[index] !== row.item) list.insertBefore(row.item, list.children[index] ?? null);
  });
  countLabel.textContent = loaded ? texts.count(shown.length, Math.max(all.length, chosen.show === 'all' || all.length >= SHOWN ? total : 0)) : '';
  const empty = loaded && shown.length === 0 ? (chosen.show === 'open' ? texts.noOpenAlerts : texts.noAlerts) : '';
  note.textContent = failure ? texts.alertsUnavailable(failure) : empty;
  note.hidden = note.textContent === '';
  for (const show of ['open', 'all']) {
    const tab = document.getElementById(`show-${show}`);
    tab.href = address.link({ show });
    tab.toggleAttribute('aria-current', chosen.show === show);
  }
}

function create(alert) {
  const item = document.createElement('li');
  const anchor = format.element('a', 'alert');
  const parts = {};
  for (const name of ['state', 'who', 'value', 'severity', 'why', 'since']) {
    parts[name] = format.element(name === 'since' ? 'time' : 'span', name);
    anchor.append(parts[name]);
  }
  if (alert.fresh) anchor.classList.add('fresh');
  item.append(anchor);
  const row = { item, anchor, parts };
  rows.set(alert.alertId, row);
  return row;
}

function fill({ anchor, parts }, alert, chosen) {
  anchor.href = address.link(placeOf(alert));
  anchor.dataset.alert = alert.alertId;
  anchor.toggleAttribute('aria-current', chosen.alert ? chosen.alert === alert.alertId : chosen.stream === alert.stream && chosen.sensor === alert.sensorId);
  parts.state.textContent = texts.states[alert.state] ?? alert.state;
  parts.state.dataset.state = alert.state;
  parts.state.dataset.severity = alert.severity;
  parts.severity.textContent = texts.severities[alert.severity] ?? alert.severity;
  parts.who.replaceChildren(alert.sensorId, format.element('span', '', ` ${alert.stream}`));
  parts.who.title = alert.sensorId;
  parts.value.textContent = alert.value === null ? '' : format.quantity(alert.value, units.of(alert.stream, alert.sensorId));
  parts.why.textContent = texts.byRule(sentence(alert), alert.ruleId);
  parts.why.title = parts.why.textContent;
  parts.since.dateTime = alert.openedAt;
  parts.since.title = new Date(alert.openedAt).toLocaleString();
  parts.since.textContent = format.age(Date.now() - Date.parse(alert.openedAt));
}

/** Where more of an alert is shown: its readings, or the incident that it is about. */
function placeOf({ alertId, stream, sensorId, reasonArgs }) {
  return stream === MACHINERY ? { view: 'incidents', incident: reasonArgs?.incidentId ?? '' } : { stream, sensor: sensorId, alert: alertId, why: false };
}

walk(list);

list.addEventListener('click', (event) => {
  const anchor = event.target.closest('.alert');
  if (!anchor || !isPlain(event)) return;
  event.preventDefault();
  const alert = alerts.get(anchor.dataset.alert);
  if (!alert) return;
  address.go(placeOf(alert));
  if (alert.stream !== MACHINERY) document.getElementById('chart-panel').scrollIntoView({ block: 'nearest' });
});

for (const show of ['open', 'all']) {
  document.getElementById(`show-${show}`).addEventListener('click', (event) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    address.go({ show });
  });
}

addEventListener('units', draw);
setInterval(draw, 5000);
