import { z } from 'zod'
import { isPaperKind, paperKinds } from '../publish/index.ts'
import { type Release, releaseOf, sameFor } from '../record/index.ts'
import { ComposeError } from '../compose.ts'
import { actOptions, actorOf, enterAct } from './act.ts'
import { type Command, needPositionals, optionText } from './command.ts'
import { UsageError } from './errors.ts'
import { paperOptions, withDraft } from './paper-draft.ts'

export const ReleaseAnswer = z.strictObject({
  case: z.string(),
  paper: z.string(),
  audience: z.enum(['counsel', 'public']),
  content: z.string(),
  status: z.string(),
  askedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
})

const steps: Readonly<Record<string, Release['step']>> = {
  ask: 'asked',
  agree: 'approved',
  refuse: 'refused',
  withdraw: 'withdrawn',
}

export const command: Command = {
  name: 'release',
  summary: {
    en: 'let a paper leave the desk: one asks, another agrees',
    es: 'deja salir un escrito: una persona lo pide y otra lo acuerda',
  },
  usage: [
    'release ask|agree|refuse|withdraw PAPER CASE --by NAME [--because REASON] [--in en|es] [--known-by TIME]',
  ],
  about: {
    en: 'What is released is exactly the text that both have looked at: name the same time, language and audience. When one letter changes, it is a draft again. Nobody can agree to what they asked for themselves.',
    es:
      'Sale exactamente el texto que ambas personas han visto: indique la misma hora, lengua y ' +
      'destinatarios. Si cambia una letra, vuelve a ser un borrador. Nadie puede acordar lo que ha pedido.',
  },
  options: { ...paperOptions, ...actOptions },
  examples: ['release ask statement pavlov-2014 --known-by 2014-02-19T20:00 --by "A. Lawyer"'],
  async run(context, args) {
    const [word = '', paper = '', reference = ''] = needPositionals(args, ['STEP', 'PAPER', 'CASE'])
    const step = steps[word]
    if (step === undefined || !isPaperKind(paper))
      throw new UsageError(
        {
          en: `"${step === undefined ? word : paper}" is not understood`,
          es: `no se entiende "${step === undefined ? word : paper}"`,
        },
        {
          en: `write ${Object.keys(steps).join(', ')}, and one of: ${paperKinds.join(', ')}`,
          es: `escriba ${Object.keys(steps).join(', ')}, y uno de: ${paperKinds.join(', ')}`,
        },
      )
    const by = actorOf(context, args)
    const because = optionText(args, 'because')
    const draft = await withDraft(context, args, paper, reference, async (drafted) => drafted.draft)
    const blocked = draft.blocked[0]
    if (blocked !== undefined && (step === 'asked' || step === 'approved'))
      throw new ComposeError(
        {
          en: `Nothing was entered: "${blocked.text}" may not go out.`,
          es: `No se ha anotado nada: «${blocked.text}» no puede salir.`,
        },
        sameFor(blocked.why),
        sameFor(blocked.todo),
      )
    const audience = draft.paper.audience === 'public' ? 'public' : 'counsel'
    const asked = { paper, audience, content: draft.content } as const
    const entries = await enterAct(context, args, reference, by, (state) => [
      {
        kind: 'release',
        release: {
          id: `release-${state.lastSequence + 1}`,
          step,
          ...asked,
          ...(because === undefined ? {} : { because }),
        },
      },
    ])
    const taken = entries.flatMap(({ body, ...entry }) =>
      body.kind === 'release'
        ? [{ release: body.release, by, recorded: entry.recorded, sequence: entry.sequence }]
        : [],
    )
    const status = releaseOf({ releases: [...draft.steps, ...taken] }, asked)
    const answer: z.infer<typeof ReleaseAnswer> = {
      case: reference,
      ...asked,
      status: status.status,
      askedBy: status.askedBy ?? null,
      decidedBy: status.decidedBy ?? null,
    }
    if (context.json) context.out.json(answer)
    else print(context.language === 'es', answer)
    return 0

    function print(es: boolean, { status: now, askedBy, decidedBy }: typeof answer): void {
      const who = [askedBy, decidedBy].filter((name) => name !== null).join(', ')
      context.out.paragraph(
        es ? `${paper}: ${words[now]?.[1] ?? now} (${who}).` : `${paper}: ${words[now]?.[0] ?? now} (${who}).`,
      )
    }
  },
}

const words: Readonly<Record<string, readonly [string, string]>> = {
  asked: ['release asked for; another person has to agree', 'salida pedida; otra persona tiene que acordarla'],
  released: ['released', 'puede salir'],
  refused: ['refused', 'denegada'],
  withdrawn: ['withdrawn', 'retirada'],
}
