// The matrix: rows from data.js, filters in the address, arrow keys between cells. Text is only ever set as text.
"use strict";
(() => {
  const STEP = 300;
  const SVG = "http://www.w3.org/2000/svg";
  const table = document.getElementById("matrix");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const keys = heads.slice(2).map((head) => head.dataset.question);
  const controls = [...document.querySelectorAll("#filters [name]")];
  const count = document.getElementById("count");
  const more = document.getElementById("more");
  const peek = document.getElementById("peek");
  const { kinds, rows } = KOMMUNESTATUS;
  const collator = new Intl.Collator(["da"], { numeric: true });
  const amount = new Intl.NumberFormat(table.dataset.lang);
  const state = { sort: "name", down: false, limit: STEP };
  let found = [];

  for (const row of rows) {
    row.kinds = row.cells.map((cell) => kinds[cell[0]]);
    row.words = [row.name, row.title, ...row.cells.flatMap((cell) => [cell[1], cell[2]])].join(" ").toLowerCase();
  }

  const make = (name, className, text) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const sign = (kind) => {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("class", "sign-box");
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(SVG, "use");
    use.setAttribute("href", `#sign-${kind}`);
    svg.append(use);
    return svg;
  };

  const address = () => new URLSearchParams(location.hash.slice(1));
  const wanted = () => Object.fromEntries(
    controls.map((control) => [control.name, control.type === "checkbox" ? control.checked : control.value]),
  );
  const read = () => {
    const given = address();
    for (const control of controls) {
      const value = given.get(control.name) || "";
      if (control.type === "checkbox") control.checked = value === "1";
      else control.value = value;
      if (control.value !== value && control.tagName === "SELECT") control.value = "";
    }
    state.sort = given.get("sort") || "name";
    state.down = given.get("down") === "1";
    state.only = new Set((given.get("ids") || "").split(".").filter(Boolean));
  };
  const write = () => {
    const kept = new URLSearchParams();
    for (const [name, value] of Object.entries(wanted())) if (value) kept.set(name, value === true ? "1" : value);
    if (state.sort !== "name") kept.set("sort", state.sort);
    if (state.down) kept.set("down", "1");
    if (state.only.size) kept.set("ids", [...state.only].join("."));
    history.replaceState(null, "", `#${kept}`);
  };

  const isSilent = (kind) => !["yes", "no", "partly", "planned", "unclear", "answered"].includes(kind);
  const fits = (kind, filter) => kind === filter
    || (filter === "answered" && !isSilent(kind))
    || (filter === "silent" && isSilent(kind));
  const matches = (row, filter) => {
    if (state.only.size && !state.only.has(row.id)) return false;
    if (filter.region && row.region !== filter.region) return false;
    if (filter.year && String(row.year) !== filter.year) return false;
    if (filter.newest && !row.newest) return false;
    if (filter.review && !row.review) return false;
    if (filter.text && !row.words.includes(filter.text.toLowerCase())) return false;
    if (!filter.kind) return true;
    const looked = filter.question ? [row.kinds[keys.indexOf(filter.question)]] : row.kinds;
    return looked.some((kind) => fits(kind, filter.kind));
  };
  const sortKey = (row) => {
    if (state.sort === "name") return row.name || "~";
    if (state.sort === "start") return row.start || "";
    const place = keys.indexOf(state.sort);
    const cell = row.cells[place];
    return cell ? `${isSilent(row.kinds[place]) ? 1 : 0}${row.kinds[place]} ${cell[1]}` : "";
  };
  const ordered = (list) => {
    const keyed = list.map((row) => [sortKey(row), row]);
    keyed.sort((a, b) => collator.compare(a[0], b[0]) || collator.compare(a[1].start || "", b[1].start || ""));
    if (state.down) keyed.reverse();
    return keyed.map((pair) => pair[1]);
  };

  const cellOf = (row, place) => {
    const [, brief] = row.cells[place];
    const kind = row.kinds[place];
    const cell = make("td", keys[place] === wanted().question ? "chosen" : "");
    const link = make("a", `cell kind-${kind}`);
    link.href = `article/${row.id}.html#${keys[place]}`;
    link.tabIndex = -1;
    link.dataset.place = place;
    link.append(sign(kind), make("span", "", brief));
    cell.append(link);
    return cell;
  };
  const rowOf = (row) => {
    const line = make("tr");
    line.dataset.id = row.id;
    const head = make("th");
    head.scope = "row";
    const name = make("a", "", row.name || row.title);
    name.href = row.code ? `municipality/${row.code}.html` : `article/${row.id}.html`;
    name.tabIndex = -1;
    head.append(name);
    const period = make("td", "period");
    const when = make("a", "", row.period || row.start || "–");
    when.href = `article/${row.id}.html`;
    when.lang = "da";
    when.tabIndex = -1;
    period.append(when);
    line.append(head, period, ...keys.map((_, place) => cellOf(row, place)));
    return line;
  };
  const draw = () => {
    const filter = wanted();
    found = ordered(rows.filter((row) => matches(row, filter)));
    body.replaceChildren(...found.slice(0, state.limit).map(rowOf));
    const first = body.querySelector("a");
    if (first) first.tabIndex = 0;
    more.hidden = found.length <= state.limit;
    const [before, between, after] = count.dataset.words.split("{}");
    count.textContent = found.length
      ? `${before}${amount.format(found.length)}${between}${amount.format(rows.length)}${after}` : count.dataset.none;
    for (const head of heads) {
      const mine = head.firstElementChild.dataset.sortBy === state.sort;
      head.setAttribute("aria-sort", mine ? (state.down ? "descending" : "ascending") : "none");
      head.classList.toggle("chosen", Boolean(filter.question) && head.dataset.question === filter.question);
    }
  };
  const changed = () => { state.limit = STEP; write(); draw(); };

  const show = (link) => {
    const row = rows.find((one) => one.id === link.closest("tr").dataset.id);
    const place = link.dataset.place;
    if (!row || place === undefined) return;
    const quote = make("q", "", row.cells[place][2]);
    quote.lang = "da";
    const title = heads[Number(place) + 2].firstElementChild.title;
    peek.replaceChildren(
      make("p", "peek-head", `${row.name || row.title} · ${row.period || ""} · ${title}`),
      make("p", "peek-answer", row.cells[place][1]),
    );
    if (row.cells[place][2]) peek.append(quote);
  };
  const move = (link, key) => {
    const cell = link.closest("td, th");
    const line = cell.parentElement;
    const at = cell.cellIndex;
    const steps = {
      ArrowRight: () => line.cells[at + 1],
      ArrowLeft: () => line.cells[at - 1],
      ArrowDown: () => line.nextElementSibling && line.nextElementSibling.cells[at],
      ArrowUp: () => line.previousElementSibling && line.previousElementSibling.cells[at],
      Home: () => line.cells[0],
      End: () => line.cells[line.cells.length - 1],
    };
    const target = steps[key] && steps[key]();
    return target ? target.querySelector("a") : null;
  };

  body.addEventListener("keydown", (event) => {
    const link = event.target.closest("a");
    const next = link && move(link, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  body.addEventListener("focusin", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    for (const other of body.querySelectorAll('a[tabindex="0"]')) other.tabIndex = -1;
    link.tabIndex = 0;
    show(link);
  });
  body.addEventListener("mouseover", (event) => {
    const link = event.target.closest("a.cell");
    if (link) show(link);
  });
  table.tHead.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    state.down = button.dataset.sortBy === state.sort && !state.down;
    state.sort = button.dataset.sortBy;
    changed();
  });
  for (const control of controls) control.addEventListener("input", changed);
  document.getElementById("reset").addEventListener("click", () => {
    location.hash = "";
    read();
    changed();
    controls[0].focus();
  });
  more.addEventListener("click", () => {
    const next = state.limit;
    state.limit += STEP;
    draw();
    const line = body.rows[next];
    if (line) line.querySelector("a").focus();
  });
  addEventListener("hashchange", () => { read(); draw(); });
  addEventListener("beforeprint", () => { state.limit = Infinity; draw(); });
  read();
  draw();
})();
