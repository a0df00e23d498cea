const box = document.getElementById('rule-notice');

/** Says in the panel of a rule what came of an act. */
export function say(sentence, how = '') {
  box.textContent = sentence;
  box.dataset.how = how;
  box.hidden = false;
}

export function hide() {
  box.hidden = true;
  box.textContent = '';
}
