import * as format from './format.js';
import { color, hidden, key, plot, raw } from './plot.js';
import { sentence } from './reasons.js';
import { texts } from './texts.js';

const said = texts.why;
/** The kinds whose limit can be drawn on the readings, since it is one of the value. */
const OF_THE_VALUE = ['threshold', 'range', 'levels'];

/** What each condition said, those inside of others below them. */
export function conditions(all) {
  const list = format.element('ul', 'conditions');
  list.append(...all.map((condition) => {
    const item = document.createElement('li');
    const finding = format.element('span', 'state', said.findings[condition.finding ?? 'none'] ?? condition.finding);
    finding.dataset.finding = condition.finding ?? 'none';
    item.append(finding, format.element('span', '', ` ${condition.kind}${condition.reason ? `: ${sentence(condition)}` : ''}`));
    if (condition.parts?.length) item.append(conditions(condition.parts));
    return item;
  }));
  return list;
}

/** The readings as a table, to be opened. */
export function table(readings, unit) {
  const box = format.element('details', 'readings');
  box.append(format.element('summary', '', said.readings(readings.length)));
  const made = document.createElement('table');
  const head = made.createTHead().insertRow();
  Object.values(said.columns).forEach((name) => { const cell = format.element('th', '', name); cell.scope = 'col'; head.append(cell); });
  const body = made.createTBody();
  readings.forEach((reading) => {
    const row = body.insertRow();
    row.dataset.flag = reading.flag;
    const late = reading.tooLate ? said.late.tooLate : reading.late ? said.late.late : '';
    [format.instant(reading.time), format.limit(reading.value, unit), said.flags[reading.flag] ?? reading.flag, late].forEach((text) => row.append(format.element('td', '', text)));
  });
  box.append(made);
  return box;
}

/** Draws the readings in a box that stands in the page, with the limits and the time of the alert. */
export function draw(box, readings, { unit, limits, from, to }) {
  const times = readings.map((reading) => Date.parse(reading.time) / 1000);
  const breaches = readings.map((reading) => (reading.flag === 4 ? reading.value : null));
  const data = [times, readings.map((reading) => reading.value), breaches, ...limits.map((limit) => times.map(() => limit))];
  return plot(box, unit, {
    series: [
      {}, raw(),
      { stroke: 'transparent', points: { show: true, size: 6, fill: color('critical'), stroke: color('critical') } },
      ...limits.map(() => ({ ...hidden(), stroke: color('limit'), width: 1.5, dash: [6, 4] })),
    ],
    hooks: { drawClear: [(u) => shade(u, from, to ?? times.at(-1))] },
  }, data);
}

function shade(u, from, to) {
  const [left, right] = [from, to].map((time) => Math.min(Math.max(u.valToPos(time, 'x', true), u.bbox.left), u.bbox.left + u.bbox.width));
  u.ctx.fillStyle = color('band');
  u.ctx.fillRect(left, u.bbox.top, Math.max(2, right - left), u.bbox.height);
}

/** The limits that can be drawn on the readings. */
export function limitsOf(all) {
  const own = all.filter((one) => OF_THE_VALUE.includes(one.kind) && one.limit !== null).map((one) => one.limit);
  return [...new Set([...own, ...all.flatMap((one) => limitsOf(one.parts ?? []))])];
}

export const keys = (limits, unit) => [key('raw', texts.keys.raw), ...limits.map((limit) => key('limit', texts.keys.limit(format.limit(limit, unit)))), key('breach', said.findings.breach)];
