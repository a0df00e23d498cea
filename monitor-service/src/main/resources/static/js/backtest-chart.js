import { thin } from './csv.js';
import * as format from './format.js';
import { color, dark, hidden, key, plot, raw, size } from './plot.js';
import { texts } from './texts.js';
import * as units from './units.js';

const POINTS = 1200;
/** An alert of a moment is seen, too, in pixels of the screen. */
const NARROWEST = 3;
const said = texts.backtest;
const box = document.getElementById('backtest-chart');
const keys = document.getElementById('backtest-keys');
const COLORS = { same: 'change-same', changed: 'change-changed', new: 'change-new', gone: 'change-gone' };
let drawn;
let last;

/** Draws a sensor's readings with the alerts that a rule would have raised, and those that it no longer would. */
export async function show(result, sensor) {
  if (last?.result === result && last.sensor === sensor) return;
  last = { result, sensor };
  const mine = last;
  const points = await readings(result, sensor);
  if (mine === last) draw(result, sensor, points);
}

async function readings({ rule, found, series }, sensor) {
  if (series) {
    const all = series.get(sensor) ?? (series.size === 1 ? [...series.values()][0] : []);
    return thin(all, POINTS);
  }
  if (!found.from) return [];
  const path = `api/sensors/${encodeURIComponent(rule.stream)}/${encodeURIComponent(sensor)}/readings`;
  // the end is not part of what is asked for
  const query = new URLSearchParams({ from: found.from, to: new Date(Date.parse(found.to) + 1).toISOString(), points: POINTS });
  const answer = await format.load(`${path}?${query}`).catch(() => ({ points: [] }));
  return answer.points.map((point) => ({ ...point, time: Date.parse(point.time) }));
}

function draw(result, sensor, points) {
  drawn?.destroy();
  drawn = undefined;
  const alerts = result.alerts.filter((alert) => alert.sensorId === sensor);
  box.classList.toggle('bare', points.length === 0);
  keys.replaceChildren();
  if (points.length === 0) return box.replaceChildren(format.element('div', 'empty', said.noReadings));
  const data = [points.map((point) => point.time / 1000), ...['last', 'min', 'max'].map((part) => points.map((point) => point[part]))];
  drawn = plot(box, units.of(result.rule.stream), {
    series: [{}, raw(), hidden(), hidden()],
    bands: [{ series: [3, 2], fill: color('band') }],
    hooks: { drawClear: [(u) => alerts.forEach((alert) => band(u, alert, points.at(-1).time))] },
  }, data);
  box.setAttribute('aria-label', said.chart(sensor || said.oneSensor, alerts.length));
  const changes = Object.keys(COLORS).filter((change) => alerts.some((alert) => alert.change === change));
  keys.replaceChildren(key('raw', texts.keys.raw), ...changes.map((change) => key(change, said.changes[change])));
}

function band(u, { openedAt, resolvedAt, change }, end) {
  const [left, right] = [Date.parse(openedAt), resolvedAt ? Date.parse(resolvedAt) : end].map((time) => u.valToPos(time / 1000, 'x', true));
  const { left: from, top, width, height } = u.bbox;
  const begin = Math.max(from, left);
  const wide = Math.min(from + width, Math.max(right, left + NARROWEST * devicePixelRatio)) - begin;
  if (wide <= 0) return;
  u.ctx.fillStyle = color(COLORS[change] ?? COLORS.new);
  u.ctx.fillRect(begin, top, wide, height);
}

new ResizeObserver(() => drawn?.setSize(size(box))).observe(box);
dark.addEventListener('change', () => {
  const now = last;
  last = undefined;
  if (now) show(now.result, now.sensor);
});
