import * as format from './format.js';

const ASKED_AGAIN_AFTER = 10000;
const known = new Map();
const askedAt = new Map();

/** The unit of a stream's values; empty if it has none, and until the service has told it. */
export function of(stream) {
  if (!known.has(stream)) ask(stream);
  return known.get(stream) ?? '';
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
  const found = await format.load(`api/sensors?size=1&stream=${encodeURIComponent(stream)}`).catch(() => ({ items: [] }));
  found.items.forEach((sensor) => learn(stream, sensor.unit));
}
