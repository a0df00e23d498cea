import * as format from './format.js';

const ASKED_AGAIN_AFTER = 10000;
const known = new Map();
/** Of each stream, the sensors whose unit is another than the stream's. */
const own = new Map();
const askedAt = new Map();

/** The unit of a sensor's values, else of its stream's; empty if there is none, and until the service has told it. */
export function of(stream, sensor) {
  if (!known.has(stream) || !own.has(stream)) ask(stream);
  return own.get(stream)?.get(sensor) ?? known.get(stream) ?? '';
}

export function learn(stream, unit) {
  if (known.get(stream) === (unit ?? '')) return;
  known.set(stream, unit ?? '');
  dispatchEvent(new Event('units'));
}

async function ask(stream) {
  const now = performance.now();
  if (now - (askedAt.get(stream) ?? -Infinity) < ASKED_AGAIN_AFTER) return;
  askedAt.set(stream, now);
  const path = `api/sensors?stream=${encodeURIComponent(stream)}`;
  const first = await format.load(`${path}&size=1`).catch(() => ({ items: [] }));
  first.items.forEach((sensor) => learn(stream, sensor.streamUnit));
  const others = await format.load(`${path}&ownUnit=true&size=500`).catch(() => null);
  if (!others) return;
  own.set(stream, new Map(others.items.map((sensor) => [sensor.sensorId, sensor.unit])));
  if (others.items.length > 0) dispatchEvent(new Event('units'));
}
