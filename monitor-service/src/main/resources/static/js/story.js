import * as address from './address.js';
import * as format from './format.js';
import * as incidents from './incidents.js';
import { isPlain } from './keyboard.js';
import { texts } from './texts.js';

const view = document.getElementById('incidents-view');
const panel = document.getElementById('story');
const title = document.getElementById('story-title');
const state = document.getElementById('story-state');
const facts = document.getElementById('story-facts');
const timeline = document.getElementById('timeline');
const note = document.getElementById('story-note');
const back = document.getElementById('story-back');
let shown = '';
let loading = '';

/** Shows the chosen incident; to be called when another is chosen, or more is known. */
export function draw() {
  const { incident: id } = address.read();
  view.classList.toggle('chosen', id !== '');
  back.href = address.link({ view: 'incidents', incident: '' });
  const incident = incidents.find(id);
  const events = incidents.story(id);
  const wanted = JSON.stringify([id, incident?.sequence, events.map((event) => event.sequence), incidents.isLoaded()]);
  if (wanted === shown) return;
  shown = wanted;
  if (id && loading !== id) {
    loading = id;
    incidents.loadStory(id);
  }
  title.textContent = incident ? incident.target : texts.story;
  state.hidden = !incident;
  facts.hidden = !incident;
  if (incident) {
    title.append(format.element('span', 'count', ` ${incident.kind}`));
    incidents.markState(state, incident);
    facts.replaceChildren(...factsOf(incident).map(fact));
  }
  timeline.replaceChildren(...events.map(step));
  note.textContent = id === '' ? texts.chooseIncident : incident || !incidents.isLoaded() ? '' : texts.unknownIncident;
  note.hidden = note.textContent === '';
}

function factsOf(incident) {
  const found = [
    [texts.facts.detectedAt, format.moment(Date.parse(incident.detectedAt))],
    [texts.facts.detectedAfter, format.span(incident.detectedAfterMillis)],
  ];
  if (!incident.open) found.push([incident.verdict === 'HEALED' ? texts.facts.healedAfter : texts.facts.closedAfter, format.span(incident.tookMillis)]);
  found.push([texts.facts.remedies, incident.remedies.length > 0 ? incident.remedies.join(', ') : texts.noRemedy]);
  return found;
}

function fact([name, value]) {
  const box = format.element('div', 'fact');
  box.append(format.element('dt', '', name), format.element('dd', '', value));
  return box;
}

function step(event) {
  const item = format.element('li', 'step');
  item.dataset.event = event.event;
  if (event.verdict) item.dataset.verdict = event.verdict;
  const at = format.element('time', 'elapsed', `+${format.span(event.elapsedMillis)}`);
  at.dateTime = event.at;
  at.title = new Date(event.at).toLocaleString();
  const what = format.element('div', 'what');
  const name = texts.steps[event.event] ?? event.event;
  what.append(format.element('strong', '', event.remedy ? `${name}: ${event.remedy}` : name), format.element('p', '', event.sentence));
  what.append(...reasons(texts.evidence, event.evidence), ...reasons(texts.ruledOut, event.ruledOut));
  item.append(at, what);
  return item;
}

function reasons(name, sentences) {
  if (!sentences?.length) return [];
  const items = format.element('ul', 'reasons');
  items.append(...sentences.map((sentence) => format.element('li', '', sentence)));
  return [format.element('p', 'reasons-title', name), items];
}

/** Where the list gives way to the story, the story is read from its beginning. */
export function open() {
  draw();
  if (address.read().incident && getComputedStyle(back).display !== 'none') {
    panel.scrollIntoView({ block: 'start' });
    panel.focus({ preventScroll: true });
  }
}

back.addEventListener('click', (event) => {
  if (!isPlain(event)) return;
  event.preventDefault();
  address.go({ view: 'incidents', incident: '' });
});

addEventListener('incidents', draw);
