import { readXml } from '../xml.ts'

export type HidingStyle = 'hidden-text' | 'white-text'

/** Styles by which words are not seen. A ground colour in the same style makes white words visible again. */
export function hidingStyles(part: Uint8Array | undefined): Map<string, HidingStyle> {
  const styles = new Map<string, HidingStyle>()
  if (part === undefined) return styles
  let style: string | undefined
  readXml(part, {
    open: (element) => {
      if (element.name === 'style') style = element.attribute('name')
      if (style === undefined || element.name !== 'text-properties') return
      const ground = element.attribute('background-color') ?? 'transparent'
      const isWhite =
        /^#f[ef]f[ef]f[ef]$/i.test(element.attribute('color') ?? '') && /^(?:transparent|#ffffff)$/i.test(ground)
      if (['none', 'true'].includes(element.attribute('display') ?? '')) styles.set(style, 'hidden-text')
      else if (isWhite) styles.set(style, 'white-text')
    },
    close: (name) => {
      if (name === 'style') style = undefined
    },
    text: () => {},
  })
  return styles
}
