export type { Document, Segment } from './content/document.ts';
export { DocumentIndex } from './content/document-index.ts';
export { parseDocument } from './content/parse-document.ts';
export { readDocument, readDocuments } from './content/read-documents.ts';
export type { Diagnostic } from './diagnostic/diagnostic.ts';
export { decide } from './engine/decide.ts';
export type { Decision, Verdict } from './engine/decision.ts';
export { loadProject, type Project } from './project/load-project.ts';
export type { Condition, Fact, FactValue, Workflow } from './rules/workflow.ts';
