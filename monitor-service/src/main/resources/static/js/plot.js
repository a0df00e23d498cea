import uPlot from '../lib/uplot/uPlot.esm.js';
import * as format from './format.js';

export const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** A series that is only the edge of a band. */
export const hidden = () => ({ stroke: 'transparent', spanGaps: true, points: { show: false } });

/** A series as it came; a single reading is no line, and seen as a point. */
export const raw = () => ({ stroke: color('raw'), width: 1.5, spanGaps: true, points: { show: (u) => u.data[0].length === 1, size: 6, fill: color('raw') } });

/** What is seen to both sides of a single moment, in seconds. */
const AROUND = 60;

/** A plot over time in a box, in the page's colours; what is special about it comes with the options. */
export function plot(box, unit, options, data) {
  box.replaceChildren();
  const axis = { stroke: color('quiet'), font: `12px ${color('font')}`, grid: { stroke: color('line'), width: 1 }, ticks: { show: false } };
  return new uPlot({
    ...size(box),
    padding: [8, 24, 0, 0],
    cursor: { drag: { x: true, y: false } },
    scales: { x: { range: (u, min, max) => (min === max ? [min - AROUND, max + AROUND] : [min, max]) }, y: { range: (u, min, max) => { const pad = (max - min || 1) * 0.08; return [min - pad, max + pad]; } } },
    axes: [
      { ...axis, space: 60, size: 32, values: (u, splits, index, space, step) => splits.map((at) => format.time(at * 1000, step)) },
      { ...axis, size: wide, values: (u, splits) => splits.map((v) => format.tick(v, unit)) },
    ],
    ...options,
  }, data, box);
}

/** As wide as the longest label beside the axis. */
function wide(u, labels) {
  return Math.max(44, 18 + 7 * Math.max(0, ...(labels ?? []).map((label) => label.length)));
}

export function size(box) {
  const style = getComputedStyle(box);
  return { width: box.clientWidth - parseFloat(style.paddingLeft) * 2, height: box.clientHeight - parseFloat(style.paddingTop) };
}

/** What a line of a chart stands for, beside it. */
export function key(of, text) {
  const made = format.element('span', 'key');
  made.dataset.of = of;
  made.append(document.createElement('i'), text);
  return made;
}

export const dark = matchMedia('(prefers-color-scheme: dark)');
