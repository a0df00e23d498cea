import * as address from './address.js';
import * as alerts from './alerts.js';
import * as chart from './chart.js';
import { choose } from './choice.js';
import * as figures from './figures.js';
import { follow } from './live.js';

const RELOAD_AFTER = 30000;
let reloadedAt = 0;
let opened = false;
let shown = address.read().show;

async function reload() {
  reloadedAt = performance.now();
  await alerts.reload();
  opened = true;
  choose();
}

addEventListener('address', () => {
  const { show } = address.read();
  alerts.draw();
  chart.refresh();
  if (show !== shown) reload(); else choose();
  shown = show;
});

follow({
  pill: document.getElementById('connection'),
  onAlert: alerts.onEvent,
  onReload: reload,
  onStats(stats) {
    figures.show(stats);
    chart.refresh();
    if (opened) choose();
    if (performance.now() - reloadedAt > RELOAD_AFTER) reload();
  },
});
alerts.draw();
reload();
chart.refresh();
