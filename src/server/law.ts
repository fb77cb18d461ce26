import { z } from 'zod'
import { LawItem, lawItems, LawItemWhole } from '../casework/index.ts'
import { Refusal } from './env.ts'
import { type Route, route } from './route.ts'

/** The packs as a lawyer browses them: everything defined, with prose, norms and examples. */
export const lawRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/law',
    about: 'Everything that the packs define, in short.',
    answer: z.strictObject({ items: z.array(LawItem.omit({ also: true })) }),
    handle: ({ services, language }) => ({
      items: lawItems(services.workspace.law, language).map(({ kind, id, title, pack, place, checked }) => ({
        kind,
        id,
        title,
        pack,
        place,
        checked,
      })),
    }),
  }),
  route({
    method: 'get',
    path: '/api/law/:id',
    about: 'One norm with every version of it: prose, norms, the rule as data.',
    answer: z.strictObject({ id: z.string(), versions: z.array(LawItemWhole) }),
    handle({ services, language, param }) {
      const id = param('id')
      const versions = lawItems(services.workspace.law, language).filter(
        (item) => item.id === id || item.also.includes(id),
      )
      if (versions.length === 0)
        throw new Refusal(
          404,
          'not-found',
          { en: 'Nothing in the law has that name.', es: 'Nada en el derecho se llama así.' },
          { en: 'Search the list of norms.', es: 'Busque en la lista de normas.' },
        )
      return { id, versions }
    },
  }),
]
