// The data object, and how the page is built from it: elements and text nodes only, never markup.
const data = JSON.parse(document.getElementById('data').textContent);
const say = (key, values = {}) =>
  (data.words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const term = (key) => (Object.hasOwn(data.terms, key) ? data.terms[key] : key);
const SVG = 'http://www.w3.org/2000/svg';

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'on') node.addEventListener('click', value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ''));
  return node;
}
const make = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
const draw = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
const bdi = (text, attributes = {}) => make('bdi', attributes, String(text));

// Every mention by its id: {kind, report, start, end, item}.
const texts = [];
function textOf(report) {
  texts[report] ??= document.querySelector(`#report-${report} > .text`).textContent;
  return texts[report];
}
const slice = (report, start, end) => textOf(report).slice(start, end);
const byId = new Map();
const digests = data.docs.map((doc) => doc.digest);
data.marks.forEach((marks, report) => {
  const put = (kind, id, start, end, item) => byId.set(id, { kind, id, report, start, end, item });
  for (const f of marks.f) put('figure', f.id, f.s, f.e, f);
  for (const q of marks.q) put('quote', q.id, q.s, q.e, q);
  for (const e of marks.e) put('event', e[0], e[1], e[2], e);
});

// Times, names and citations have ids made of the report's digest and their place in it; they are
// looked up when asked for, because there may be 100,000 of them.
const PLACED = { time: 't', name: 'n', citation: 'c' };
function lookUp(id) {
  if (byId.has(id)) return byId.get(id);
  const [kind, digest, start] = id.split('-');
  const report = digests.indexOf(digest);
  if (!PLACED[kind] || report < 0) return null;
  const item = data.marks[report][PLACED[kind]].find((row) => String(row[row.length - 1]) === start);
  return item ? { kind, id, report, start: item[0], end: item[1], item } : null;
}
const placedId = (kind, report, item) => `${kind}-${digests[report]}-${item[item.length - 1]}`;

const chip = (report) => {
  const doc = data.docs[report];
  return make('a', { class: 'chip', href: `#report-${report}`, title: doc.title || doc.doc },
    bdi(doc.short), ' ', make('span', { class: 'lang' }, doc.lang ?? ''));
};
// A button that shows the words of a mention in the reader.
const jump = (id, attributes, ...children) =>
  make('button', { type: 'button', 'data-go': id, ...attributes }, ...children);

// Long lists: a first portion now, the next when its end comes near.
function lazily(box, rows, drawRow, portion = 40) {
  let next = 0;
  const end = make('p', { class: 'more-row' });
  const more = make('button', { type: 'button', on: () => step() }, say('more'));
  const watcher = new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && step(), { rootMargin: '600px' });
  function step() {
    const part = document.createDocumentFragment();
    for (const row of rows.slice(next, next + portion)) part.append(drawRow(row));
    next += portion;
    box.insertBefore(part, end);
    if (next >= rows.length) { watcher.disconnect(); end.remove(); return; }
    watcher.unobserve(end);
    watcher.observe(end);
  }
  end.append(more);
  box.replaceChildren(end);
  step();
}

// CSV: one quoted cell a value; what a spreadsheet would run as a formula gets a leading '.
function csvCell(value) {
  let text = value === null || value === undefined ? '' : Array.isArray(value) ? value.join('; ') : String(value);
  if (typeof value !== 'number' && /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text)) text = `'${text}`;
  return `"${text.replaceAll('"', '""')}"`;
}
const csvText = (head, rows) => '\ufeff' + [head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
function saveCsv(name, head, rows) {
  const url = URL.createObjectURL(new Blob([csvText(head, rows)], { type: 'text/csv;charset=utf-8' }));
  make('a', { href: url, download: `${name}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 5000);
}
const exactly = (number) => (number === null ? null : Number(number));
