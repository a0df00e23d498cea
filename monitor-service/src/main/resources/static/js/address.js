const VIEWS = ['alerts', 'incidents', 'rules'];
const TABS = ['edit', 'backtest', 'versions', 'why-not'];

const among = (allowed, value) => (allowed.includes(value) ? value : allowed[0]);

/** What is chosen stands in the page's address, so that it can be sent to somebody. */
export function read() {
  const query = new URLSearchParams(location.search);
  const incident = query.get('incident') ?? '';
  return {
    view: incident ? 'incidents' : among(VIEWS, query.get('view')),
    incident,
    rule: query.get('rule') ?? '',
    making: query.get('new') === 'yes',
    tab: among(TABS, query.get('tab')),
    show: query.get('show') === 'all' ? 'all' : 'open',
    stream: query.get('stream') ?? '',
    sensor: query.get('sensor') ?? '',
    alert: query.get('alert') ?? '',
    why: query.get('why') === 'yes',
    at: query.get('at') ?? '',
  };
}

export function link(change) {
  const chosen = { ...read(), ...change };
  const query = new URLSearchParams();
  if (chosen.view !== 'alerts') query.set('view', chosen.view);
  if (chosen.view === 'incidents' && chosen.incident) query.set('incident', chosen.incident);
  if (chosen.view === 'rules') placeOfRule(chosen, query);
  if (chosen.show === 'all') query.set('show', chosen.show);
  if (chosen.sensor) { query.set('stream', chosen.stream); query.set('sensor', chosen.sensor); }
  if (chosen.view === 'alerts' && chosen.alert) query.set('alert', chosen.alert);
  if (chosen.view === 'alerts' && chosen.alert && chosen.why) query.set('why', 'yes');
  const text = query.toString();
  return text ? `?${text}` : './';
}

function placeOfRule({ rule, making, tab, at }, query) {
  if (making) query.set('new', 'yes'); else if (rule) query.set('rule', rule);
  if ((rule || making) && tab !== TABS[0]) query.set('tab', tab);
  if (rule && tab === 'why-not' && at) query.set('at', at);
}

export function go(change) {
  history.pushState(null, '', link(change));
  dispatchEvent(new Event('address'));
}

/** Chooses for the person, who then finds no step back to where nothing was chosen. */
export function settle(change) {
  history.replaceState(null, '', link(change));
  dispatchEvent(new Event('address'));
}

addEventListener('popstate', () => dispatchEvent(new Event('address')));
