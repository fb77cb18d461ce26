/** What is asked about an act itself: whether it happened, whose it was, by which way and to where. */
import { citable } from './citable.ts'
import type { Asked, Test } from './article-34-measure.ts'
import { authorities, dateWords, type Reason, reason, words } from './article-34-reasons.ts'
import type { Measure, OtherAct, Taking } from './article-34-story.ts'

export function transferWords({ sending, knownBy }: Asked, act: Taking): Test {
  const [day, to] = [dateWords(act.when), act.to === undefined ? '' : ` (${act.to})`]
  const [en, es] =
    act.type === 'abducted'
      ? [
          `He was taken away on ${day.en}${to} while the measure lasted.`,
          `Se lo llevaron el ${day.es}${to} mientras regía la medida.`,
        ]
      : [
          `${sending} handed him over on ${day.en}${to} while the measure lasted.`,
          `${sending} lo entregó el ${day.es}${to} mientras regía la medida.`,
        ]
  return { value: 'true', yes: reason(words(en, es), [act.id], knownBy, [authorities.binds]) }
}

export function happened({ knownBy }: Asked, act: Taking | OtherAct): Test {
  return {
    value: act.occurred,
    open: reason(
      words(
        `Whether that happened by then (${act.type}, ${dateWords(act.when).en}) has not been checked.`,
        `No se ha contrastado si eso ocurrió para entonces (${act.type}, ${dateWords(act.when).es}).`,
      ),
      [act.id],
      knownBy,
    ),
  }
}

/** Done by the State, or by others whom it helped or let. */
export function theStatesAct(asked: Asked, act: Taking): Test {
  const { sending, knownBy } = asked
  const by = act.by ?? (act.type === 'abducted' ? 'others' : sending)
  const say = (en: string, es: string, rests = [authorities.protect]): Reason =>
    reason(words(en, es), [act.id], knownBy, rests)
  if (by === sending) return { value: 'true' }
  if (by === 'himself')
    return { value: 'false', no: say('He left of his own will.', 'Se marchó por su propia voluntad.', []) }
  if (/^[A-Z]{2}$/.test(by))
    return {
      value: 'false',
      no: say(`The act is that of ${by}, not of ${sending}.`, `El acto es de ${by}, no de ${sending}.`, []),
    }
  if (act.stateInvolved === 'true')
    return { value: 'true', yes: say(`Agents of ${sending} took part.`, `Participaron agentes de ${sending}.`, []) }
  if (act.protected === 'false' && citable(authorities.protect.date, knownBy))
    return {
      value: 'true',
      yes: say(
        `${sending} did not do what it could to protect him: a measure also obliges to protect.`,
        `${sending} no hizo lo que podía para protegerlo: la medida obliga también a proteger.`,
      ),
    }
  if (
    act.throughFrontier === 'true' &&
    act.stateInvolved !== 'false' &&
    citable(authorities.frontier.date, knownBy)
  )
    return {
      value: 'true',
      yes: say(
        'He was taken out through a frontier that the State controls, which does not happen without its agents.',
        'Lo sacaron por una frontera que el Estado controla, lo que no ocurre sin sus agentes.',
        [authorities.frontier],
      ),
    }
  if (act.protected === 'true')
    return {
      value: 'false',
      no: say(
        `Others took him, and ${sending} had done what it could to protect him.`,
        `Se lo llevaron otros, y ${sending} había hecho lo que podía por protegerlo.`,
      ),
    }
  return {
    value: 'unknown',
    open: say(
      'Others took him. Whether agents of the State had a part in it, and whether the State did what it could to ' +
        'protect him, is not recorded.',
      'Se lo llevaron otros. No consta si participaron agentes del Estado ni si este hizo lo que podía por ' +
        'protegerlo.',
    ),
  }
}

/** A measure against one way of removing him forbids the other ways to the same place. */
export function route({ knownBy }: Asked, measure: Measure, act: Taking): Test {
  const narrow =
    measure.forbids === 'extradition'
      ? act.type !== 'surrendered'
      : measure.forbids === 'expulsion' && act.type === 'surrendered'
  if (!narrow) return { value: 'true' }
  const known = citable(authorities.otherRoute.date, knownBy)
  return {
    value: known ? 'true' : 'unknown',
    yes: reason(
      words(
        `The measure spoke of ${measure.forbids}; another way of taking him there is against it as well.`,
        `La medida hablaba de ${measure.forbids}; llevarlo por otra vía también la infringe.`,
      ),
      [measure.id, act.id],
      knownBy,
      [authorities.otherRoute],
    ),
    open: reason(
      words(
        `The measure spoke of ${measure.forbids}, and he was taken another way. No judgment on that could be cited ` +
          'then.',
        `La medida hablaba de ${measure.forbids} y lo llevaron por otra vía. Entonces no podía citarse sentencia ` +
          'sobre ello.',
      ),
      [measure.id, act.id],
      knownBy,
    ),
  }
}

/** The State named in the measure is not the limit of it, unless the other one is safe and does not send on. */
export function destination({ knownBy }: Asked, measure: Measure, act: Taking): Test {
  if (measure.to === undefined || act.to === undefined || measure.to.split(',').includes(act.to))
    return { value: 'true' }
  const events = [measure.id, act.id]
  const settled = citable(authorities.otherState.date, knownBy) && act.onward !== 'false'
  return {
    value: settled ? 'true' : 'unknown',
    yes: reason(
      words(
        `The measure named ${measure.to} and he was taken to ${act.to}: destinations are not compared to the ` +
          'letter.',
        `La medida nombraba a ${measure.to} y lo llevaron a ${act.to}: los destinos no se comparan a la letra.`,
      ),
      events,
      knownBy,
      [authorities.otherState],
    ),
    open: reason(
      act.onward === 'false'
        ? words(
            `The measure named ${measure.to}; in ${act.to} nothing exposes him to being sent on. No judgment on that ` +
              'has been read.',
            `La medida nombraba a ${measure.to}; en ${act.to} nada lo expone a ser reenviado. No se ha ` +
              'leído sentencia sobre ello.',
          )
        : words(
            `The measure named ${measure.to} and he was taken to ${act.to}. No judgment on that could be cited ` +
              'then.',
            `La medida nombraba a ${measure.to} y lo llevaron a ${act.to}. Entonces no podía citarse ` +
              'sentencia sobre ello.',
          ),
      events,
      knownBy,
    ),
  }
}

export const ownAct = ({ sending, knownBy }: Asked, act: OtherAct): Test => ({
  value: (act.by ?? sending) === sending ? 'true' : 'false',
  no: reason(words(`The act is that of ${act.by ?? ''}.`, `El acto es de ${act.by ?? ''}.`), [act.id], knownBy),
})
