// A report's text with everything found in it, and the pane that shows the words of one mention.
const KIND = { f: 'figure', q: 'quote', t: 'time', n: 'name', e: 'event', c: 'citation' };

// [start, end, class, id] of all marks of a report. A quote gives its content, source and cue.
function spansOf(report) {
  const marks = data.marks[report];
  const spans = [];
  for (const f of marks.f) spans.push([f.s, f.e, 'f', f.id]);
  for (const q of marks.q) {
    spans.push([q.s, q.e, 'q', q.id]);
    if (q.src) spans.push([...q.src, 'qs', q.id]);
    if (q.cue) spans.push([...q.cue, 'qc', q.id]);
  }
  for (const e of marks.e) spans.push([e[1], e[2], 'e', e[0]]);
  for (const t of marks.t) spans.push([t[0], t[1], 't', placedId('time', report, t)]);
  for (const n of marks.n) spans.push([n[0], n[1], 'n', placedId('name', report, n)]);
  for (const c of marks.c) spans.push([c[0], c[1], 'c', placedId('citation', report, c)]);
  return spans;
}

// Overlapping marks: the text is cut at every border, each piece carries all classes that cover it.
function markInto(box, report) {
  const text = textOf(report);
  const spans = spansOf(report);
  const borders = new Set([0, text.length]);
  const opens = new Map();
  const closes = new Map();
  spans.forEach((span, i) => {
    borders.add(span[0]).add(span[1]);
    opens.set(span[0], [...(opens.get(span[0]) ?? []), i]);
    closes.set(span[1], [...(closes.get(span[1]) ?? []), i]);
  });
  const cuts = [...borders].sort((a, b) => a - b);
  const live = new Set();
  const out = document.createDocumentFragment();
  cuts.slice(0, -1).forEach((start, k) => {
    for (const i of closes.get(start) ?? []) live.delete(i);
    for (const i of opens.get(start) ?? []) if (spans[i][1] > start) live.add(i);
    const piece = text.slice(start, cuts[k + 1]);
    if (!live.size) { out.append(piece); return; }
    const inner = [...live].map((i) => spans[i]).sort((a, b) => a[1] - a[0] - (b[1] - b[0]));
    const begins = inner.find((span) => span[0] === start);
    out.append(make('span', {
      class: `m ${[...new Set(inner.map((span) => span[2]))].join(' ')}`,
      'data-ids': inner.map((span) => span[3]).join(' '),
      ...(begins ? { tabindex: '0', role: 'button', 'aria-label': `${piece} (${say(nameOf(begins[2]))})` } : {}),
    }, piece));
  });
  box.replaceChildren(out);
}
const nameOf = (kind) => KIND[kind] ?? 'quote';

const reader = document.getElementById('reader');
const pane = reader.querySelector('.pane');
const detail = reader.querySelector('.detail');
let open = null; // the mention shown
let origin = null; // what had the focus before

function showWords(id, focus = true) {
  const found = lookUp(id);
  if (!found) return false;
  const doc = data.docs[found.report];
  if (reader.hidden) origin = document.activeElement;
  reader.hidden = false;
  if (open?.report !== found.report || !pane.firstChild) {
    const text = make('div', { class: 'text', lang: doc.lang ?? '', dir: 'auto' });
    markInto(text, found.report);
    pane.replaceChildren(text);
  }
  open = found;
  reader.querySelector('.reader-title').textContent = `${doc.short} · ${doc.title || doc.doc}`;
  detail.replaceChildren(describe(found));
  const pieces = piecesOf(pane, id);
  pane.querySelectorAll('.here').forEach((piece) => piece.classList.remove('here'));
  pieces.forEach((piece) => piece.classList.add('here'));
  pieces[0]?.scrollIntoView({ block: 'center' });
  placeInRow();
  if (focus) detail.focus({ preventScroll: true });
  return true;
}

const piecesOf = (box, id) => {
  const main = { figure: 'f', quote: 'q', event: 'e', time: 't', name: 'n', citation: 'c' }[lookUp(id)?.kind];
  return [...box.querySelectorAll(`.${main}`)].filter((piece) => piece.dataset.ids.split(' ').includes(id));
};

// The marks of the same kind in this report, in order.
function siblings() {
  const marks = data.marks[open.report];
  const ids = {
    figure: () => marks.f.map((f) => [f.s, f.id]),
    quote: () => marks.q.map((q) => [q.s, q.id]),
    event: () => marks.e.map((e) => [e[1], e[0]]),
    time: () => marks.t.map((t) => [t[0], placedId('time', open.report, t)]),
    name: () => marks.n.map((n) => [n[0], placedId('name', open.report, n)]),
    citation: () => marks.c.map((c) => [c[0], placedId('citation', open.report, c)]),
  }[open.kind]();
  return ids.sort((a, b) => a[0] - b[0]).map((row) => row[1]);
}
function placeInRow() {
  const ids = siblings();
  reader.querySelector('.place').textContent =
    `${say(open.kind)} ${say('of', { a: ids.indexOf(open.id) + 1, b: ids.length })}`;
}
function turn(by) {
  const ids = siblings();
  go(ids[(ids.indexOf(open.id) + by + ids.length) % ids.length], false);
}
function hideReader() {
  reader.hidden = true;
  open = null;
  pane.replaceChildren();
}
function shut() {
  hideReader();
  history.replaceState(null, '', `#${current}`);
  origin?.focus?.();
}

// What is known of a mention, as a list of terms.
function describe(found) {
  const { kind, item, report, start, end } = found;
  const rows = [];
  const add = (key, ...value) => value.some((v) => v) && rows.push([say(key), value]);
  if (kind === 'figure') {
    add('value', make('b', {}, item.v));
    const asked = data.asked[item.id];
    if (asked !== undefined) {
      const question = data.questions[asked];
      add('in_question', make('a', { href: `#${question.id}`, dir: 'auto' }, question.asks), ' ',
        make('span', { class: `tag c-${question.verdict}` }, term(question.verdict)));
    }
    add('speaker', bdi(item.src));
    add('kind', `${term(item.measure)} · ${term(item.who)}`);
    add('date', item.asof);
    add('place', item.where && bdi(item.where));
    if (item.status !== 'asserted') add('stance', make('span', { class: `tag ${item.status}` }, term(item.status)));
  } else if (kind === 'quote') {
    add('speaker', make('b', {}, bdi(item.by)));
    add('how', `${term(item.kind)} · ${term(item.stance)}`);
  } else if (kind === 'event') {
    add('happening', make('b', {}, term(item[3])));
    add('date', item[5] || say('undated'));
    add('place', item[6] && bdi(item[6]));
    add('actors', item[7].join(', '));
    if (item[8] !== 'asserted') add('stance', term(item[8]));
  } else if (kind === 'time') {
    add('date', make('b', {}, item[4] || say('undated')));
    if (item[3]) add('date', make('span', { class: 'tag slip' }, say('evidently', { date: item[3] })));
  } else {
    const entity = data.ents[item[3]];
    add('kind', term(item[2]));
    if (entity) {
      add('name', make('b', {}, bdi(entity[2])));
      add('forms', ...Object.values(entity[3]).flat().slice(0, 12).map((form) => make('span', { class: 'form' }, bdi(form), '  ')));
    }
  }
  add('words', make('q', { lang: data.docs[report].lang ?? '', dir: 'auto' }, slice(report, start, end)));
  const rule = kind === 'event' ? item[9] : item.rule;
  const why = kind === 'event' ? item[10] : item.why;
  if (why?.length) add('why', why.join(' · '));
  if (rule) add('found_by', make('code', {}, rule));
  return make('dl', {}, ...rows.map(([name, value]) => [make('dt', {}, name), make('dd', {}, ...value)]));
}
