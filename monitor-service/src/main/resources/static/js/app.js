import * as address from './address.js';
import * as alerts from './alerts.js';
import * as chart from './chart.js';
import { choose } from './choice.js';
import * as figures from './figures.js';
import * as incidents from './incidents.js';
import { follow } from './live.js';
import * as story from './story.js';
import * as views from './views.js';

const RELOAD_AFTER = 30000;
let reloadedAt = 0;
let opened = false;
let shown = address.read();

async function reload() {
  reloadedAt = performance.now();
  await Promise.all([alerts.reload(), incidents.reload()]);
  opened = true;
  choose();
}

addEventListener('address', () => {
  const before = shown;
  shown = address.read();
  views.show();
  alerts.draw();
  incidents.draw();
  if (shown.incident !== before.incident) story.open();
  chart.refresh();
  if (shown.show !== before.show) reload(); else choose();
});

follow({
  pill: document.getElementById('connection'),
  onAlert: alerts.onEvent,
  onIncident: incidents.onEvent,
  onReload: reload,
  onStats(stats) {
    figures.show(stats);
    chart.refresh();
    if (opened) choose();
    if (performance.now() - reloadedAt > RELOAD_AFTER) reload();
  },
});
views.show();
alerts.draw();
story.open();
reload();
chart.refresh();
