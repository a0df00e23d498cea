import * as address from './address.js';
import { isPlain } from './keyboard.js';
import { texts } from './texts.js';

const VIEWS = ['alerts', 'incidents', 'rules'];
/** A view is entered by its list. */
const NOTHING = { incident: '', rule: '', making: false, tab: 'edit' };
const skip = document.querySelector('.skip');

/** Shows the view that the address names. */
export function show() {
  const { view } = address.read();
  for (const name of VIEWS) {
    const tab = document.getElementById(`view-${name}`);
    tab.href = address.link({ view: name, ...NOTHING });
    tab.toggleAttribute('aria-current', view === name);
    document.getElementById(`${name}-view`).hidden = view !== name;
  }
  skip.href = `#${view}`;
  skip.textContent = texts.skip[view];
  document.title = texts.titles[view];
}

for (const name of VIEWS) {
  document.getElementById(`view-${name}`).addEventListener('click', (event) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    address.go({ view: name, ...NOTHING });
  });
}
