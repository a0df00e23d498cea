import * as format from './format.js';
import { texts } from './texts.js';

const list = document.getElementById('figures');
const trouble = document.getElementById('trouble');
const values = new Map();

function cell(name, severity) {
  const box = format.element('div', 'figure');
  if (severity) box.dataset.severity = 'none';
  const value = format.element('dd', '', texts.unknown);
  box.append(format.element('dt', '', texts.figures[name]), value);
  list.append(box);
  values.set(name, { box, value });
}

['critical', 'warning', 'info'].forEach((severity) => cell(severity, true));
['rate', 'latency', 'lag'].forEach((name) => cell(name, false));

function set(name, text, unit) {
  const { value } = values.get(name);
  value.replaceChildren(text, ...(unit ? [format.element('small', '', ` ${unit}`)] : []));
}

/** Shows how the monitor is doing. */
export function show(stats) {
  for (const severity of ['critical', 'warning', 'info']) {
    const open = stats.open[severity];
    set(severity, format.count(open));
    values.get(severity).box.dataset.severity = open > 0 ? severity : 'none';
  }
  set('rate', format.count(stats.readingsPerSecond));
  const known = stats.p50Millis !== null;
  set('latency', known ? `${format.millis(stats.p50Millis)} / ${format.millis(stats.p99Millis)}` : texts.unknown, known ? 'ms' : '');
  set('lag', format.count(stats.lagRecords));
  trouble.hidden = stats.store === null;
  if (stats.store !== null) trouble.textContent = stats.store;
}
