/** What is asked about an act itself: whether it happened, whose it was, by which way and to where. */
import { citable } from './citable.ts'
import type { Asked, Test } from './article-34-measure.ts'
import { authorities, dateWords, onDay, type Reason, reason, words } from './article-34-reasons.ts'
import type { Measure, OtherAct, Taking } from './article-34-story.ts'

export function transferWords({ sending, knownBy }: Asked, act: Taking): Test {
  const [day, to] = [onDay(act.when), act.to === undefined ? '' : ` (${act.to})`]
  const did: Readonly<Record<Taking['type'], readonly [en: string, es: string]>> = {
    abducted: ['The person was taken away', 'Se llevaron a la persona'],
    surrendered: [`${sending} handed the person over`, `${sending} entregó a la persona`],
    removed: [`${sending} removed the person`, `${sending} expulsó a la persona`],
  }
  const [en, es] = did[act.type]
  const text = words(
    `${en} ${day.en}${to} while the measure lasted.`,
    `${es} ${day.es}${to} mientras regía la medida.`,
  )
  return { value: 'true', yes: reason(text, [act.id], knownBy, [authorities.binds]) }
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
    return { value: 'false', no: say('The person left willingly.', 'La persona se marchó por su voluntad.', []) }
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
        `${sending} did not do what it could to protect the person: a measure also obliges to protect.`,
        `${sending} no hizo lo que podía para proteger a la persona: la medida obliga también a proteger.`,
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
        'The way out led through a frontier that the State controls: nobody is taken through it without its agents.',
        'La salida fue por una frontera que el Estado controla: por ella nadie es llevado sin sus agentes.',
        [authorities.frontier],
      ),
    }
  if (act.protected === 'true')
    return {
      value: 'false',
      no: say(
        `Others took the person away, and ${sending} had done what it could to protect them.`,
        `Otros se llevaron a la persona, y ${sending} había hecho lo que podía por protegerla.`,
      ),
    }
  return {
    value: 'unknown',
    open: say(
      'Others took the person away. Whether agents of the State had a part in it, and whether the State did what ' +
        'it could to protect them, is not recorded.',
      'Otros se llevaron a la persona. No consta si participaron agentes del Estado ni si este hizo lo que podía ' +
        'por protegerla.',
    ),
  }
}

/** A measure against one way of removing somebody forbids the other ways to the same place. */
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
        `The measure spoke of ${measure.forbids}; another way of taking the person there is against it as well.`,
        `La medida hablaba de ${measure.forbids}; llevar a la persona por otra vía también la infringe.`,
      ),
      [measure.id, act.id],
      knownBy,
      [authorities.otherRoute],
    ),
    open: reason(
      words(
        `The measure spoke of ${measure.forbids}, and the person was taken another way. No judgment on that could be ` +
          'cited then.',
        `La medida hablaba de ${measure.forbids} y a la persona la llevaron por otra vía. Entonces no podía citarse ` +
          'sentencia sobre ello.',
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
        `The measure named ${measure.to} and the person was taken to ${act.to}: destinations are not compared to the ` +
          'letter.',
        `La medida nombraba a ${measure.to} y a la persona la llevaron a ${act.to}: los destinos no se comparan a ` +
          'la letra.',
      ),
      events,
      knownBy,
      [authorities.otherState],
    ),
    open: reason(
      act.onward === 'false'
        ? words(
            `The measure named ${measure.to}; nothing exposes the person to being sent on from ${act.to}. No ` +
              'judgment on that has been read.',
            `La medida nombraba a ${measure.to}; nada expone a la persona a ser reenviada desde ${act.to}. No se ` +
              'ha leído sentencia sobre ello.',
          )
        : words(
            `The measure named ${measure.to} and the person was taken to ${act.to}. No judgment on that could be ` +
              'cited then.',
            `La medida nombraba a ${measure.to} y a la persona la llevaron a ${act.to}. Entonces no podía ` +
              'citarse sentencia sobre ello.',
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
