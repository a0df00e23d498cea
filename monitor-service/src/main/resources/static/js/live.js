import * as format from './format.js';
import { texts } from './texts.js';

const LOST_AFTER = 15000;
const SILENT_AFTER = 5000;

/** Follows the service's events; calls back with what comes, and shows how the connection is. */
export function follow({ onAlert, onIncident, onStats, onReload, pill }) {
  let source;
  let heardAt = performance.now();
  let heardOnce = false;

  function heard() {
    heardAt = performance.now();
    heardOnce = true;
    show();
  }

  function open() {
    source = new EventSource('api/events');
    source.onopen = () => { heard(); onReload(); };
    source.addEventListener('alert', (event) => { heard(); onAlert(JSON.parse(event.data)); });
    source.addEventListener('incident', (event) => { heard(); onIncident(JSON.parse(event.data)); });
    source.addEventListener('stats', (event) => { heard(); onStats(JSON.parse(event.data)); });
    source.addEventListener('reset', () => { heard(); onReload(); });
    source.onerror = () => {
      show();
      if (source.readyState === EventSource.CLOSED) setTimeout(open, 2000);
    };
  }

  function show() {
    const silent = performance.now() - heardAt;
    const connected = source.readyState === EventSource.OPEN && silent < SILENT_AFTER;
    const state = connected ? 'live' : silent > LOST_AFTER ? 'lost' : heardOnce ? 'reconnecting' : 'connecting';
    const text = texts.connection[state];
    const sentence = typeof text === 'function' ? text(format.age(silent)) : text;
    pill.dataset.state = state;
    if (pill.textContent !== sentence) pill.textContent = sentence;
    document.body.classList.toggle('stale', state === 'lost');
  }

  open();
  setInterval(show, 1000);
}
