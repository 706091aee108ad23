"use strict";
(() => {
let listening;
const start = () => {
  listening?.abort();
  listening = new AbortController();
  const {signal} = listening;
  const get = id => document.getElementById(":" + id);
  const form = get("ask"), state = get("state"), word = get("w");
  const lists = [...form.querySelectorAll("select")];
  const articles = [...document.querySelectorAll("article")];
  const years = [...document.querySelectorAll("section.year")];
  const drawn = [...document.querySelectorAll(".drawing a")];
  const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
  const texts = new Map();
  const holds = (article, sought) => {
    if (!texts.has(article)) texts.set(article, fold(article.textContent));
    return texts.get(article).includes(sought);
  };
  const show = () => {
    const asked = lists.filter(list => list.value);
    const sought = fold(word.value.trim());
    const shown = new Set();
    for (const article of articles) {
      const fits = asked.every(list => (article.dataset[list.dataset.f] || "").split(" ").includes(list.value))
        && (!sought || holds(article, sought));
      article.hidden = !fits;
      if (fits) shown.add("#" + article.id);
    }
    for (const year of years) {
      year.hidden = !year.querySelector("article:not([hidden])");
      const link = document.querySelector('.years a[href="#' + CSS.escape(year.firstElementChild.id) + '"]');
      if (link) link.parentNode.hidden = year.hidden;
    }
    for (const one of drawn) one.classList.toggle("off", !shown.has(decodeURIComponent(one.getAttribute("href"))));
    const all = shown.size === articles.length;
    state.textContent = (all ? state.dataset.all : state.dataset.some).replace("{shown}", shown.size);
  };
  const write = () => {
    const asked = new URLSearchParams();
    for (const one of [...lists, word]) if (one.value.trim()) asked.set(one.name, one.value.trim());
    const query = asked.toString();
    history.replaceState(null, "", query ? "#?" + query : location.pathname + location.search);
    show();
  };
  const read = () => {
    if (!location.hash.startsWith("#?")) return;
    const asked = new URLSearchParams(location.hash.slice(2));
    for (const one of [...lists, word]) one.value = asked.get(one.name) || "";
    for (const list of lists) if (list.selectedIndex < 0) list.value = "";
    show();
  };
  const reveal = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && document.getElementById(name);
    if (!target || !target.closest("[hidden]")) return;
    form.reset();
    show();
    target.scrollIntoView();
  };
  form.hidden = false;
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(write));
  form.addEventListener("change", write);
  word.addEventListener("input", write);
  addEventListener("hashchange", () => { read(); reveal(); }, {signal});
  show();
  read();
};
start();
addEventListener("anew", start);
})();
