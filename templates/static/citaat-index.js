// Reads the words of all pages, in the parts that a question needs, and finds quotations in them.
// lrt_site/export/quotations.py makes the files; docs/data/citaat.md tells what they hold.
"use strict";

const FEW_LINES = 8; // So few are read, rather than one more list of lines.
const MOST_LINES = 4000;
const FEW_PAGES = 12;
const MOST_PAGES = 30; // So many are read at a time to tell what became of the words on them.
const UNCOUNTED = 60; // So many lines can be left out of a quotation: hidden headings, and what was folded away.
const FEW_ANCHORS = 200; // So many lines are read to see whether a quotation that was found also stands over lines.
const LINE = 1e6; // Places on a page: so much for each line, one for each word.

const SIGNS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at)).filter((sign) => !'"\\'.includes(sign));
const DIGITS = new Map(SIGNS.map((sign, digit) => [sign, digit]));

// As `packed` in lrt_site/export/packed.py wrote them.
function unpacked(text) {
  const numbers = [];
  let at = 0;
  const digits = (count) => {
    let number = 0;
    for (; count > 0; count--) number = number * 92 + DIGITS.get(text[at++]);
    return number;
  };
  while (at < text.length) {
    const lead = digits(1);
    if (lead < 46) numbers.push(lead);
    else if (lead < 86) numbers.push(46 + (lead - 46) * 92 + digits(1));
    else if (lead < 91) numbers.push(3726 + (lead - 86) * 8464 + digits(2));
    else numbers.push(46046 + digits(4));
  }
  return numbers;
}

const unfolded = (number) => (number % 2 ? -(number + 1) / 2 : number / 2);

function fromGaps(gaps) {
  let before = -1;
  return gaps.map((gap) => (before += gap + 1));
}

function fromSpans(spans) {
  const numbers = [];
  let before = -1;
  for (let at = 0; at < spans.length; at++) {
    const first = before + 1 + Math.floor(spans[at] / 2);
    const more = spans[at] % 2 ? spans[++at] : 0;
    for (let number = first; number <= first + more; number++) numbers.push(number);
    before = first + more;
  }
  return numbers;
}

// The lines of an edition, of which many are those of the edition before.
function fromSteps(steps, before) {
  const lines = [];
  let expected = 0;
  let place = 0;
  for (let at = 0; at < steps.length; at += 2) {
    const count = Math.floor(steps[at] / 2);
    if (steps[at] % 2) {
      place += unfolded(steps[at + 1]);
      lines.push(...before.slice(place, place + count));
    } else {
      const first = expected + unfolded(steps[at + 1]);
      for (let number = first; number < first + count; number++) lines.push(number);
    }
    place += count;
    expected = lines.at(-1) + 1;
  }
  return lines;
}

// Marks 0 to 3 begin and end what stands beside the text and what passes; 4 says that the next word
// can be one word with the word before it.
function wordsOf(codes, words) {
  const found = [];
  let [beside, opens, passing, joined] = [false, false, false, false];
  for (const code of codes) {
    if (code < 2) beside = opens = code === 0;
    else if (code < 4) passing = code === 2;
    else if (code === 4) joined = true;
    else {
      found.push({ text: words[code - 5], beside, opens, passing, joined });
      opens = joined = false;
    }
  }
  return found;
}

// What was fetched stays for the next question; what failed is tried again.
function remembered(make) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) {
      known.set(key, make(key).catch((error) => {
        known.delete(key);
        throw error;
      }));
    }
    return known.get(key);
  };
}

// The index at an address. `root` is the address of the home page.
function indexAt(address, root) {
  const read = remembered(async (file) => {
    const response = await fetch(file);
    if (!response.ok) throw new Error(response.statusText);
    return response.json();
  });

  const opened = remembered(async () => {
    const index = await read(address);
    const words = (await read(root + index.dictionary.slice(1))).words.split(" ");
    return { ...index, spelled: words, ranks: new Map(words.map((word, rank) => [word, rank])) };
  });

  async function item(list, field, number) {
    let part = list.length - 1;
    while (list[part].from > number) part--;
    const file = await read(root + list[part].file.slice(1));
    return file[field][number - list[part].from];
  }

  const lineAt = remembered(async (number) => {
    const index = await opened();
    const [words, pages] = (await item(index.lines, "lines", number)).split(" ");
    return { words: wordsOf(unpacked(words), index.spelled), pages: fromSpans(unpacked(pages)) };
  });

  const pageAt = remembered(async (number) => {
    const page = await item((await opened()).pages, "pages", number);
    let lines = [];
    const editions = page.editions.map((edition) => {
      lines = fromSteps(unpacked(edition.lines), lines);
      return { ...edition, lines };
    });
    return { ...page, number, editions };
  });

  const linesOfRank = remembered(async (rank) =>
    fromGaps(unpacked(await item((await opened()).words, "lines", rank))),
  );

  return { opened, lineAt, pageAt, linesOfRank };
}

// The ways in which a word can stand on a page: behind it can hang the number of a source.
function spellings(word) {
  const found = [word];
  for (let end = word.length - 1; end > 0 && end >= word.length - 4 && /[0-9]/.test(word[end]); end--) {
    found.push(word.slice(0, end));
  }
  return found;
}

// Where a quotation ends on a line, or on lines that follow each other, when it begins at a word; -1 if it does not.
// What stands in one piece beside the text can be left out as a whole, and can hang at the word before. `first` is the
// word that the line begins with, of a quotation that began before it; in `part` the line may end before it does.
function endOf(line, start, words, first = 0, part = false) {
  const ways = [[start, first, words[first], false]];
  while (ways.length > 0) {
    const [at, word, rest, leaving] = ways.pop();
    const here = line[at];
    if (!here) {
      if (part) return at;
      continue;
    }
    const within = here.beside && !here.opens;
    if (here.beside && (at > start || first > 0) && (leaving || !within)) ways.push([at + 1, word, rest, true]);
    if (leaving && within) continue;
    if (line[at + 1]?.joined && rest.length > here.text.length && rest.startsWith(here.text)) {
      ways.push([at + 1, word, rest.slice(here.text.length), false]);
    }
    if (rest === here.text) {
      if (word + 1 === words.length) return at + 1;
      ways.push([at + 1, word + 1, words[word + 1], false]);
    }
  }
  return -1;
}

function placesIn(line, words) {
  const found = [];
  for (let start = 0; start < line.length; start++) {
    if (!words[0].startsWith(line[start].text)) continue;
    const end = endOf(line, start, words);
    if (end >= 0) found.push({ start, end, passing: line.slice(start, end).some((word) => word.passing) });
  }
  return found;
}

// Whether a line can be one of the lines over which a quotation runs.
function fits(line, words) {
  const begins = line.some((_, start) => endOf(line, start, words, 0, true) >= 0);
  return begins || words.some((_, first) => endOf(line, 0, words, first, true) >= 0);
}

function common(lists) {
  const [first, ...others] = lists.map((list) => new Set(list));
  return [...first].filter((one) => others.every((other) => other.has(one)));
}

// What finds quotations in an index.
function finderIn({ opened, lineAt, pageAt, linesOfRank }) {
  // The ranks of all spellings of every word, the rarest word first; nothing if the site never shows one of them.
  async function ranked(words) {
    const { ranks } = await opened();
    const found = [...new Set(words)].map((word) => spellings(word).flatMap((one) => ranks.get(one) ?? []));
    return found.some((one) => one.length === 0) ? [] : found.sort((one, other) => Math.min(...other) - Math.min(...one));
  }

  async function linesWith(ranks) {
    const lists = await Promise.all(ranks.map(linesOfRank));
    return lists.length === 1 ? lists[0] : [...new Set(lists.flat())].sort((one, other) => one - other);
  }

  async function read(numbers) {
    return Promise.all(numbers.map(async (number) => [number, await lineAt(number)]));
  }

  // Where words stand within a line: the places by the number of the line.
  async function withinLines(words, ranks) {
    let lines = await linesWith(ranks[0]);
    for (const others of ranks.slice(1)) {
      if (lines.length <= FEW_LINES) break;
      lines = common([lines, await linesWith(others)]);
    }
    const places = new Map();
    const pages = [];
    for (const [number, line] of await read(lines.slice(0, MOST_LINES))) {
      const found = placesIn(line.words, words);
      if (found.length > 0) {
        places.set(number, found);
        pages.push(...line.pages);
      }
    }
    const on = (edition) =>
      edition.lines.flatMap((number, at) => (places.get(number) ?? []).map((place) => moved(place, at)));
    return { on, places, pages: [...new Set(pages)], exact: lines.length <= MOST_LINES };
  }

  // Where words stand over lines that follow each other on a page, but for lines that hold all of them.
  async function overLines(words, ranks, whole) {
    let pages = null;
    let anchors = null;
    for (const others of ranks) {
      const lines = (await read(await linesWith(others))).filter(([, line]) => fits(line.words, words));
      const found = new Set(lines.flatMap(([number, line]) => (anchors === null && whole.has(number) ? [] : line.pages)));
      anchors ??= new Set(lines.map(([number]) => number).filter((number) => !whole.has(number)));
      pages = pages ? pages.filter((page) => found.has(page)) : [...found];
      if (pages.length <= FEW_PAGES) break;
    }
    const known = new Map();
    const on = async (edition) => {
      const reach = words.length + UNCOUNTED;
      const found = [];
      let last = -1;
      for (const [at, number] of edition.lines.entries()) {
        if (!anchors.has(number) || at <= last) continue;
        const first = Math.max(0, at - reach);
        last = at + reach;
        const numbers = edition.lines.slice(first, last + reach);
        const key = numbers.join();
        if (!known.has(key)) known.set(key, placesOver(await read(numbers), words));
        found.push(...known.get(key).map((place) => moved(place, first)));
      }
      return found;
    };
    return { on, pages };
  }

  function placesOver(lines, words) {
    const flat = lines.flatMap(([, line], at) => line.words.map((word, place) => ({ ...word, at: at * LINE + place })));
    return placesIn(flat, words).map(({ start, end, passing }) => ({
      start: flat[start].at,
      end: flat[end - 1].at + 1,
      passing,
    }));
  }

  const moved = ({ start, end, passing }, lines) => ({ start: lines * LINE + start, end: lines * LINE + end, passing });

  async function standings(part) {
    const words = part.split(" ");
    const ranks = await ranked(words);
    if (ranks.length === 0) return { pages: [] };
    const within = await withinLines(words, ranks);
    const few = within.pages.length === 0 || (await linesWith(ranks[0])).length <= FEW_ANCHORS;
    if (words.length === 1 || !few) return within;
    const over = await overLines(words, ranks, within.places);
    if (over.pages.length === 0) return within;
    const on = async (edition) => [...within.on(edition), ...(await over.on(edition))];
    return { on, pages: [...new Set([...within.pages, ...over.pages])] };
  }

  // Whether the parts follow each other on an edition: in its own words, or only with what passes.
  async function holds(edition, parts) {
    const places = await Promise.all(parts.map((part) => part.on(edition)));
    const follow = (allowed) => {
      let from = 0;
      return places.every((found) => {
        const next = found.filter((place) => place.start >= from && allowed(place));
        from = Math.min(...next.map((place) => place.end));
        return next.length > 0;
      });
    };
    if (follow((place) => !place.passing)) return "own";
    return follow(() => true) ? "passing" : null;
  }

  async function onPage(number, parts) {
    const page = await pageAt(number);
    const held = await Promise.all(page.editions.map(async (edition) => [edition, await holds(edition, parts)]));
    const [own, passing] = ["own", "passing"].map((how) => held.filter((one) => one[1] === how).map(([edition]) => edition));
    return { page, own, passing };
  }

  // The pages on which all parts follow each other, some at a time, with the editions that hold them. `total` is how
  // many there are, where that is known before they are read.
  async function lookUp(parts) {
    const found = [];
    for (const part of parts) {
      found.push(await standings(part));
      if (found.at(-1).pages.length === 0) break;
    }
    const pages = common(found.map((one) => one.pages)).sort((one, other) => one - other);
    let at = 0;
    return {
      total: found.length === 1 && found[0].exact ? pages.length : null,
      left: () => at < pages.length,
      async next() {
        const some = pages.slice(at, (at += MOST_PAGES));
        const hits = await Promise.all(some.map((page) => onPage(page, found)));
        return hits.filter((hit) => hit.own.length + hit.passing.length > 0);
      },
    };
  }

  // The line that has the longest part of these words in one piece, with that part.
  async function nearest(words) {
    const { ranks } = await opened();
    const scores = new Map();
    const known = [...new Set(words)].map((word) => ranks.get(word) ?? -1).filter((rank) => rank >= 0);
    for (const rank of known.sort((one, other) => other - one).slice(0, 12)) {
      for (const line of await linesOfRank(rank)) scores.set(line, (scores.get(line) ?? 0) + 1);
    }
    const best = [...scores].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, 40);
    let longest = { first: 0, count: 0, line: [] };
    for (const [, line] of await read(best.map(([number]) => number))) {
      const own = line.words.filter((word) => !word.beside);
      const texts = (own.length > 0 ? own : line.words).map((word) => word.text);
      const part = sharedPart(words, texts);
      if (part.count > longest.count) longest = { ...part, line: texts };
    }
    return longest;
  }

  return { opened, lookUp, nearest };
}

// The longest piece of these words that stands in one piece among others.
function sharedPart(words, others) {
  let longest = { first: 0, count: 0 };
  let before = [];
  for (const [at, word] of words.entries()) {
    const counts = others.map((other, place) => (other === word ? (before[place - 1] ?? 0) + 1 : 0));
    const count = Math.max(0, ...counts);
    if (count > longest.count) longest = { first: at - count + 1, count };
    before = counts;
  }
  return longest;
}

// For each of these words whether it stands among others, in the same order.
function sharedWords(words, others) {
  const lengths = Array.from({ length: words.length + 1 }, () => new Array(others.length + 1).fill(0));
  for (let at = words.length - 1; at >= 0; at--) {
    for (let place = others.length - 1; place >= 0; place--) {
      lengths[at][place] =
        words[at] === others[place]
          ? lengths[at + 1][place + 1] + 1
          : Math.max(lengths[at + 1][place], lengths[at][place + 1]);
    }
  }
  const found = words.map(() => false);
  for (let at = 0, place = 0; at < words.length && place < others.length; ) {
    if (words[at] === others[place]) {
      found[at++] = true;
      place++;
    } else if (lengths[at + 1][place] >= lengths[at][place + 1]) at++;
    else place++;
  }
  return found;
}
