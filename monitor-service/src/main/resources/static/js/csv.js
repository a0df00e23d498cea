/** The largest file that the service takes. */
export const MOST_BYTES = 8 * 1024 * 1024;

/**
 * A file's readings, to be drawn: sensor to [{time, value}], in the order of their times. What cannot be read is left
 * out, since the service says what is wrong with it. A file of one sensor has no name for it: it is the empty one.
 */
export function parse(text) {
  const [head, ...lines] = text.trim().split(/\r?\n/);
  const columns = head.split(',').map((name) => name.trim());
  const [sensor, timestamp, value] = ['sensor', 'timestamp', 'value'].map((name) => columns.indexOf(name));
  const series = new Map();
  for (const line of lines) {
    const cells = line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const reading = { time: moment(cells[timestamp]), value: Number.parseFloat(cells[value]) };
    if (!Number.isFinite(reading.time) || !Number.isFinite(reading.value)) continue;
    const name = sensor < 0 ? '' : cells[sensor];
    if (!series.has(name)) series.set(name, []);
    series.get(name).push(reading);
  }
  series.forEach((readings) => readings.sort((a, b) => a.time - b.time));
  return series;
}

/** Milliseconds since the epoch; a time without an offset is in UTC. */
function moment(text = '') {
  if (/^-?\d+$/.test(text)) return Number(text);
  return Date.parse(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$/.test(text) ? `${text.replace(' ', 'T')}Z` : text);
}

/** At most so many points, each a stretch's lowest, highest and last value. */
export function thin(readings, most) {
  const step = Math.max(1, Math.ceil(readings.length / most));
  const points = [];
  for (let at = 0; at < readings.length; at += step) {
    const values = readings.slice(at, at + step).map((reading) => reading.value);
    points.push({ time: readings[at].time, min: Math.min(...values), max: Math.max(...values), last: values.at(-1) });
  }
  return points;
}
