import * as address from './address.js';
import * as alerts from './alerts.js';
import * as chart from './chart.js';
import { choose } from './choice.js';
import * as figures from './figures.js';
import * as incidents from './incidents.js';
import { follow } from './live.js';
import * as notices from './notices.js';
import * as rule from './rule.js';
import * as ruleList from './rule-list.js';
import * as rules from './rules.js';
import * as story from './story.js';
import * as views from './views.js';
import * as why from './why.js';

const RELOAD_AFTER = 30000;
/** How long a rule may be shown as it was, in milliseconds. */
const RULES_AFTER = 3000;
let reloadedAt = 0;
let rulesAt = -Infinity;
let opened = false;
let shown = address.read();

async function reload() {
  reloadedAt = performance.now();
  await Promise.all([alerts.reload(), incidents.reload()]);
  opened = true;
  choose();
}

function reloadRules() {
  if (address.read().view !== 'rules' || document.hidden || performance.now() - rulesAt < RULES_AFTER) return;
  rulesAt = performance.now();
  rules.reload();
}

addEventListener('address', () => {
  const before = shown;
  shown = address.read();
  views.show();
  alerts.draw();
  incidents.draw();
  if (shown.incident !== before.incident) story.open();
  ruleList.draw();
  if (shown.tab !== before.tab) notices.hide();
  if (shown.rule !== before.rule || shown.making !== before.making) { notices.hide(); rule.open(); } else rule.draw();
  reloadRules();
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
why.draw();
ruleList.draw();
rule.open();
reloadRules();
setInterval(reloadRules, RULES_AFTER);
reload();
chart.refresh();
