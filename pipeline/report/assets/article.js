// A value lights the sentence it stands in, and a sentence the values that rest on it.
"use strict";
(() => {
  const facts = new Map();
  const marks = new Map();
  const add = (map, name, element) => map.set(name, [...(map.get(name) || []), element]);
  for (const fact of document.querySelectorAll("[data-fact]")) add(facts, fact.dataset.fact, fact);
  for (const mark of document.querySelectorAll("[data-facts]")) {
    for (const name of mark.dataset.facts.split(" ")) add(marks, name, mark);
  }
  const text = document.querySelector(".text");
  const clear = () => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  };
  const light = (names) => {
    clear();
    for (const name of names) {
      for (const mark of marks.get(name) || []) mark.classList.add("lit");
      for (const fact of facts.get(name) || []) fact.classList.add("lit");
    }
  };
  const namesAt = (target) => {
    const fact = target.closest("[data-fact]");
    if (fact) return [fact.dataset.fact];
    const mark = target.closest("[data-facts]");
    return mark ? mark.dataset.facts.split(" ") : null;
  };
  // Beside each other, the sentence is brought into sight; below each other that would throw the reader about.
  const reveal = (names) => {
    const mark = (marks.get(names[0]) || [])[0];
    if (!mark || !matchMedia("(min-width: 64rem)").matches) return;
    const box = mark.getBoundingClientRect();
    const frame = text.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > Math.min(frame.bottom, innerHeight)) {
      text.scrollTop += box.top - frame.top - frame.height / 3;
    }
  };
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const names = namesAt(event.target);
      if (!names) return clear();
      light(names);
      if (event.target.closest("[data-fact]")) reveal(names);
    });
  }
})();
