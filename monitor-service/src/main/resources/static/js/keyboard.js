/** Arrow keys walk through a list of links, Home and End jump. */
export function walk(list) {
  list.addEventListener('keydown', (event) => {
    const anchors = [...list.querySelectorAll('a')];
    const at = anchors.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: anchors.length - 1 }[event.key];
    if (next === undefined || !anchors[next]) return;
    event.preventDefault();
    anchors[next].focus();
  });
}

/** Whether a click is meant for the page and not for a new tab or window. */
export const isPlain = (event) => !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
