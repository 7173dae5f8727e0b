import { type Phrases, says } from '../phrases.ts';
import type { ClauseReading } from './read-clauses.ts';

/** What someone is about to do is the purpose, not a condition. */
export function dropIntent(clauses: ClauseReading, phrases: Phrases): ClauseReading {
  const subordinates = clauses.subordinates.map((clause) =>
    (clause.role === 'if' || clause.role === 'when') && says(`${clause.words} ${clause.mark}`, phrases.intent)
      ? { ...clause, role: 'purpose' as const }
      : clause,
  );
  return { ...clauses, subordinates };
}
