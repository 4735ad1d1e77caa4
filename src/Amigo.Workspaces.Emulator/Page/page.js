// Shows what GET /_emulator tells, and asks again every second. Whatever it shows is text: nothing here makes HTML of a string.
"use strict";

const pollEvery = 1000;
const opened = new Set();
const byId = (id) => document.getElementById(id);
let shown = "";

function element(tag, className, ...content) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
}

function when(date) {
  return date ? new Date(date).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" }) : "";
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function statusTag(request) {
  const status = request.status;
  if (status === null) {
    return element("span", "tag bad", request.duration_ms === null ? "…" : "no answer");
  }
  return element("span", "tag " + (status < 300 ? "good" : status < 500 ? "warn" : "bad"), String(status));
}

function bodyOf(title, text) {
  return element("div", "", element("h3", "", title), element("pre", "", text === "" ? "no body" : pretty(text)));
}

function requestRow(request) {
  const target = request.path + (request.query ? "?" + request.query : "");
  const row = element("details", "",
    element("summary", "",
      element("span", "method", request.method),
      element("span", "path", target),
      request.fault ? element("span", "tag warn", "fault " + request.fault) : element("span", ""),
      element("span", "quiet", request.role ?? "no key"),
      statusTag(request),
      element("span", "quiet", request.duration_ms === null ? "" : request.duration_ms.toFixed(1) + " ms")),
    element("div", "bodies",
      bodyOf("Request " + (request.operation ?? "that names no operation") + ", " + when(request.received_at), request.body),
      bodyOf("Answer", request.response_body)));
  row.open = opened.has(request.number);
  row.addEventListener("toggle", () => (row.open ? opened.add(request.number) : opened.delete(request.number)));
  return row;
}

function faultRow(fault) {
  const detail = [fault.status, fault.delay_ms === null ? null : fault.delay_ms + " ms"].filter((part) => part !== null).join(" ");
  return element("div", "fault",
    element("span", "tag warn", fault.kind.replaceAll("_", " ") + (detail ? " " + detail : "")),
    element("span", "path", fault.operation ?? "any operation"),
    element("span", "quiet", fault.times === 1 ? "once" : fault.times + " times"));
}

function workspaceRow(workspace) {
  const environments = { production: "bad", staging: "blue" };
  const state = workspace.archived_at ? "archived" : workspace.provisioned_at ? "provisioned" : "not provisioned";
  return element("tr", workspace.archived_at ? "archived" : "",
    element("td", "slug", workspace.slug),
    element("td", "name", workspace.name),
    element("td", "", element("span", "tag " + (environments[workspace.environment] ?? "good"), workspace.environment)),
    element("td", "", workspace.region),
    element("td", "", workspace.connector_type ?? ""),
    element("td", "", state),
    element("td", "", new Date(workspace.updated_at).toLocaleDateString(undefined, { dateStyle: "medium" })));
}

// A row that stays the same stays where it is, and with it what is opened, selected or focused in it.
function fill(id, items, rowOf, otherwise) {
  const list = byId(id);
  const rows = new Map([...list.children].map((row) => [row.key, row]));
  const repeated = new Map();
  const wanted = items.map((item) => {
    const text = JSON.stringify(item);
    repeated.set(text, (repeated.get(text) ?? 0) + 1);
    const key = repeated.get(text) + text;
    return rows.get(key) ?? Object.assign(rowOf(item), { key });
  });
  if (wanted.length === 0) {
    wanted.push(otherwise);
  }
  rows.forEach((row) => wanted.includes(row) || row.remove());
  wanted.forEach((row, index) => list.children[index] === row || list.insertBefore(row, list.children[index] ?? null));
}

function show(overview) {
  byId("active").textContent = overview.active;
  byId("archived").textContent = overview.archived;
  byId("recorded").textContent = overview.recorded;
  byId("waiting").textContent = overview.faults.reduce((sum, fault) => sum + fault.times, 0);
  fill("requests", overview.requests, requestRow, element("p", "empty", "None yet. Point a client at the address above."));
  fill("faults", overview.faults, faultRow, element("p", "empty", "None: every request is served as usual."));
  const none = element("td", "quiet", "None yet.");
  none.colSpan = 7;
  fill("workspaces", overview.workspaces, workspaceRow, element("tr", "", none));
}

function tell(state, text) {
  byId("connection").className = state;
  byId("connection").textContent = text;
}

async function refresh() {
  const key = sessionStorage.getItem("key");
  try {
    const response = await fetch("/_emulator", { headers: key ? { "X-Emulator-Key": key } : {}, cache: "no-store" });
    const text = await response.text();
    byId("unlock").hidden = response.status !== 403 || !text.includes("X-Emulator-Key");
    if (!response.ok) {
      tell("lost", JSON.parse(text).detail);
      return;
    }
    if (text !== shown) {
      shown = text;
      show(JSON.parse(text));
    }
    tell("live", "live");
  } catch {
    tell("lost", "no connection");
  }
}

async function poll() {
  if (!document.hidden) {
    await refresh();
  }
  setTimeout(poll, pollEvery);
}

byId("address").textContent = location.origin + "/";
byId("unlock").addEventListener("submit", (event) => {
  event.preventDefault();
  sessionStorage.setItem("key", byId("key").value);
  refresh();
});
document.addEventListener("visibilitychange", () => document.hidden || refresh());
poll();
