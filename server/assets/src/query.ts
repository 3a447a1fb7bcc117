/**
 * Enhance the query page: a form that works without this becomes an editor with results beside it.
 *
 * The document must have the following; README.md in this folder says it in full.
 *
 *   form#query-form         action = path of the endpoint, method get, with
 *     textarea[name=query]  the query, with a <label>; its text is run at once if the address has one
 *     select[name=format]   options: value = short name of a format ("" for this page),
 *                           data-forms = the forms of answer it carries (solutions boolean graph)
 *     button[type=submit]   runs the query
 *     input[type=hidden]    any, sent along (default-graph-uri, named-graph-uri)
 *     p.q-help              optional: the place for the keys and limits, after the text area
 *     .q-status             optional: the place for what happens, role=status
 *   a.example               any number, anywhere: href="?query=…"
 *   section#results         what the server drew of a result, or nothing
 *   script#query-settings   type application/json: {site, bases, prefixes, limits: {seconds, rows}}
 */

import { formatNumber, make, makeButton } from "./dom.ts";
import { type Editor, openEditor, useArea } from "./editor.ts";
import { ask, buildAddress, buildRequest, isLong, ProblemError, type Question } from "./endpoint.ts";
import { makeDownloads, makeProblem, makeSnippets, makeView, summarize } from "./results.ts";
import { declare, findForm, findUndeclared, type Form } from "./scan.ts";
import { listSnippets } from "./snippets.ts";
import type { Answer, Format, Problem, Settings } from "./types.ts";
import { openVocabulary } from "./vocabulary.ts";

/** What the page is made of. */
interface Page {
  form: HTMLFormElement;
  area: HTMLTextAreaElement;
  select: HTMLSelectElement | null;
  button: HTMLButtonElement;
  results: HTMLElement;
  settings: Settings;
  endpoint: string;
  formats: Format[];
}

/** Return the parts of the page, or null where it is not the query page. */
function findPage(): Page | null {
  const form = document.querySelector<HTMLFormElement>("form#query-form");
  const area = form?.querySelector<HTMLTextAreaElement>("textarea[name=query]");
  const button = form?.querySelector<HTMLButtonElement>("button[type=submit], button:not([type])");
  const results = document.querySelector<HTMLElement>("#results");
  const block = document.querySelector("#query-settings");
  if (!form || !area || !button || !results || !block) return null;
  const told = JSON.parse(block.textContent ?? "{}") as Partial<Settings>;
  const endpoint = new URL(form.getAttribute("action") ?? "", location.href);
  endpoint.search = endpoint.hash = "";
  const site = told.site ?? endpoint.href.replace(/\/sparql$/, "");
  const settings: Settings = { site, bases: told.bases ?? [], prefixes: told.prefixes ?? {}, limits: told.limits ?? {} };
  const select = form.querySelector<HTMLSelectElement>("select[name=format]");
  return { form, area, select, button, results, settings, endpoint: endpoint.href, formats: listFormats(select) };
}

function listFormats(select: HTMLSelectElement | null): Format[] {
  return Array.from(select?.options ?? [])
    .filter((option) => option.value !== "" && option.dataset["forms"])
    .map((option) => ({
      name: option.value, label: option.label, forms: (option.dataset["forms"] ?? "").split(/\s+/) as Form[],
    }));
}

/** Make the page work. */
function enhance(page: Page): void {
  const { form, area, button, results, settings, endpoint } = page;
  const label = area.labels[0]?.textContent?.trim() || "SPARQL query";
  const terms = openVocabulary(endpoint, settings);
  const stop = makeButton("Stop", () => running?.abort(), { class: "q-stop" });
  const clock = make("span", { class: "q-clock", "aria-hidden": "true" });
  const status = form.querySelector<HTMLElement>(".q-status") ?? make("span", { class: "q-status", role: "status" });
  let running: AbortController | null = null;

  stop.hidden = true;
  button.after(stop, clock);
  if (!status.isConnected) clock.after(status);
  const editor = open();
  showHelp(form, area, settings);
  document.documentElement.classList.add("q-enhanced");

  function open(): Editor {
    try {
      return openEditor({ area, label, settings, terms, run: () => void run() });
    } catch (error) {
      console.error(error);
      document.querySelector(".q-editor")?.remove();
      area.hidden = false;
      return useArea(area);
    }
  }

  function tell(text: string): void {
    status.textContent = text;
  }

  function pose(format = page.select?.value ?? ""): Question {
    const beside = Array.from(new FormData(form))
      .filter((pair): pair is [string, string] => typeof pair[1] === "string" && !["query", "format"].includes(pair[0]));
    return { text: editor.read(), format, beside };
  }

  /** Run the query; `keep` leaves the address as it is. */
  async function run(keep = false): Promise<void> {
    running?.abort();
    const question = pose();
    if (question.text.trim() === "") {
      tell("There is no query to run.");
      return;
    }
    const control = new AbortController();
    running = control;
    if (!keep) remember(question);
    const begin = performance.now();
    const finish = start(begin);
    try {
      const answer = await ask(endpoint, question, control.signal);
      if (running !== control) return;
      showAnswer(answer, question);
      tell(`${summarize(answer)} ${formatSeconds(performance.now() - begin)}.`);
    } catch (error) {
      if (running !== control) return;
      if (control.signal.aborted) tell(`Stopped after ${formatSeconds(performance.now() - begin)}.`);
      else showProblem(explain(error), question);
    } finally {
      if (running === control) {
        running = null;
        finish();
      }
    }
  }

  /** Show that a query runs, and return what shows that it ended. */
  function start(begin: number): () => void {
    const show = (): void => { clock.textContent = formatSeconds(performance.now() - begin); };
    const isMoved = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    const timer = setInterval(show, isMoved ? 100 : 1000);
    const hadFocus = (): boolean => document.activeElement === stop;
    stop.hidden = false;
    results.setAttribute("aria-busy", "true");
    tell("Running.");
    return () => {
      clearInterval(timer);
      clock.textContent = "";
      if (hadFocus()) button.focus();
      stop.hidden = true;
      results.removeAttribute("aria-busy");
    };
  }

  /** Put the query in the address, so that it can be kept, sent and gone back to. */
  function remember(question: Question): void {
    const address = isLong(endpoint, question) ? endpoint : buildAddress(endpoint, { ...question, format: "" });
    if (address !== location.href) history.pushState({ query: question.text }, "", address);
  }

  function showAnswer(answer: Answer, question: Question): void {
    const form_ = answer.form === "text" ? findForm(question.text) : answer.form;
    const address = isLong(endpoint, question) ? null : buildAddress(endpoint, { ...question, format: "" });
    const formats = page.formats.filter((format) => form_ && format.forms.includes(form_));
    results.replaceChildren(
      make("h2", { id: "results-heading", tabindex: -1 }, "Result"),
      makeView(answer, settings, tell),
      makeDownloads(formats, (name) => address && buildAddress(endpoint, { ...question, format: name }),
        (name) => void save({ ...question, format: name })) ?? "",
      makeShare(address),
      makeSnippets(listSnippets(`${settings.site}/sparql`, question.text, form_ ?? "solutions"), copy));
  }

  function makeShare(address: string | null): HTMLElement {
    if (!address) return make("p", { class: "q-note" }, "This query is too long to have an address; it was sent in the body of a request.");
    return make("p", { class: "q-share" }, makeButton("Copy the address of this query", () => copy(address, "The address")));
  }

  async function save(question: Question): Promise<void> {
    const [address, request] = buildRequest(endpoint, question);
    try {
      const response = await fetch(address, request);
      if (!response.ok) throw new Error(`status ${response.status}`);
      const link = make("a", { href: URL.createObjectURL(await response.blob()), download: `result.${question.format}` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      tell("The download is ready.");
    } catch (error) {
      tell(`The download failed: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }

  function copy(text: string, what: string): void {
    const manual = (): void => {
      prompt("Copy this text:", text);
    };
    if (!navigator.clipboard) manual();
    else navigator.clipboard.writeText(text).then(() => tell(`${what} is copied.`), manual);
  }

  function showProblem(problem: Problem, question: Question): void {
    const remedies: HTMLElement[] = [];
    const { line, column } = problem;
    if (line !== null) {
      editor.mark(line, column ?? 1);
      const words = `Go to line ${line}, column ${column ?? 1}`;
      remedies.push(makeButton(words, () => editor.go(line, column ?? 1)));
    }
    const missing = findUndeclared(question.text).filter((prefix) => prefix in settings.prefixes);
    const insertion = problem.status === 400 ? declare(question.text, missing, settings.prefixes) : null;
    if (insertion) {
      remedies.push(makeButton(`Declare ${missing.map((prefix) => `${prefix}:`).join(", ")} and run again`, () => {
        const text = editor.read();
        const now = declare(text, missing, settings.prefixes);
        if (now) editor.write(text.slice(0, now.at) + now.text + text.slice(now.at));
        button.focus();
        void run();
      }));
    }
    results.replaceChildren(makeProblem(problem, remedies));
    tell("No result.");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void run();
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.example") : null;
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const text = link && isPlain ? new URL(link.href).searchParams.get("query") : null;
    if (text === null) return;
    event.preventDefault();
    editor.write(text);
    if (page.select) page.select.value = "";
    reveal();
    button.focus({ preventScroll: true });
    void run();
  });
  addEventListener("popstate", () => show());

  function reveal(): void {
    const top = form.getBoundingClientRect().top;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (top < 0 || top > innerHeight / 2) form.scrollIntoView({ behavior: isStill ? "auto" : "smooth" });
  }

  /** Show what the address asks. */
  function show(): void {
    const text = new URLSearchParams(location.search).get("query");
    if (text !== null) {
      if (text !== editor.read()) editor.write(text);
      void run(true);
    } else {
      running?.abort();
      const kept: unknown = history.state?.query;
      if (typeof kept === "string") editor.write(kept);
      results.replaceChildren();
      tell("");
    }
  }

  if (new URLSearchParams(location.search).has("query")) show();
}

/** Return what went wrong in the words of the endpoint, or that it was not reached. */
function explain(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const detail = error instanceof SyntaxError ? "The answer of the server cannot be read." : "The server was not reached.";
  return { title: "No answer", status: 0, detail, hint: "Try again in a moment.", line: null, column: null };
}

function formatSeconds(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
}

/** Say what the keys do and what the limits are: in the paragraph that the server left for it, or in a new one. */
function showHelp(form: HTMLFormElement, area: HTMLTextAreaElement, settings: Settings): void {
  const { seconds, rows } = settings.limits;
  const limits = [
    seconds && `A query runs for at most ${formatNumber(seconds)} seconds.`,
    rows && `An answer has at most ${formatNumber(rows)} rows.`,
  ].filter(Boolean).join(" ");
  const key = (...names: string[]): Node[] => names.flatMap((name, index) => [
    ...(index > 0 ? [document.createTextNode("+")] : []), make("kbd", {}, name),
  ]);
  const place = form.querySelector<HTMLElement>(".q-help") ?? make("p", { class: "q-help" });
  // Written by the server it is in its place before the script comes, and nothing moves.
  if (!place.querySelector("kbd")) place.replaceChildren(
    ...key("Ctrl", "Enter"), " runs the query, ", ...key("Ctrl", "Space"), " suggests terms, ",
    ...key("Esc"), " then ", ...key("Tab"), " leaves the editor. ", limits);
  if (!place.isConnected) area.after(place);
}

const page = findPage();
if (page) enhance(page);
