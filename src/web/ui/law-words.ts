/** The engine's words, as far as the pages need them: pure, so they run in the browser as they are. */
export {
  type DutyStatus,
  dutyWord,
  exhaustionWord,
  findingWord,
  isRemedyStatus,
  modeWord,
  statusWord,
  strengthWord,
  valueWord,
} from '../../law/words/index.ts'
