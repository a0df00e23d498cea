import uPlot from '../lib/uplot/uPlot.esm.js';
import * as address from './address.js';
import { limitsOf } from './alerts.js';
import * as format from './format.js';
import { color, dark, hidden, key, plot, raw, size } from './plot.js';
import { texts } from './texts.js';
import * as units from './units.js';

const box = document.getElementById('chart');
const note = document.getElementById('chart-note');
const title = document.getElementById('chart-title');
const input = document.getElementById('sensor');
const options = document.getElementById('sensors');
let drawn;
let shape = '';
let loading = false;

/** Loads the chosen sensor's readings and draws them. */
export async function refresh() {
  const { view, stream, sensor } = address.read();
  if (view !== 'alerts' || !sensor || loading || document.hidden) return;
  loading = true;
  title.textContent = `${sensor} ${stream}`;
  title.title = title.textContent;
  try {
    const path = `api/sensors/${encodeURIComponent(stream)}/${encodeURIComponent(sensor)}/readings?points=600`;
    const readings = await format.load(path);
    const now = address.read();
    if (now.stream === stream && now.sensor === sensor) show(sensor, readings, stream);
  } catch (error) {
    say(texts.chartUnavailable(error.message));
  } finally {
    loading = false;
  }
}

/** Shows a sentence where the chart would be. */
export function say(sentence) {
  drawn?.destroy();
  drawn = undefined;
  shape = '';
  box.replaceChildren(format.element('div', 'empty', sentence));
  box.setAttribute('aria-label', sentence);
  note.textContent = '';
}

function show(sensor, readings, stream) {
  units.learn(stream, readings.streamUnit);
  const quantity = (v) => format.quantity(v, readings.unit);
  if (!readings.charted) return say(readings.full ? texts.notCharted(readings.seriesMax) : texts.noReadings(sensor));
  if (readings.points.length === 0) return say(texts.noReadings(sensor));
  const limits = readings.limits.length > 0 ? [...new Set(readings.limits.map((l) => l.value))] : limitsOf(stream, sensor);
  const seconds = (point) => Date.parse(point.time) / 1000;
  const came = [readings.points.map(seconds), ...['last', 'min', 'max'].map((part) => readings.points.map((p) => p[part]))];
  const corrected = [readings.corrected.map(seconds), readings.corrected.map((p) => p.last)];
  const data = uPlot.join([came, corrected]);
  limits.forEach((limit) => data.push(data[0].map(() => limit)));
  const wanted = JSON.stringify([sensor, stream, limits, readings.unit]);
  if (wanted !== shape) { say(''); build(data, limits, readings.unit); shape = wanted; } else drawn.setData(data);
  const values = readings.points;
  const sentence = texts.chartSummary(sensor, quantity(values.at(-1).last),
    quantity(Math.min(...values.map((p) => p.min))), quantity(Math.max(...values.map((p) => p.max))));
  box.setAttribute('aria-label', sentence);
  keys(sentence, limits.map((limit) => format.limit(limit, readings.unit)), readings.corrected.length > 0);
}

function keys(sentence, limits, corrected) {
  const all = [['raw', texts.keys.raw], ...limits.map((l) => ['limit', texts.keys.limit(l)])];
  if (corrected) all.push(['corrected', texts.keys.corrected]);
  note.replaceChildren(...all.map(([of, text]) => key(of, text)), sentence);
}

function build(data, limits, unit) {
  drawn = plot(box, unit, {
    series: [
      {},
      raw(),
      hidden(), hidden(),
      { stroke: 'transparent', points: { show: true, size: 5, fill: color('corrected'), stroke: color('corrected') } },
      ...limits.map(() => ({ stroke: color('limit'), width: 1.5, dash: [6, 4], spanGaps: true, points: { show: false } })),
    ],
    bands: [{ series: [3, 2], fill: color('band') }],
  }, data);
}

new ResizeObserver(() => drawn?.setSize(size(box))).observe(box);
dark.addEventListener('change', () => { shape = ''; refresh(); });
document.addEventListener('visibilitychange', refresh);

async function suggest() {
  const found = await format.load(`api/sensors?size=20&search=${encodeURIComponent(input.value)}`).catch(() => ({ items: [] }));
  options.replaceChildren(...found.items.map((s) => Object.assign(document.createElement('option'), { value: `${s.stream}/${s.sensorId}` })));
}

input.addEventListener('focus', suggest);
input.addEventListener('input', suggest);
document.getElementById('sensor-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const typed = input.value.trim();
  if (!typed) return;
  const slash = typed.indexOf('/');
  const exact = slash > 0 ? { stream: typed.slice(0, slash), sensor: typed.slice(slash + 1) } : undefined;
  const found = await format.load(`api/sensors?size=1&search=${encodeURIComponent(exact?.sensor ?? typed)}`).catch(() => ({ items: [] }));
  const first = found.items[0];
  const chosen = exact ?? (first ? { stream: first.stream, sensor: first.sensorId } : { stream: 'temperature', sensor: typed });
  address.go({ ...chosen, alert: '' });
  input.value = '';
});
