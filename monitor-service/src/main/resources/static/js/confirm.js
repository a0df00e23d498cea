const dialog = document.getElementById('confirm-dialog');
const title = document.getElementById('confirm-title');
const sentence = document.getElementById('confirm-sentence');
const yes = document.getElementById('confirm-yes');

/** Asks before what cannot be taken back; answers whether it is wanted. */
export function confirm(question) {
  title.textContent = question.title;
  sentence.textContent = question.sentence;
  yes.textContent = question.yes;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((told) => {
    dialog.addEventListener('close', () => told(dialog.returnValue === 'yes'), { once: true });
  });
}
