import * as address from './address.js';
import * as format from './format.js';
import { isPlain, walk } from './keyboard.js';
import { texts } from './texts.js';

const SHOWN = 100;
const KEPT = 500;

const list = document.getElementById('incidents');
const note = document.getElementById('incidents-note');
const countLabel = document.getElementById('incidents-count');
const badge = document.getElementById('incidents-open');
const incidents = new Map();
const stories = new Map();
const rows = new Map();
let total = 0;
let failure = '';
let loaded = false;
let drawing = false;

const newestFirst = (a, b) => Date.parse(b.detectedAt) - Date.parse(a.detectedAt) || (a.incidentId < b.incidentId ? 1 : -1);

export async function reload() {
  try {
    const page = await format.load(`api/incidents?size=${SHOWN}`);
    page.items.forEach(take);
    total = page.total;
    failure = '';
  } catch (error) {
    failure = error.message;
  }
  loaded = true;
  const { incident } = address.read();
  if (incident) await loadStory(incident);
  draw();
}

/** Loads the story of an incident, unless all of it was heard live: then the store may not have it yet. */
export async function loadStory(id) {
  if (stories.has(id) && incidents.get(id)?.sequence === stories.get(id).size) return;
  try {
    const incident = await format.load(`api/incidents/${encodeURIComponent(id)}`);
    incident.events.forEach(tell);
    take(incident);
  } catch (error) {
    if (!stories.has(id)) failure = error.message;
  }
  draw();
}

export const find = (id) => incidents.get(id);

/** The events of an incident that are known, oldest first. */
export const story = (id) => [...(stories.get(id)?.values() ?? [])].sort((a, b) => a.sequence - b.sequence);

export const isLoaded = () => loaded;

function take(incident) {
  const known = incidents.get(incident.incidentId);
  if (!known || known.sequence <= incident.sequence) incidents.set(incident.incidentId, { ...incident, events: [] });
}

function tell(event) {
  const events = stories.get(event.incidentId) ?? new Map();
  events.set(event.sequence, event);
  stories.set(event.incidentId, events);
}

export function onEvent(event) {
  tell(event);
  const known = incidents.get(event.incidentId);
  if (!known || known.sequence < event.sequence) incidents.set(event.incidentId, follow(known, event));
  if (incidents.size > KEPT) {
    [...incidents.values()].sort(newestFirst).slice(KEPT - 50).forEach(({ incidentId }) => { incidents.delete(incidentId); stories.delete(incidentId); });
  }
  draw();
}

/** The incident after an event, as the services tell it too. */
function follow(known, event) {
  const before = known ?? { open: true, verdict: null, closedAt: null, detectedAt: event.detectedAt, detectedAfterMillis: event.faultMillis, tookMillis: 0, remedies: [] };
  const closes = event.event === 'closed' && before.open;
  return {
    ...before,
    incidentId: event.incidentId,
    sequence: event.sequence,
    target: event.target,
    kind: event.kind,
    sentence: event.sentence,
    open: before.open && !closes,
    verdict: closes ? event.verdict : before.verdict,
    closedAt: closes ? event.at : before.closedAt,
    tookMillis: before.open ? event.elapsedMillis : before.tookMillis,
    remedies: event.event === 'remedy-begun' ? [...before.remedies, event.remedy] : before.remedies,
  };
}

/** Draws at most once a frame, however many events come. */
export function draw() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => { drawing = false; drawNow(); dispatchEvent(new Event('incidents')); });
}

function drawNow() {
  const chosen = address.read();
  const all = [...incidents.values()].sort(newestFirst);
  const shown = all.slice(0, SHOWN);
  const wanted = new Set(shown.map((incident) => incident.incidentId));
  for (const [id, row] of rows) if (!wanted.has(id)) { row.item.remove(); rows.delete(id); }
  shown.forEach((incident, index) => {
    const row = rows.get(incident.incidentId) ?? create(incident.incidentId);
    fill(row, incident, chosen.incident === incident.incidentId);
    if (list.children[index] !== row.item) list.insertBefore(row.item, list.children[index] ?? null);
  });
  const open = all.filter((incident) => incident.open).length;
  badge.hidden = open === 0;
  badge.textContent = open === 0 ? '' : texts.openIncidents(open);
  countLabel.textContent = loaded ? texts.count(shown.length, Math.max(total, all.length)) : '';
  note.textContent = failure ? texts.incidentsUnavailable(failure) : loaded && all.length === 0 ? texts.noIncidents : '';
  note.hidden = note.textContent === '';
}

function create(id) {
  const item = document.createElement('li');
  const anchor = format.element('a', 'incident');
  const parts = {};
  for (const name of ['state', 'who', 'since', 'why', 'took']) {
    parts[name] = format.element(name === 'since' ? 'time' : 'span', name);
    anchor.append(parts[name]);
  }
  item.append(anchor);
  const row = { item, anchor, parts };
  rows.set(id, row);
  return row;
}

function fill({ anchor, parts }, incident, isChosen) {
  anchor.href = address.link({ view: 'incidents', incident: incident.incidentId });
  anchor.dataset.incident = incident.incidentId;
  anchor.toggleAttribute('aria-current', isChosen);
  markState(parts.state, incident);
  parts.who.replaceChildren(incident.target, format.element('span', '', ` ${incident.kind}`));
  parts.who.title = `${incident.target} ${incident.kind}`;
  parts.why.textContent = incident.sentence;
  parts.why.title = incident.sentence;
  parts.since.dateTime = incident.detectedAt;
  parts.since.title = new Date(incident.detectedAt).toLocaleString();
  parts.since.textContent = format.age(Date.now() - Date.parse(incident.detectedAt));
  parts.took.textContent = incident.open ? '' : texts.took(format.span(incident.tookMillis));
}

/** Shows on an element where an incident stands. */
export function markState(element, incident) {
  const verdict = incident.open ? 'OPEN' : incident.verdict ?? 'CLOSED';
  element.textContent = texts.verdicts[verdict] ?? verdict;
  element.dataset.verdict = verdict;
}

walk(list);

list.addEventListener('click', (event) => {
  const anchor = event.target.closest('.incident');
  if (!anchor || !isPlain(event)) return;
  event.preventDefault();
  address.go({ view: 'incidents', incident: anchor.dataset.incident });
});

setInterval(draw, 5000);
