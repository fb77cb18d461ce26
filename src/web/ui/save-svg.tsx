import { type ReactNode, type RefObject } from 'react'
import { useWords } from '../words.ts'

/** Saves a picture as it stands, for a paper or a talk. */
export function SaveSvg({ picture, name }: { picture: RefObject<SVGSVGElement | null>; name: string }): ReactNode {
  const word = useWords()
  const save = (): void => {
    if (picture.current === null) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([picture.current.outerHTML], { type: 'image/svg+xml' }))
    link.download = `${name}.svg`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <button type="button" className="why" onClick={save}>
      {word('exportPicture')}
    </button>
  )
}
