const dialog = document.getElementById('token-dialog');
const input = document.getElementById('token');

/** Held by this page alone, and gone with it. */
let held = '';

export const header = () => (held ? { Authorization: `Bearer ${held}` } : {});

/** A token that was refused is not sent again. */
export function forgetIf(refused) {
  if (refused) held = '';
}

/** Asks the person for the token that this monitor wants of whoever changes something; answers whether one was given. */
export function ask() {
  input.value = '';
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((told) => {
    dialog.addEventListener('close', () => {
      held = dialog.returnValue === 'ok' ? input.value.trim() : '';
      input.value = '';
      told(held !== '');
    }, { once: true });
  });
}
