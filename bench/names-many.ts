/** Many names that nobody need bear, put together from syllables; the same ones every time. */

const given =
  `Aleksandr Ivan Maria Olga Yerlan Aigul Nursultan Timur Dinara Sergei Tatiana Andrei Elena Marat Askar Juan Carlos
Ana Lucia Pierre Marie Hans Anna Piotr Katarzyna Ahmed Fatima Mohammed Hassan Leila Omar Yusuf Kim Li Wei Chen John Sarah David
Peter Irina Viktor Natalia Bolat Kairat Saule Zhanar Ruslan Murat Alma Gulnara Igor Vladimir Dmitri Nikolai Aliya Samat Erik`
    .trim()
    .split(/\s+/)
const starts =
  'Ab Ak Al Bar Bek Bol Chern Dal Dom Er Gar Gol Iv Kad Kar Kos Kul Lev Mar Mel Mir Naz Nur Or Pet Pol Rah Sad Sar Sul Tal Tok Um Vol Yer Zhar Zim'.split(
    ' ',
  )
const middles = 'a al am an ar e el en er i il im in o ol on or u ul ur aba ali eri imu oro ushe'.split(' ')
const ends =
  'bayev bekov ov ova ev eva in ina sky skaya enko uk ian ez es on er mann ski wicz uly kyzy zai i ani'.split(' ')

const MODULUS = 2 ** 32

/** @param seed another seed gives other names */
export function generatedNames(count: number, seed = 12_345): readonly string[] {
  let state = seed
  const next = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / MODULUS) * limit)
  }
  const pick = (list: readonly string[]): string => list[next(list.length)] ?? ''
  return Array.from({ length: count }, () => `${pick(given)} ${pick(starts)}${pick(middles)}${pick(ends)}`)
}
