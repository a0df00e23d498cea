import * as address from './address.js';
import * as explanation from './explanation.js';
import * as format from './format.js';
import { texts } from './texts.js';
import * as units from './units.js';

const said = texts.why;
const form = document.getElementById('why-not-form');
const sensor = document.getElementById('why-not-sensor');
const at = document.getElementById('why-not-at');
const options = document.getElementById('why-not-sensors');
const answer = document.getElementById('why-not-answer');
let shown = '';
let rule;

/** Shows the question about a rule, and the answer to what the address asks. */
export function show(shownRule) {
  rule = shownRule;
  const { sensor: asked, at: moment } = address.read();
  const wanted = JSON.stringify([rule.id, asked, moment]);
  if (wanted === shown) return;
  shown = wanted;
  sensor.value = asked;
  at.value = local(moment ? new Date(moment) : new Date());
  answer.replaceChildren();
  if (asked && moment) look(asked, moment, wanted);
}

/** A time as the field wants it: in the person's zone, and without one. */
const local = (date) => new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 19);

async function look(asked, moment, wanted) {
  say(said.looking);
  try {
    const query = new URLSearchParams({ sensor: asked, at: moment });
    const found = await format.load(`api/rules/${encodeURIComponent(rule.id)}/explanation?${query}`);
    if (wanted === shown) tell(found);
  } catch (error) {
    if (wanted === shown) say(said.unavailable(error.message));
  }
}

const say = (sentence) => answer.replaceChildren(format.element('p', 'note', sentence));

function tell(found) {
  const unit = units.of(rule.stream);
  const head = format.element('p', 'answer', found.fired ? said.fired : said.didNot);
  head.dataset.fired = found.fired;
  answer.replaceChildren(head, format.element('p', '', format.zoned(found.sentence)));
  if (found.alertId) {
    const link = format.element('a', 'button', said.alert);
    link.href = address.link({ view: 'alerts', show: 'all', stream: rule.stream, sensor: found.sensorId, alert: found.alertId, why: true });
    answer.append(link);
  }
  if (found.held?.of > 0) answer.append(format.element('p', 'quiet', said.held(found.held)));
  if (found.conditions?.length) answer.append(format.element('h4', '', said.conditions), explanation.conditions(found.conditions));
  if (found.reading) answer.append(format.element('p', 'quiet', said.newest({ value: format.limit(found.reading.value, unit), at: format.instant(found.reading.time) })));
  if (found.ruleVersion) answer.append(format.element('p', 'quiet', said.byVersion(found.ruleVersion)));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const asked = sensor.value.trim();
  const moment = new Date(at.value);
  if (!asked) return say(said.noSensor);
  if (Number.isNaN(moment.getTime())) return say(said.noTime);
  address.go({ stream: rule.stream, sensor: asked, at: moment.toISOString() });
});

async function suggest() {
  const found = await format.load(`api/sensors?size=20&stream=${encodeURIComponent(rule.stream)}&search=${encodeURIComponent(sensor.value)}`).catch(() => ({ items: [] }));
  options.replaceChildren(...found.items.map((one) => Object.assign(document.createElement('option'), { value: one.sensorId })));
}
sensor.addEventListener('focus', suggest);
sensor.addEventListener('input', suggest);
