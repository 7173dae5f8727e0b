import type { Defect } from '../finding.ts';
import type { CheckContext } from './context.ts';

/**
 * Compares how binding the two sides are: must, may need to, may or can, need not, must not.
 *
 * "Should" is left alone: all four languages render it by the words for "must" as often as by milder ones.
 */
export function checkModality(context: CheckContext): Defect[] {
  const { source, target, neighbours } = context;
  const defect = (code: string, cue: string | undefined): Defect[] =>
    cue === undefined ? [] : [{ check: 'modality', code, severity: 'error', values: { cue } }];
  const around = (name: string): boolean => neighbours.some((pair) => pair.target.has(name));

  const perhaps = source.find('possibleObligation')[0];
  if (perhaps && target.has('obligation') && !target.has('possibility'))
    return defect('possible-obligation-hardened', perhaps.text);

  const exempt = source.find('exemption')[0];
  if (
    exempt &&
    !source.has('obligation') &&
    target.has('prohibition') &&
    !target.has('exemption') &&
    !source.has('prohibition')
  )
    return [];

  const barred = source.find('prohibition')[0];
  if (barred && !exempt && target.has('exemption') && !target.has('prohibition'))
    return defect('prohibition-weakened', barred.text);

  const permitted = source.find('permission')[0];
  if (
    permitted &&
    !source.has('obligation') &&
    !source.has('possibleObligation') &&
    !source.has('exemption') &&
    !source.has('advice') &&
    target.has('obligation') &&
    !target.has('ability') &&
    !target.has('possibility')
  )
    return defect('permission-hardened', permitted.text);

  const must = source.find('duty')[0];
  if (
    must &&
    !source.has('ability') &&
    !source.has('possibility') &&
    !source.has('negation') &&
    !target.has('obligation') &&
    !target.has('advice') &&
    target.has('choice') &&
    !around('obligation')
  )
    return defect('obligation-weakened', must.text);
  return [];
}
