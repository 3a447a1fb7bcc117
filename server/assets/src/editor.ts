/** Put an editor in the place of the text area; the text area goes on holding the text of the form. */

import {
  acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, completionStatus,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentUnit, LanguageSupport, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension, Prec, RangeSet, StateEffect, StateField, type Transaction } from "@codemirror/state";
import {
  Decoration, type DecorationSet, drawSelection, EditorView, gutterLineClass, GutterMarker, highlightActiveLine,
  highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers, tooltips,
} from "@codemirror/view";
import { styleTags, tags } from "@lezer/highlight";
import { SparqlLanguage } from "codemirror-lang-sparql";
import { suggest } from "./complete.ts";
import { make } from "./dom.ts";
import { findOffset } from "./endpoint.ts";
import type { Settings } from "./types.ts";
import type { Term } from "./vocabulary.ts";

/** What the page does with the text of a query, whatever it is written in. */
export interface Editor {
  read(): string;
  write(text: string): void;
  focus(): void;
  /** Show a fault at a place; lines and columns count characters from 1. */
  mark(line: number, column: number): void;
  /** Put the cursor at a place, and the focus with it. */
  go(line: number, column: number): void;
}

/** What the editor needs of the page. */
export interface Surroundings {
  area: HTMLTextAreaElement;
  label: string;
  settings: Settings;
  terms: () => Promise<Term[]>;
  run: () => void;
}

/** Return the text area itself as an editor. */
export function useArea(area: HTMLTextAreaElement): Editor {
  const go = (line: number, column: number): void => {
    const offset = findOffset(area.value, line, column);
    area.focus();
    area.setSelectionRange(offset, offset);
  };
  return {
    read: () => area.value,
    write: (text) => { area.value = text; },
    focus: () => area.focus(),
    mark: () => undefined,
    go,
  };
}

/**
 * Return an editor that stands in for a text area.
 *
 * It lives in a shadow root: there its styles are adopted style sheets, which the Content-Security-Policy
 * of the site allows, and the styles of the page do not reach it.
 */
export function openEditor(around: Surroundings): Editor {
  const { area } = around;
  const host = make("div", { class: "q-editor" });
  // As high as what it replaces, so that nothing below it moves; it grows when its text changes.
  const height = `${area.getBoundingClientRect().height - 2}px`;
  host.style.setProperty("--q-height", height);
  host.style.setProperty("--q-most", height);
  const root = host.attachShadow({ mode: "open", delegatesFocus: true });
  area.before(host);
  area.hidden = true;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: area.value, extensions: [listExtensions(around), letGrow(host)] }),
  });
  watchLabel(area, view);
  const find = (line: number, column: number): number =>
    Math.min(findOffset(view.state.doc.toString(), line, column), view.state.doc.length);
  return {
    read: () => view.state.doc.toString(),
    write(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 } });
    },
    focus: () => view.focus(),
    mark: (line, column) => view.dispatch({ effects: setFault.of(find(line, column)) }),
    go(line, column) {
      view.dispatch({ selection: { anchor: find(line, column) }, scrollIntoView: true });
      view.focus();
    },
  };
}

/** Return the extension that lifts the limit of height as soon as the text changes. */
function letGrow(host: HTMLElement): Extension {
  return EditorView.updateListener.of((update) => {
    if (update.docChanged) host.style.removeProperty("--q-most");
  });
}

/** Let the label of the text area lead to the editor: a label cannot name what lies in a shadow root. */
function watchLabel(area: HTMLTextAreaElement, view: EditorView): void {
  for (const label of area.labels) {
    label.addEventListener("click", (event) => {
      event.preventDefault();
      view.focus();
    });
  }
}

function listExtensions(around: Surroundings): Extension[] {
  const run = (): boolean => {
    around.run();
    return true;
  };
  return [
    Prec.highest(keymap.of([{ key: "Mod-Enter", run }, { key: "Ctrl-Enter", run }, { key: "Escape", run: openWayOut }])),
    keymap.of([
      { key: "Tab", run: acceptCompletion }, ...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...historyKeymap,
      ...defaultKeymap, indentWithTab,
    ]),
    lineNumbers(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search({ top: true }),
    tooltips({ position: "absolute" }),
    autocompletion({ override: [suggest(around.settings, around.terms)], maxRenderedOptions: 10, icons: false }),
    new LanguageSupport(LANGUAGE, LANGUAGE.data.of({
      closeBrackets: { brackets: ["(", "[", "{", '"', "'"] },
      commentTokens: { line: "#" },
    })),
    indentUnit.of("  "),
    EditorState.tabSize.of(2),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      "aria-label": `${around.label}. Escape, then Tab leaves the editor. Control and Enter run the query.`,
      autocapitalize: "off",
      autocorrect: "off",
      spellcheck: "false",
      tabindex: "0",
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) around.area.value = update.state.doc.toString();
      if (update.focusChanged && update.view.hasFocus) void around.terms();
    }),
    EditorView.domEventHandlers({ beforeinput: replaceSelection }),
    fault,
    syntaxHighlighting(COLOURS),
    THEME,
  ];
}

/** Let Tab leave the editor for two seconds, also while suggestions are fetched, but not where Escape closes them. */
function openWayOut(view: EditorView): boolean {
  if (completionStatus(view.state) !== "active") view.setTabFocusMode(2000);
  return false;
}

/**
 * Replace selected text by what is typed, in place of the browser.
 *
 * Chromium would keep the colour of the selection in a style attribute, which the policy of the site refuses.
 */
function replaceSelection(event: InputEvent, view: EditorView): boolean {
  const { data, inputType, isComposing } = event;
  const { from, to, empty } = view.state.selection.main;
  if (inputType !== "insertText" || !data || isComposing || empty) return false;
  const write = (): Transaction =>
    view.state.update(view.state.replaceSelection(data), { userEvent: "input.type", scrollIntoView: true });
  const isTaken = view.state.facet(EditorView.inputHandler).some((take) => take(view, from, to, data, write));
  if (!isTaken) view.dispatch(write());
  return true;
}

const setFault = StateEffect.define<number>();
const line = Decoration.line({ class: "q-fault-line" });
const place = Decoration.mark({ class: "q-fault", attributes: { title: "The query cannot be read from here on." } });

class FaultMarker extends GutterMarker {
  override elementClass = "q-fault-number";
}

/** Where the last query could not be read; gone when the text changes. */
const fault = StateField.define<{ marks: DecorationSet; at: number | null }>({
  create: () => ({ marks: Decoration.none, at: null }),
  update(value, transaction) {
    let next = transaction.docChanged ? { marks: Decoration.none, at: null } : value;
    for (const effect of transaction.effects) {
      if (effect.is(setFault)) next = { marks: drawFault(transaction.state, effect.value), at: effect.value };
    }
    return next;
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.marks),
    gutterLineClass.compute([field], (state) => {
      const at = state.field(field).at;
      return at === null ? RangeSet.empty : RangeSet.of([new FaultMarker().range(state.doc.lineAt(at).from)]);
    }),
  ],
});

/** Return the marks of a fault: its line, and the word at its place or the last character before. */
function drawFault(state: EditorState, at: number): DecorationSet {
  const row = state.doc.lineAt(at);
  const word = /^(?:[\p{L}\p{N}_:?$.\-]+|\S)/u.exec(row.text.slice(at - row.from))?.[0].length ?? 0;
  const from = word === 0 && at > row.from ? at - 1 : at;
  const to = word === 0 ? at : at + word;
  return Decoration.set([line.range(row.from), ...(from < to ? [place.range(from, to)] : [])]);
}

const LANGUAGE = SparqlLanguage.configure({
  props: [
    styleTags({
      "Pname_ln Pname_ns": tags.propertyName,
      A_predicate: tags.keyword,
      Langtag: tags.annotation,
      "IriRef": tags.url,
      "IntegerPositive IntegerNegative DecimalPositive DecimalNegative DoublePositive DoubleNegative": tags.number,
      "Blank_node_label Anon": tags.labelName,
    }),
  ],
});

/** Colours come from the page as custom properties, which reach into a shadow root. */
const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--q-keyword)", fontWeight: "600" },
  { tag: tags.variableName, color: "var(--q-variable)" },
  { tag: tags.propertyName, color: "var(--q-name)" },
  { tag: [tags.url, tags.namespace], color: "var(--q-iri)" },
  { tag: tags.string, color: "var(--q-string)" },
  { tag: [tags.number, tags.integer, tags.float, tags.bool], color: "var(--q-figure)" },
  { tag: tags.comment, color: "var(--q-muted)", fontStyle: "italic" },
  { tag: [tags.annotation, tags.labelName], color: "var(--q-muted)" },
]);

const THEME = EditorView.theme({
  "&": { color: "var(--q-ink)", backgroundColor: "var(--q-paper)", fontSize: "var(--q-code-size)" },
  "&.cm-focused": { outline: "2px solid var(--q-accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--q-code)", lineHeight: "1.55", minHeight: "var(--q-height)", maxHeight: "var(--q-most, max(60vh, var(--q-height)))" },
  ".cm-content": { padding: "0.6rem 0", caretColor: "var(--q-ink)" },
  ".cm-line": { padding: "0 0.75rem 0 0.5rem" },
  ".cm-cursor, .cm-dropCursor": { borderLeft: "2px solid var(--q-ink)" },
  ".cm-gutters": { color: "var(--q-muted)", backgroundColor: "var(--q-paper)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 0.4rem 0 0.75rem", minWidth: "2.2rem" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--q-active)" },
  ".cm-activeLineGutter": { color: "var(--q-ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--q-selection)",
  },
  ".cm-selectionMatch": { backgroundColor: "transparent", outline: "1px dotted var(--q-muted)" },
  ".cm-searchMatch": { backgroundColor: "var(--q-found)", outline: "1px solid var(--q-muted)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--q-found)", outline: "2px solid var(--q-accent)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "transparent", outline: "1.5px solid var(--q-accent)" },
  "&.cm-focused .cm-nonmatchingBracket": {
    backgroundColor: "transparent", textDecoration: "underline wavy var(--q-bad)",
  },
  ".q-fault-line": { backgroundColor: "var(--q-bad-paper)" },
  ".q-fault": { textDecoration: "underline wavy 1.5px var(--q-bad)", textUnderlineOffset: "3px" },
  ".q-fault-number": { color: "var(--q-bad)", fontWeight: "700" },
  // In the padding, so that the numbers do not grow wider.
  ".q-fault-number::before": { content: '"!"', position: "absolute", marginLeft: "-0.7rem" },
  ".cm-panels": { color: "var(--q-ink)", backgroundColor: "var(--q-active)", border: "none" },
  ".cm-panel.cm-search": { padding: "0.5rem 2rem 0.5rem 0.6rem", fontFamily: "var(--q-text)" },
  ".cm-panel.cm-search label": { fontSize: "0.875rem" },
  ".cm-panel.cm-search [name=close]": { color: "var(--q-ink)", minWidth: "24px", minHeight: "24px", top: "2px" },
  ".cm-textfield, .cm-button": {
    color: "var(--q-ink)", backgroundColor: "var(--q-paper)", backgroundImage: "none", fontSize: "0.875rem",
    border: "1px solid var(--q-edge)", borderRadius: "4px",
  },
  ".cm-button:active": { backgroundImage: "none" },
  ".cm-tooltip": { color: "var(--q-ink)", backgroundColor: "var(--q-paper)", border: "1px solid var(--q-edge)" },
  ".cm-tooltip.cm-tooltip-autocomplete": { borderRadius: "6px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--q-code)", maxHeight: "none", overflow: "hidden", maxWidth: "min(36rem, 86vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.2rem 0.6rem", lineHeight: "1.5" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { color: "var(--q-paper)", backgroundColor: "var(--q-accent)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": { color: "var(--q-muted)", fontStyle: "normal", fontFamily: "var(--q-text)", marginLeft: "0.75rem" },
  "li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-tooltip.cm-completionInfo": {
    padding: "0.5rem 0.75rem", fontFamily: "var(--q-text)", lineHeight: "1.45", whiteSpace: "pre-line",
    maxWidth: "22rem", overflowWrap: "anywhere", borderRadius: "6px",
  },
  // Where there is no room beside the list the definition stands below it, not upon it.
  ".cm-tooltip.cm-completionInfo-right-narrow": { top: "100% !important", bottom: "auto !important" },
});
