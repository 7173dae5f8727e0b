import type { Defect } from '../finding.ts';
import type { CheckContext } from './context.ts';
import { actorNames, type ActorName, type ActorRole } from './language.ts';
import type { Reading } from './reading.ts';

/** Compares who does, and who is allowed, made or kept from doing. */
export function checkActor(context: CheckContext): Defect[] {
  const { source, target } = context;
  const caused = actorsIn(source, 'causee');
  const causedThere = actorsIn(target, 'causee');
  const shifted = causedThere.find((actor) => !caused.includes(actor));
  if (
    caused.length === 1 &&
    causedThere.length === 1 &&
    shifted !== undefined &&
    !caused.some((actor) => target.findActor(actor, 'mention').length > 0)
  )
    return [
      {
        check: 'actor',
        code: 'causee-shifted',
        severity: 'error',
        values: { cue: caused.join(', '), found: shifted },
      },
    ];
  // With several clauses each has its own actor, and which belongs to which is not known here.
  if (source.has('subordinate')) return [];
  const agents = actorsIn(source, 'agent');
  const agentsThere = actorsIn(target, 'agent');
  const wrong = agentsThere.find(
    (actor) => actor !== 'user' && !agents.includes(actor) && !caused.includes(actor),
  );
  if (
    agents.length > 0 &&
    wrong !== undefined &&
    !agents.some((actor) => target.findActor(actor, 'mention').length > 0)
  )
    return [
      {
        check: 'actor',
        code: 'agent-shifted',
        severity: 'warning',
        values: { cue: agents.join(', '), found: wrong },
      },
    ];
  return [];
}

function actorsIn(reading: Reading, role: ActorRole): ActorName[] {
  return actorNames.filter((actor) => reading.findActor(actor, role).length > 0);
}
