"use strict";
(() => {
  const news = new EventSource("changes");
  let busy = false;
  const renew = async () => {
    const answer = await fetch(location.pathname, {cache: "no-store"});
    if (!answer.ok) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const focused = document.activeElement?.id;
    const {scrollX, scrollY} = window;
    document.title = page.title;
    document.body.replaceWith(page.body);
    dispatchEvent(new Event("anew"));
    if (focused) document.getElementById(focused)?.focus({preventScroll: true});
    scrollTo({left: scrollX, top: scrollY, behavior: "instant"});
  };
  news.onmessage = async event => {
    if (busy || event.data === document.body.dataset.version) return;
    busy = true;
    try { await renew(); } finally { busy = false; }
    if (news.latest && news.latest !== document.body.dataset.version) news.onmessage({data: news.latest});
  };
  news.addEventListener("message", event => { news.latest = event.data; });
})();
