import * as alerts from './alerts.js';
import * as chart from './chart.js';
import * as figures from './figures.js';
import { follow } from './live.js';

const RELOAD_AFTER = 30000;
let reloadedAt = 0;

function reload() {
  reloadedAt = performance.now();
  alerts.reload();
}

addEventListener('address', () => { alerts.draw(); reload(); chart.refresh(); });

follow({
  pill: document.getElementById('connection'),
  onAlert: alerts.onEvent,
  onReload: reload,
  onStats(stats) {
    figures.show(stats);
    chart.refresh();
    if (performance.now() - reloadedAt > RELOAD_AFTER) reload();
  },
});
alerts.draw();
reload();
chart.refresh();
