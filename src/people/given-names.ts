/**
 * Given names that are one name in several languages, and their short forms. A small list: it raises, never vetoes.
 */
import { asciiOf, soundOf } from './letters.ts'

export type Gender = 'male' | 'female'

const male = `
aleksandr alexander alexandre oleksandr aleksander alejandro alessandro aleksandar alexandru sasha
ivan john juan jean giovanni johann johannes jan hans ioann jovan yahya
mikhail michael miguel michel mykhailo michal michele mihail misha
nikolai nicolas nicholas mykola mikolaj nikolay nicola kolya
vladimir volodymyr wlodzimierz vladimirs vova
sergei serhiy sergio serge sergejs sergey
dmitri dmytro dmitriy dimitri dmitry dima
andrei andrew andriy andre andres andreas andrzej
pavel paul pablo pavlo pawel paolo
piotr peter pedro pierre petro pyotr pietro petr
yevgeny eugene evgeny eugenio yevhen jewgeni
grigori gregory hryhoriy gregorio grzegorz
yuri george georgy jorge yuriy jerzy giorgi jurij
aleksei alexis alexey oleksiy aleksiej alejo
vasily basil vasyl basilio wasyl
yakov jacob james jacques jakub jaime yakiv
yosif joseph jose josef giuseppe yusuf yousef
stepan stephen steven esteban stephane stefan szczepan
fyodor theodore theodor ted teodoro fedor fedir
benjamin bibi veniamin benyamin
william bill guillermo guillaume wilhelm
robert bob roberto
richard dick ricardo
anthony tony antonio antoine anton antoni
edward eduardo eduard edouard ted
lev leo leon lew
muhammad mohammed mohamed mohammad muhammed mohamad mukhammad magomed mahomed mehmet
mukhtar muktar mujtar moukhtar muchtar mokhtar
ahmad ahmed akhmad akhmed ahmet
usama osama oussama
yerzhan erzhan jerzhan ierjan
`
const female = `
aleksandra alexandra oleksandra alejandra alessandra
yekaterina catherine catalina ekaterina kateryna katarzyna caterina katya
yelena helen elena olena helena helene ilona
natalia nathalie natalya nataliya natasha
tatiana tatyana tetiana tania
olga olha
anna anne ana hanna
maria marie mary mariya maryam
yulia julia julie yuliya giulia
irina irene iryna irena
svetlana svitlana swietlana
ludmila lyudmila liudmyla ljudmila
`

/** Men's names in -a and -ya, which a reader of endings would take for a woman's. */
const menInA = new Set(
  'nikita ilya foma kuzma luka mustafa musa isa savva mirza murtaza yahya andrea nikola joshua'.split(' '),
)

interface GivenName {
  readonly group: number
  readonly gender: Gender
}

const entries = (text: string, gender: Gender, first: number): readonly (readonly [string, GivenName])[] =>
  text
    .trim()
    .split('\n')
    .flatMap((line, index) =>
      line.split(' ').map((name) => [soundOf(asciiOf(name)), { group: first + index, gender }] as const),
    )

const FEMALE_FROM = 1000
const byName = new Map<string, Set<GivenName>>()
for (const [sound, name] of [...entries(male, 'male', 0), ...entries(female, 'female', FEMALE_FROM)]) {
  byName.set(sound, (byName.get(sound) ?? new Set()).add(name))
}

/** The groups of one name in several languages to which a sound code belongs. */
export const nameGroups = (sound: string): readonly number[] =>
  [...(byName.get(sound) ?? [])].map(({ group }) => group)

/** The gender that a given name tells, where it tells one. Never more than a hint. */
export function genderOfGiven(ascii: string): Gender | undefined {
  const genders = new Set([...(byName.get(soundOf(ascii)) ?? [])].map(({ gender }) => gender))
  if (genders.size === 1) return [...genders][0]
  return menInA.has(ascii) ? 'male' : undefined
}
