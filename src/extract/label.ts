/** The labels of a segment, by gold/GUIDELINE.md; the order breaks ties. */
export const labels = ['precondition', 'consequence', 'obligation', 'step', 'note', 'other'] as const;

/** What a segment says about a workflow; several may apply, the primary first. */
export type Label = (typeof labels)[number];
