// Asks for the processes once a second and shows them. Text from outside is set as text, never as markup.

const PERIOD_MILLIS = 1000;

const STATES = {
    WAITING: ["wait", "waiting"],
    STARTING: ["wait", "starting"],
    UP: ["good", "up"],
    UNHEALTHY: ["bad", "not ready"],
    BACKING_OFF: ["bad", "ended, will be started again"],
    STOPPING: ["wait", "stopping"],
    STOPPED: ["bad", "stopped"],
};

const rows = document.getElementById("processes");
const connection = document.getElementById("connection");

function span(since) {
    const seconds = Math.max(0, Math.round((Date.now() - Date.parse(since)) / 1000));
    if (seconds < 60) return `${seconds} s`;
    if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    const hours = Math.floor(seconds / 3600);
    return hours < 48 ? `${hours} h ${Math.floor(seconds / 60) % 60} min` : `${Math.floor(hours / 24)} days`;
}

function cell(label, content, ...classes) {
    const td = document.createElement("td");
    td.dataset.label = label;
    td.classList.add(...classes);
    td.append(content);
    return td;
}

function address(process) {
    if (!process.address.startsWith("http")) return process.address.replace(/^[a-z]+:\/\//, "");
    const link = document.createElement("a");
    link.href = process.address;
    link.textContent = process.address.replace("http://", "");
    return link;
}

function row(process) {
    const [kind, words] = STATES[process.state] ?? ["wait", process.state];
    const name = document.createElement("th");
    name.scope = "row";
    name.textContent = process.name;
    const state = document.createElement("span");
    state.className = `state ${kind}`;
    state.textContent = words;
    const since = document.createElement("time");
    since.dateTime = process.since;
    since.title = new Date(process.since).toLocaleString();
    since.textContent = span(process.since);
    const tr = document.createElement("tr");
    tr.append(
        name,
        cell("State", state),
        cell("Since", since),
        cell("Address", address(process)),
        cell("Process id", process.pid ?? "–", "number"),
        cell("Restarts", process.restarts, "number"),
        cell("Last exit code", process.lastExitCode ?? "–", "number"),
        cell("Log", process.log, "log"));
    return tr;
}

function show(processes) {
    const focused = document.activeElement?.href;
    rows.replaceChildren(...processes.map(row));
    if (focused) rows.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
    const monitor = processes.find(process => process.name === "monitor");
    if (monitor) document.getElementById("dashboard").href = monitor.address;
    const up = processes.filter(process => process.state === "UP").length;
    say(`${up} of ${processes.length} processes are up.`, false);
}

// A status is read aloud when it changes, so it is touched only then.
function say(text, lost) {
    if (connection.textContent !== text) connection.textContent = text;
    connection.classList.toggle("lost", lost);
}

async function ask() {
    try {
        const answer = await fetch("api/processes", {signal: AbortSignal.timeout(5000)});
        if (!answer.ok) throw new Error(`status ${answer.status}`);
        show((await answer.json()).items);
    } catch (failure) {
        say("The local stack does not answer; what is shown below is old. Start it again in its terminal.", true);
    }
    setTimeout(ask, PERIOD_MILLIS);
}

ask();
