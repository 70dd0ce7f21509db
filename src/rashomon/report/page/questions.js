// The list of questions: cards are in the page already; filters decide which are in the list.
const cards = new Map([...document.querySelectorAll('#cards > .card')].map((node) => [node.dataset.q, node]));
const alone = new Map([...document.querySelectorAll('#single-list > li')].map((node) => [node.dataset.q, node]));
const form = document.querySelector('.filters');
const figureOf = (id) => byId.get(id)?.item;

const TESTS = {
  text: (q, wanted) => haystack(q).includes(wanted.toLocaleLowerCase()),
  verdict: (q, wanted) => q.verdict === wanted,
  measure: (q, wanted) => q.measure === wanted,
  who: (q, wanted) => q.who === wanted,
  where: (q, wanted) => q.where === wanted,
  lang: (q, wanted) => q.cells.some(([report]) => data.docs[report].lang === wanted),
  report: (q, wanted) => q.cells.some(([report]) => report === Number(wanted)),
  side: (q, wanted) => q.cells.some(([report]) => data.docs[report].side === wanted),
  speaker: (q, wanted) => q.cells.some(([, id]) => figureOf(id)?.src === wanted),
};
function haystack(q) {
  q.hay ??= [q.asks, q.where, ...q.cells.flatMap(([report, id]) => {
    const f = figureOf(id);
    return f ? [f.v, f.src, slice(report, f.s, f.e), f.label ?? ''] : [];
  })].join('\n').toLocaleLowerCase();
  return q.hay;
}
function matching() {
  const wanted = form ? [...new FormData(form)].filter(([, value]) => value !== '') : [];
  return data.questions.filter((q) => wanted.every(([key, value]) => TESTS[key](q, value)));
}

// A card that the page does not hold yet (piles with very many questions): the same facts, in short.
function shortCard(q) {
  return make('article', { class: `card ${q.verdict}`, id: q.id, 'data-q': q.id },
    make('header', {}, make('h2', { class: 'sub', dir: 'auto' }, make('a', { href: `#${q.id}` }, q.asks)),
      make('span', { class: `verdict ${q.verdict}` }, make('span', { class: 'pip' }), term(q.verdict))),
    make('ul', { class: 'rows' }, ...q.cells.map(([report, id, repeat]) => shortRow(report, id, repeat))));
}
function shortRow(report, id, repeat) {
  const f = figureOf(id);
  return make('li', { class: `row${repeat ? ' repeat' : ''}` },
    make('span', { class: 'who' }, bdi(f.src)), make('span', {}),
    make('span', { class: 'said' }, make('a', { class: 'fig', href: `#${id}` }, make('b', {}, f.v), ' ',
      make('q', { class: 'orig', lang: data.docs[report].lang ?? '', dir: 'auto' }, slice(report, f.s, f.e)))),
    make('span', { class: 'where' }, chip(report), ' ', make('span', { class: 'asof' }, f.asof || say('undated'))));
}
function shortSingle(q) {
  const [report, id] = q.cells[0] ?? [];
  const f = figureOf(id);
  if (!f) return make('li', { class: 'single', id: q.id }, q.asks);
  return make('li', { class: 'single', id: q.id, 'data-q': q.id }, make('span', { class: 'asks', dir: 'auto' }, q.asks),
    make('span', { class: 'said' }, make('a', { class: 'fig', href: `#${id}` }, make('b', {}, f.v), ' ',
      make('q', { class: 'orig', lang: data.docs[report].lang ?? '', dir: 'auto' }, slice(report, f.s, f.e)))),
    make('span', { class: 'muted' }, bdi(f.src)), make('span', { class: 'where' }, chip(report)));
}

let listed = null;
function listQuestions() {
  const found = matching();
  const key = found.map((q) => q.id).join();
  if (listed === key) return;
  listed = key;
  const shared = found.filter((q) => q.verdict !== 'single');
  const single = found.filter((q) => q.verdict === 'single');
  const box = document.getElementById('cards');
  lazily(box, shared, (q) => { const node = cards.get(q.id) ?? shortCard(q); cards.set(q.id, node); return node; }, 30);
  const list = document.getElementById('single-list');
  if (list) {
    lazily(list, single, (q) => { const node = alone.get(q.id) ?? shortSingle(q); alone.set(q.id, node); return node; }, 60);
    document.getElementById('singles').hidden = !single.length;
    if (!shared.length) document.getElementById('singles').open = true;
  }
  if (!found.length && data.questions.length) box.append(make('p', { class: 'empty' }, say('none')));
  document.querySelector('.result').textContent = say('result', { a: found.length, b: data.questions.length });
}
function showQuestion(id) {
  const q = data.questions.find((row) => row.id === id);
  if (!q) return false;
  let node = document.getElementById(id);
  if (!node || !node.isConnected) {
    form?.reset();
    listQuestions();
    node = document.getElementById(id);
  }
  if (!node) { // far down a long list: bring it to the top
    node = q.verdict === 'single' ? alone.get(id) ?? shortSingle(q) : cards.get(id) ?? shortCard(q);
    (q.verdict === 'single' ? alone : cards).set(id, node);
    document.getElementById(q.verdict === 'single' ? 'single-list' : 'cards').prepend(node);
  }
  if (q.verdict === 'single') document.getElementById('singles').open = true;
  node.querySelector('.unfold')?.click();
  node.scrollIntoView({ block: 'start' });
  node.querySelector('a')?.focus({ preventScroll: true });
  return true;
}
function foldLongCards() {
  for (const card of document.querySelectorAll('.card')) {
    const rows = card.querySelector('.rows');
    const more = rows.querySelectorAll('.row.more');
    const absent = data.questions.find((q) => q.id === card.dataset.q).cells.slice(rows.children.length);
    if (!more.length && !absent.length) continue;
    const button = make('button', { type: 'button', class: 'unfold', on: () => {
      more.forEach((row) => row.classList.add('shown'));
      rows.append(...absent.map((cell) => shortRow(...cell)));
      button.remove();
    } }, `${say('more')} (${more.length + absent.length})`);
    rows.after(button);
  }
}
