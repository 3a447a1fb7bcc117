// Choose a passage or a statement without loading the page anew. Everything here works without it.
"use strict";

const isPlain = (event) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
const isState = (url) => url.origin === location.origin && url.pathname === location.pathname;
const states = new Map();

async function fetchState(url) {
  const key = url.pathname + url.search;
  if (!states.has(key)) {
    const response = await fetch(key, { headers: { Accept: "text/html" } });
    if (!response.ok) throw new Error(String(response.status));
    states.set(key, await response.text());
  }
  return new DOMParser().parseFromString(states.get(key), "text/html");
}

/** Put another state in the place of this one, the passage staying where the reader sees it. */
async function show(url, { push = true, focus = true } = {}) {
  const next = await fetchState(url);
  const sheet = document.querySelector(".sheet");
  const anchor = document.getElementById(url.hash.slice(1));
  const top = anchor?.getBoundingClientRect().top;
  sheet.replaceWith(next.querySelector(".sheet"));
  document.title = next.title;
  if (push) history.pushState(null, "", url);
  const place = document.getElementById(url.hash.slice(1));
  if (place && top !== undefined) scrollBy({ top: place.getBoundingClientRect().top - top, behavior: "instant" });
  if (!focus) return;
  const target = document.querySelector("#chosen") ?? place;
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

function go(url, options) {
  show(url, options).catch(() => location.assign(url));
}

document.addEventListener("click", (event) => {
  if (!isPlain(event) || !(event.target instanceof Element)) return;
  const link = event.target.closest("a[href]");
  if (link) {
    const url = new URL(link.href);
    if (!isState(url) || (url.search === location.search && url.hash)) return;
    event.preventDefault();
    go(url);
    return;
  }
  // A sentence may be chosen by its text too, where no words are being selected.
  const text = event.target.closest("li:not(.chosen) > .text");
  const verse = text?.parentElement?.querySelector("a.verse");
  if (verse && String(getSelection()) === "") go(new URL(verse.href));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const close = document.querySelector(".close a");
  if (close) go(new URL(close.href));
});

addEventListener("popstate", () => go(new URL(location.href), { push: false, focus: false }));
