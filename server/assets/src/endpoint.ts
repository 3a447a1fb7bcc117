/** Ask the endpoint, and read what it answers. */

import type { Answer, Problem, Row } from "./types.ts";

/** Longer addresses are cut by some servers, programs and messengers on their way. */
export const ADDRESS_CHARACTERS = 8000;
const ACCEPT = "application/sparql-results+json, text/turtle;q=0.9, application/problem+json;q=0.8";

/** A query, with the parameters that the page sends beside it (graphs of the dataset). */
export interface Question {
  text: string;
  format: string;
  beside: readonly (readonly [string, string])[];
}

/** An answer of the endpoint that says why there is none. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Return the parameters of a question, the query first. */
export function listParameters(question: Question): URLSearchParams {
  const pairs: [string, string][] = [["query", question.text]];
  question.beside.forEach(([name, value]) => pairs.push([name, value]));
  if (question.format) pairs.push(["format", question.format]);
  return new URLSearchParams(pairs);
}

/** Return the address of a question at an endpoint, however long. */
export function buildAddress(endpoint: string, question: Question): string {
  return `${endpoint}?${listParameters(question).toString().replaceAll("+", "%20")}`;
}

/** Return whether a question is too long to have an address that works everywhere. */
export function isLong(endpoint: string, question: Question): boolean {
  return buildAddress(endpoint, question).length > ADDRESS_CHARACTERS;
}

/** Return the request that asks a question: GET, or POST where its address would be too long. */
export function buildRequest(endpoint: string, question: Question): [string, RequestInit] {
  const headers = { Accept: ACCEPT };
  if (!isLong(endpoint, question)) return [buildAddress(endpoint, question), { headers }];
  return [endpoint, { method: "POST", headers, body: listParameters(question) }];
}

/**
 * Ask a question and return the answer.
 *
 * Throws a ProblemError where the endpoint gives none, and what fetch throws where it is not reached.
 */
export async function ask(endpoint: string, question: Question, signal: AbortSignal): Promise<Answer> {
  const [address, request] = buildRequest(endpoint, question);
  const response = await fetch(address, { ...request, signal });
  const type = (response.headers.get("Content-Type") ?? "").split(";")[0]?.trim() ?? "";
  const body = await response.text();
  if (!response.ok) throw new ProblemError(readProblem(response.status, type, body));
  return question.format ? { form: "text", text: body, type } : readAnswer(type, body);
}

/** Return an answer from its media type and body. */
export function readAnswer(type: string, body: string): Answer {
  if (type !== "application/sparql-results+json") return { form: "graph", text: body, type };
  const document = JSON.parse(body) as {
    boolean?: boolean; head?: { vars?: string[] }; results?: { bindings?: Row[] };
  };
  if (typeof document.boolean === "boolean") return { form: "boolean", value: document.boolean };
  return { form: "solutions", names: document.head?.vars ?? [], rows: document.results?.bindings ?? [] };
}

/** Return a problem from the body of an answer; where it is none, what the status says. */
export function readProblem(status: number, type: string, body: string): Problem {
  let members: Record<string, unknown> = {};
  if (type.endsWith("json")) {
    try {
      members = JSON.parse(body) as Record<string, unknown>;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  const text = (name: string): string => (typeof members[name] === "string" ? members[name] : "");
  const count = (name: string): number | null => (typeof members[name] === "number" ? members[name] : null);
  return {
    title: text("title") || `Status ${status}`,
    status,
    detail: text("detail") || "The server gave no reason.",
    hint: text("hint"),
    line: count("line"),
    column: count("column"),
  };
}

/** Return the offset of a place in a text; lines and columns count characters from 1. */
export function findOffset(text: string, line: number, column: number): number {
  const lines = text.split(/\r\n|\n|\r/);
  const row = Math.min(Math.max(line, 1), lines.length) - 1;
  const before = lines.slice(0, row).reduce((sum, each) => sum + each.length + 1, 0);
  const characters = Array.from(lines[row] ?? "").slice(0, Math.max(column, 1) - 1);
  return before + characters.join("").length;
}
