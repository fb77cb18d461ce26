/** What was written after the moment asked about: the desk may have known of the thing, and not from this paper. */
import { type Claim, type DateText, type DocumentThing, knownFrom, type View } from '../record/index.ts'

const isLater = (view: View, date: DateText | undefined): boolean =>
  date !== undefined && knownFrom(date, view.zone) > view.knownBy

/** A paper that did not exist yet: its title would tell what came later. A retelling stands for what it retells. */
export const isLaterDocument = (view: View, document: DocumentThing | undefined): boolean =>
  document?.retells === undefined &&
  isLater(view, (view.documents.get(document?.copyOf ?? '') ?? document)?.published)

/** Whether the words of a claim were said, or its paper written, later than the view knows. */
export const isToldLater = (view: View, claim: Claim): boolean =>
  isLater(view, claim.said) || isLaterDocument(view, view.documents.get(claim.document))
