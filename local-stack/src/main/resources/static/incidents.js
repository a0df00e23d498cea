// Asks the healer, through this program, for the newest incidents, and shows them. Text from outside is set as text,
// never as markup.

const PERIOD_MILLIS = 2000;

const VERDICTS = {
    OPEN: ["wait", "open"],
    HEALED: ["good", "healed"],
    HANDED_OVER: ["bad", "needs a person"],
    WITHDRAWN: ["", "withdrawn"],
    INCONCLUSIVE: ["", "inconclusive"],
};

const STEPS = {
    detected: "Detected",
    diagnosed: "Diagnosed",
    held: "Held back",
    skipped: "Skipped",
    "remedy-begun": "Begun",
    "remedy-ended": "Ended",
    verifying: "Verifying",
    "not-healed": "Not healed",
    closed: "Closed",
    recovered: "Recovered",
};

const list = document.getElementById("incidents");
const note = document.getElementById("incidents-note");
const entries = new Map();

function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
}

function length(millis) {
    if (millis < 59950) return `${(Math.max(0, millis) / 1000).toFixed(1)} s`;
    const seconds = Math.round(millis / 1000);
    if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    return `${Math.floor(seconds / 3600)} h ${Math.floor(seconds / 60) % 60} min`;
}

function age(since) {
    const seconds = Math.max(0, Math.round((Date.now() - Date.parse(since)) / 1000));
    if (seconds < 60) return `${seconds} s ago`;
    if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
    if (seconds < 172800) return `${Math.floor(seconds / 3600)} h ago`;
    return `${Math.floor(seconds / 86400)} days ago`;
}

function create(id) {
    const details = element("details", "incident");
    const summary = element("summary");
    const parts = {};
    for (const name of ["state", "what", "since", "sentence"]) {
        parts[name] = element(name === "since" ? "time" : "span", name);
        summary.append(parts[name]);
    }
    const story = element("ol", "story");
    details.append(summary, story);
    details.addEventListener("toggle", () => details.open && tell(id));
    const item = element("li");
    item.append(details);
    const entry = {item, details, parts, story, sequence: undefined};
    entries.set(id, entry);
    return entry;
}

function fill(entry, incident) {
    const [kind, words] = VERDICTS[incident.open ? "OPEN" : incident.verdict] ?? ["", incident.verdict ?? "closed"];
    entry.parts.state.className = `state ${kind}`;
    entry.parts.state.textContent = words;
    entry.parts.what.replaceChildren(element("strong", "", incident.target), ` ${incident.kind}`);
    entry.parts.since.dateTime = incident.detectedAt;
    entry.parts.since.title = new Date(incident.detectedAt).toLocaleString();
    entry.parts.since.textContent = age(incident.detectedAt)
        + (incident.open ? "" : `, took ${length(incident.tookMillis)}`);
    entry.parts.sentence.textContent = incident.sentence;
    if (entry.details.open && entry.sequence !== incident.sequence) tell(incident.incidentId);
}

function step(event) {
    const item = element("li");
    const name = STEPS[event.event] ?? event.event;
    const what = element("div");
    what.append(
        element("strong", "", event.remedy ? `${name}: ${event.remedy}` : name),
        element("p", "", event.sentence));
    for (const [title, reasons] of [["What was seen", event.evidence], ["What it is not", event.ruledOut]]) {
        if (!reasons?.length) continue;
        const items = element("ul");
        items.append(...reasons.map(reason => element("li", "", reason)));
        what.append(element("p", "title", title), items);
    }
    item.append(element("span", "elapsed", `+${length(event.elapsedMillis)}`), what);
    return item;
}

async function tell(id) {
    const entry = entries.get(id);
    if (!entry) return;
    try {
        const incident = await load(`api/incidents/${encodeURIComponent(id)}`);
        entry.sequence = incident.sequence;
        entry.story.replaceChildren(...incident.events.map(step));
    } catch (failure) {
        if (!entry.story.childElementCount) entry.story.replaceChildren(element("li", "", failure.message));
    }
}

async function load(path) {
    const answer = await fetch(path, {signal: AbortSignal.timeout(5000)});
    if (answer.ok) return answer.json();
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail ?? `The local stack answered with the status ${answer.status}.`);
}

function show(incidents) {
    const wanted = new Set(incidents.map(incident => incident.incidentId));
    for (const [id, entry] of entries) {
        if (wanted.has(id)) continue;
        entry.item.remove();
        entries.delete(id);
    }
    incidents.forEach((incident, index) => {
        const entry = entries.get(incident.incidentId) ?? create(incident.incidentId);
        fill(entry, incident);
        if (list.children[index] !== entry.item) list.insertBefore(entry.item, list.children[index] ?? null);
    });
}

// A status is read aloud when it changes, so it is touched only then.
function say(text, lost) {
    if (note.textContent !== text) note.textContent = text;
    note.classList.toggle("lost", lost);
}

async function ask() {
    try {
        const page = await load("api/incidents?size=10");
        show(page.items);
        const more = page.total > page.items.length ? ` The newest ${page.items.length} of ${page.total}.` : "";
        say(page.items.length ? more.trim() : "No incidents: every service works.", false);
    } catch (failure) {
        const old = entries.size ? " What is shown below is old." : "";
        say((failure instanceof TypeError || failure.name === "TimeoutError"
            ? "The local stack does not answer."
            : failure.message) + old, true);
    }
    setTimeout(ask, PERIOD_MILLIS);
}

ask();
