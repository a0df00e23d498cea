import * as address from './address.js';
import { isPlain } from './keyboard.js';
import { texts } from './texts.js';

const skip = document.querySelector('.skip');

/** Shows the view that the address names. */
export function show() {
  const { view } = address.read();
  for (const name of ['alerts', 'incidents']) {
    const tab = document.getElementById(`view-${name}`);
    tab.href = address.link({ view: name, incident: '' });
    tab.toggleAttribute('aria-current', view === name);
    document.getElementById(`${name}-view`).hidden = view !== name;
  }
  skip.href = `#${view}`;
  skip.textContent = texts.skip[view];
  document.title = texts.titles[view];
}

for (const name of ['alerts', 'incidents']) {
  document.getElementById(`view-${name}`).addEventListener('click', (event) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    address.go({ view: name, incident: '' });
  });
}
