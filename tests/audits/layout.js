// What a reader sees of the open page. Each function answers with plain data; `layout.py` holds it against the bars.
({
  firstSentence() {
    const main = document.querySelector("main");
    const apart = ".clock, .archived, nav, .note, form, h1, .source-note, .skip, table, svg, button";
    const texts = [...main.querySelectorAll("p, li, dd, td, th, figcaption, summary")].filter(
      element => !element.closest(apart.replace(", table", element.closest("table") ? "" : ", table"))
        && element.checkVisibility({ visibilityProperty: true }) && element.innerText.trim().length > 25);
    const first = texts[0];
    if (!first) return null;
    const words = first.innerText.replace(/\s+/g, " ").trim();
    return { top: Math.round(first.getBoundingClientRect().top + scrollY), words, element: first.localName,
      title: Math.round(document.querySelector("h1").getBoundingClientRect().height) };
  },
  firstScreen() {
    const apart = ".clock, .archived, nav, form, h1, .source-note, .skip, button, [popover]";
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const words = [];
    while (walker.nextNode()) {
      const around = walker.currentNode.parentElement;
      if (around.closest(apart) || !around.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNode(walker.currentNode);
      if (range.getBoundingClientRect().bottom + scrollY <= 640) words.push(walker.currentNode.data);
    }
    return words.join(" ").replace(/\s+/g, " ");
  },
  header() {
    return document.querySelector(".masthead")?.getBoundingClientRect().bottom ?? 0;
  },
  stopsBefore() {
    const main = document.querySelector("main");
    return [...document.querySelectorAll("a[href], button, input, select, summary")].filter(element =>
      main.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING
        && element.checkVisibility({ visibilityProperty: true })).length;
  },
  tooWide() {
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (over <= 0) return null;
    const widest = [...document.body.querySelectorAll("*")].filter(
      element => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".table"))[0];
    return `${over} px, ${widest ? widest.outerHTML.slice(0, 90) : "?"}`;
  },
  cutTexts() {
    return [...document.body.querySelectorAll("*")].filter(element => {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("svg, [popover], thead")) return false;
      if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) return false;
      const style = getComputedStyle(element);
      if (style.clipPath !== "none" || element.clientWidth <= 1) return false;
      const cutAcross = ["hidden", "clip"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      const cutDown = ["hidden", "clip"].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
      const box = element.getBoundingClientRect();
      const outside = box.right > innerWidth + 1 && !element.closest(".table, pre, .chart, figure");
      return cutAcross || cutDown || outside;
    }).map(element => element.outerHTML.slice(0, 90));
  },
  cutCells() {
    // Where the words of a cell end on the right: those for a screen reader alone are clipped, and are not seen.
    const furthest = cell => {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      let right = 0;
      while (walker.nextNode()) {
        const around = walker.currentNode.parentElement;
        if (!around.checkVisibility() || around.closest(".hidden")) continue;
        const range = document.createRange();
        range.selectNode(walker.currentNode);
        for (const box of range.getClientRects()) if (box.width > 0) right = Math.max(right, box.right);
      }
      return right;
    };
    const told = [];
    for (const cell of document.querySelectorAll("td, th")) {
      if (!cell.innerText.trim() || !cell.checkVisibility({ visibilityProperty: true })) continue;
      if (getComputedStyle(cell.closest("thead") ?? cell).clipPath !== "none") continue;
      const right = furthest(cell);
      if (right === 0) continue;
      let room = cell.parentElement;
      while (room && getComputedStyle(room).overflowX === "visible") room = room.parentElement;
      const limits = (room ?? document.documentElement).getBoundingClientRect();
      if (right <= limits.right + 1) continue;
      const scrolls = room && ["auto", "scroll"].includes(getComputedStyle(room).overflowX);
      const caption = room?.querySelector("caption");
      const signed = caption && getComputedStyle(caption, "::after").content.includes("opzij");
      if (scrolls && signed && room.tabIndex === 0) continue;
      told.push(`${cell.innerText.replace(/\s+/g, " ").slice(0, 40)} (${Math.round(right - limits.right)} px${scrolls ? ", scrolls without a sign" : ""})`);
    }
    return told;
  },
  brokenWords() {
    const told = new Set();
    for (const cell of document.querySelectorAll("td, th, caption, h1, h2, .menu a")) {
      if (!cell.checkVisibility({ visibilityProperty: true })) continue;
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (getComputedStyle(node.parentElement).hyphens === "auto") continue;
        for (const word of node.data.matchAll(/[\p{L}\d]{4,}/gu)) {
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          if (new Set([...range.getClientRects()].filter(box => box.width > 0).map(box => Math.round(box.top))).size > 1) told.add(word[0]);
        }
      }
    }
    return [...told];
  },
  focused() {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    const outlines = [style, ...["::before", "::after"].map(part => getComputedStyle(element, part))];
    const ringed = outlines.some(one => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2 || one.outlineStyle === "auto");
    const lines = [...element.getClientRects()];
    const seen = lines.some(line => line.width > 0 && line.bottom > 0 && line.top < innerHeight && line.right > 0 && line.left < innerWidth);
    const line = lines[0] ?? box;
    const at = document.elementFromPoint(Math.min(Math.max(line.left + line.width / 2, 0), innerWidth - 1), Math.min(Math.max(line.top + line.height / 2, 0), innerHeight - 1));
    const covered = seen && at && !element.contains(at) && !at.contains(element);
    return { inMain: Boolean(element.closest("main")), isMain: element.localName === "main", ringed, seen: seen && !covered,
      small: box.width < 24 || box.height < 24, first: element.dataset.walked === undefined ? (element.dataset.walked = "", true) : false,
      told: element.outerHTML.slice(0, 90) };
  },
})
