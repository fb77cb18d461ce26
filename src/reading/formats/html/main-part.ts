import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

/** Less of the page than this is a teaser, not its main part. */
const SHARE_MIN = 0.15

/** Finds the part of a page that its author marks as the main one: `main`, `article`, or a role that says so. */
export class MainFinder {
  readonly #open: { start: number | undefined; readonly rank: number }[] = []
  #best: { start: number; end: number; rank: number } | undefined
  #end = 0

  enter(node: Tree.Element): void {
    this.#open.push({ start: undefined, rank: rankOf(node) })
  }

  /** Words are written: the elements around them begin here, unless they began before. */
  words(at: number): void {
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const element = this.#open[index]
      if (element === undefined || element.start !== undefined) return
      element.start = at
    }
  }

  leave(at: number): void {
    this.#end = Math.max(this.#end, at)
    const closed = this.#open.pop()
    const { start, rank } = closed ?? { start: undefined, rank: 0 }
    if (start === undefined || rank === 0 || at <= start) return
    const best = this.#best
    const isBetter =
      best === undefined || rank > best.rank || (rank === best.rank && at - start > best.end - best.start)
    if (isBetter) this.#best = { start, end: at, rank }
  }

  find(): { start: number; end: number } | undefined {
    const best = this.#best
    if (best === undefined || best.end - best.start < this.#end * SHARE_MIN) return undefined
    return { start: best.start, end: best.end }
  }
}

function rankOf(node: Tree.Element): number {
  const value = (name: string): string => node.attrs.find((attr) => attr.name === name)?.value.toLowerCase() ?? ''
  if (value('itemprop') === 'articlebody') return 3
  if (node.tagName === 'article' || value('role') === 'article') return 2
  if (node.tagName === 'main' || value('role') === 'main') return 1
  return 0
}
