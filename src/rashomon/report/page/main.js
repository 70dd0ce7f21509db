// Which view is shown, what a click and a key do, and the tables as CSV.
const views = [...document.querySelectorAll('.view')];
const DRAW = { matrix: drawMatrix, timeline: drawTimeline, speakers: drawSpeakers, origins: drawOrigins, names: drawNames, wording: drawWording };
let current = 'overview';
const drawn = new Set();

function drawView(id) {
  if (drawn.has(id)) return;
  drawn.add(id);
  const view = document.getElementById(id);
  view.classList.add('drawn');
  if (DRAW[id]) DRAW[id](view.querySelector('.room'));
  if (id === 'questions') listQuestions();
}
function show(id) {
  current = id;
  for (const view of views) view.classList.toggle('current', view.id === id);
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash === `#${id}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  drawView(id);
}
// Where an address leads: a view, a filtered view, a question, a report, or the words of a mention.
function go(target, focus = true) {
  if (location.hash.slice(1) !== target) history.pushState(null, '', `#${target}`);
  follow(target, focus);
}
function follow(target, focus = true) {
  const [head, verdict] = target.split('/');
  const view = views.find((node) => node.id === head);
  if (view) {
    if (!reader.hidden) hideReader();
    show(head);
    if (verdict && form?.elements.verdict) { form.reset(); form.elements.verdict.value = verdict; listQuestions(); }
    window.scrollTo(0, 0);
    if (focus) document.getElementById('main').focus({ preventScroll: true });
  } else if (target.startsWith('report-')) {
    show('reports');
    const report = document.getElementById(target);
    if (report) { markReport(report); report.scrollIntoView(); }
  } else if (data.questions.some((q) => q.id === target)) {
    show('questions');
    showQuestion(target);
  } else if (lookUp(target)) {
    if (!drawn.size) { // a shared address: the question behind the words
      const asked = data.asked[target];
      show(asked === undefined ? 'reports' : 'questions');
      if (asked !== undefined) showQuestion(data.questions[asked].id);
    }
    showWords(target, focus);
  } else if (!drawn.size) show('overview');
}
function markReport(article) {
  if (article.dataset.marked) return;
  article.dataset.marked = '1';
  markInto(article.querySelector('.text'), Number(article.dataset.report));
}
const nearReports = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) if (isIntersecting) { markReport(target); nearReports.unobserve(target); }
}, { rootMargin: '800px' });
document.querySelectorAll('.report').forEach((report) => nearReports.observe(report));

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  const mark = event.target.closest('.m');
  const button = event.target.closest('[data-go]');
  const place = event.target.closest('[data-words]');
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link && link.className !== 'skip') { event.preventDefault(); go(decodeURIComponent(link.getAttribute('href').slice(1))); }
  else if (button) go(button.dataset.go);
  else if (mark) go(mark.dataset.ids.split(' ')[0]);
  else if (place) showPlace(...place.dataset.words.split('/').map(Number));
});
document.addEventListener('keydown', (event) => {
  const mark = event.target.closest?.('.m');
  if (mark && (event.key === 'Enter' || event.key === ' ')) { event.preventDefault(); mark.click(); }
  else if (event.key === 'Escape' && !reader.hidden) shut();
  else if (open && !event.target.closest('input, select') && (event.key === 'n' || event.key === 'p')) turn(event.key === 'n' ? 1 : -1);
});
window.addEventListener('popstate', () => follow(decodeURIComponent(location.hash.slice(1)) || 'overview', false));
window.addEventListener('beforeprint', () => { if (data.docs.length <= 50) { Object.keys(DRAW).forEach(drawView); document.querySelectorAll('details').forEach((d) => { d.open = true; }); } });
reader.querySelector('.prev').addEventListener('click', () => open && turn(-1));
reader.querySelector('.next').addEventListener('click', () => open && turn(1));
reader.querySelector('.shut').addEventListener('click', shut);
reader.querySelector('.copy').addEventListener('click', async (event) => {
  try { await navigator.clipboard.writeText(location.href); } catch { return; }
  event.target.textContent = say('copied');
});
form?.addEventListener('input', listQuestions);
form?.addEventListener('reset', () => setTimeout(listQuestions));
form?.addEventListener('submit', (event) => event.preventDefault());
for (const box of document.querySelectorAll('.layer input')) {
  box.addEventListener('change', () => document.querySelectorAll('.text').forEach((text) => text.classList.toggle(`off-${box.value}`, !box.checked)));
}

const doc = (report) => data.docs[report]?.doc ?? '';
const every = (kind, row) => data.marks.flatMap((marks, report) => marks[kind].map((item) => row(item, report)));
const figureRow = (f, report) => [f.id, doc(report), slice(report, f.s, f.e), exactly(f.lo), exactly(f.hi), String(f.approx), f.unit, f.measure, f.who, f.label, f.where, f.when, f.src, f.status, slice(report, f.ss, f.se).trim()];
const TABLES = {
  questions: () => [['question', 'asks', 'verdict', 'where', 'figure', 'report', 'language', 'low', 'high', 'approx', 'unit', 'words', 'source', 'when', 'status', 'repeat'],
    matching().flatMap((q) => q.cells.map(([report, id, repeat]) => { const f = figureOf(id); return [q.id, q.asks, q.verdict, q.where, id, doc(report), data.docs[report].lang, exactly(f.lo), exactly(f.hi), String(f.approx), f.unit, slice(report, f.s, f.e), f.src, f.when, f.status, repeat]; }))],
  matrix: () => [['question', 'verdict', ...data.docs.map((d) => d.doc)], data.questions.map((q) => [q.asks, q.verdict, ...data.docs.map((_, i) => q.cells.filter((c) => c[0] === i).map((c) => figureOf(c[1]).c).join('; ') || (q.seen.includes(i) ? '○' : ''))])],
  timeline: () => [['event', 'report', 'words', 'type', 'date', 'where', 'actors', 'status'], every('e', (e, r) => [e[0], doc(r), slice(r, e[1], e[2]), e[3], e[4], e[6], e[7], e[8]])],
  speakers: () => TABLES.quotes(),
  quotes: () => [['quote', 'report', 'source', 'cue', 'words', 'kind', 'stance'], every('q', (q, r) => [q.id, doc(r), q.by, q.cue ? slice(r, ...q.cue) : null, slice(r, q.s, q.e), q.kind, q.stance])],
  figures: () => [['figure', 'report', 'words', 'low', 'high', 'approx', 'unit', 'measure', 'who', 'label', 'where', 'when', 'source', 'status', 'sentence'], every('f', figureRow)],
  origins: () => [['origin', 'via', 'report', 'how', 'figures', 'quotes'], data.sources.map((s) => [s[0], s[1], doc(s[2]), s[3], s[4], s[5]])],
  names: () => [['entity', 'kind', 'label', 'language', 'form', 'reports'], data.ents.flatMap((e) => Object.entries(e[3]).flatMap(([language, forms]) => forms.map((form) => [e[0], e[1], e[2], language, form, e[4].length])))],
  wording: () => [['about', 'report', 'words', 'gloss', 'count'], data.wording.map((w) => [w[0], doc(w[1]), w[2], w[3], w[4]])],
  issues: () => [['report', 'step', 'code', 'detail'], data.issues],
};
for (const button of document.querySelectorAll('.csv')) {
  button.addEventListener('click', () => saveCsv(button.dataset.table, ...TABLES[button.dataset.table]()));
}
foldLongCards();
follow(decodeURIComponent(location.hash.slice(1)) || 'overview', false);
document.documentElement.classList.add('ready');
