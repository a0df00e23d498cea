/** What is chosen stands in the page's address, so that it can be sent to somebody. */
export function read() {
  const query = new URLSearchParams(location.search);
  const incident = query.get('incident') ?? '';
  return {
    view: incident || query.get('view') === 'incidents' ? 'incidents' : 'alerts',
    incident,
    show: query.get('show') === 'all' ? 'all' : 'open',
    stream: query.get('stream') ?? '',
    sensor: query.get('sensor') ?? '',
  };
}

export function link(change) {
  const { view, incident, show, stream, sensor } = { ...read(), ...change };
  const query = new URLSearchParams();
  if (view === 'incidents') query.set('view', view);
  if (view === 'incidents' && incident) query.set('incident', incident);
  if (show === 'all') query.set('show', show);
  if (sensor) { query.set('stream', stream); query.set('sensor', sensor); }
  const text = query.toString();
  return text ? `?${text}` : './';
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
