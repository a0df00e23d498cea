/** The events of an answer that is a stream of them: {event, data}, data being JSON. */
export async function* events(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += value.replaceAll('\r', '');
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const told = parse(text.slice(0, end));
      text = text.slice(end + 2);
      if (told) yield told;
    }
  }
}

function parse(block) {
  const lines = block.split('\n');
  const of = (name) => lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trimStart());
  const data = of('data').join('\n');
  return data && { event: of('event')[0] ?? 'message', data: JSON.parse(data) };
}
