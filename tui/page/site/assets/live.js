"use strict";
(() => {
  const news = new EventSource("changes");
  news.onmessage = event => { if (event.data !== document.body.dataset.version) location.reload(); };
})();
