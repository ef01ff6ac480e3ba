// On the page of all steps: shows, as one types or chooses, the lines that the form would lead to.
(() => {
  const WORD = /[\p{Letter}\p{Number}](?:[\p{Letter}\p{Number}.+#]*[\p{Letter}\p{Number}+#])?/gu;
  const form = document.querySelector('form[data-finder]');
  const list = document.querySelector('[data-catalogue]');
  if (!form || !list) return;
  const folds = [...list.querySelectorAll('details.fold')].map((fold) => {
    const note = fold.querySelector('.fold-summary > .hint');
    return { fold, note, words: note.textContent, lines: [...fold.querySelectorAll('li')] };
  });
  const lines = folds.flatMap((fold) => fold.lines);
  const status = form.querySelector('[role="status"]');
  const readWords = (text, ignored) =>
    (
      text
        .normalize('NFKD')
        .replace(/\p{Mark}/gu, '')
        .toLowerCase()
        .match(WORD) ?? []
    ).filter((word) => !ignored.includes(word));

  let asked = null;
  const load = () => {
    asked ??= fetch('/steps/words')
      .then((answer) => answer.json())
      .then((index) => {
        // A page and words of two releases would speak of different lines; the button finds all the same.
        if (index.version !== list.dataset.catalogue) throw new Error('The page is of another release.');
        return { ...index, shown: lines.map((line) => readShown(line, index.ignored)) };
      });
    return asked;
  };
  const readShown = (line, ignored) =>
    readWords(
      `${line.querySelector('a').textContent} ${line.querySelector('[data-provider]').textContent}`,
      ignored,
    );

  function fits(index, row, { words, skill, region, free }) {
    const [place, isFree, more, ...taught] = index.steps[row];
    const canDos = taught.map((at) => index.canDos[at]);
    const held = [...index.shown[row], more, ...canDos.map(([, text]) => text)].join(' ');
    const open = index.regions[place];
    return (
      (region === '' || open === 'any' || open === region) &&
      (free === null || isFree === 1) &&
      (skill === '' || canDos.some(([at]) => index.skills[at] === skill)) &&
      words.every((word) => held.includes(word))
    );
  }

  async function find() {
    const index = await load();
    const chosen = Object.fromEntries(new FormData(form));
    const wanted = { free: null, ...chosen, words: readWords(chosen.text, index.ignored) };
    const isAsked =
      wanted.words.length > 0 || ['kind', 'skill', 'region', 'free'].some((name) => chosen[name]);
    let found = 0;
    for (const { fold, note, words, lines: ofKind } of folds) {
      const isOfKind = !chosen.kind || fold.querySelector('.fold-content').id === chosen.kind;
      for (const line of ofKind) line.hidden = !isOfKind || !fits(index, lines.indexOf(line), wanted);
      const shown = ofKind.filter((line) => !line.hidden).length;
      found += shown;
      fold.hidden = shown === 0;
      fold.open = isAsked;
      note.textContent = isAsked ? `${shown} of ${words}` : words;
    }
    status.textContent = isAsked ? sayFound(found) : '';
  }
  const sayFound = (found) =>
    found === 0
      ? 'No step fits. Use fewer words, or set a choice to “Any”.'
      : `${found} ${found === 1 ? 'step' : 'steps'} found`;

  // Without the words the form still leads to what it finds.
  const tryFind = () => find().catch(() => {});
  form.addEventListener('focusin', () => load().catch(() => {}), { once: true });
  form.addEventListener('input', tryFind);
  // What a browser has put back into the fields is found again.
  addEventListener('pageshow', () => {
    if ([...new FormData(form).values()].some(Boolean)) void tryFind();
  });
})();
