"use strict";
addEventListener("load", () => {
  const focus = () => {
    if (document.body.classList.contains("-loaded")) document.querySelector(".xterm-helper-textarea")?.focus();
  };
  new MutationObserver(focus).observe(document.body, {attributeFilter: ["class"]});
  addEventListener("focus", focus);
  focus();
});
