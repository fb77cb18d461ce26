/**
 * Small mistakes a programmer could make, each put beside the original text and chosen by number while it runs. One
 * build holds them all, so that a mutant costs no more than the tests it is asked of.
 */
import {
  type BinaryExpression,
  type CallExpression,
  type Node,
  type SourceFile,
  SyntaxKind,
} from 'typescript/unstable/ast'
import {
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isExportDeclaration,
  isExpressionStatement,
  isIfStatement,
  isImportDeclaration,
  isInterfaceDeclaration,
  isNumericLiteral,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isTypeAliasDeclaration,
  isTypeNode,
} from 'typescript/unstable/ast/is'

export interface CodeMutant {
  readonly number: number
  /** Path from the root of the project. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly before: string
  readonly after: string
}

/** The name, in the built text, of the function that tells whether a mutant is the one looked at. */
export const chosenName = '__mutant'

const operators: ReadonlyMap<SyntaxKind, readonly string[]> = new Map([
  [SyntaxKind.LessThanToken, ['<=', '>=']],
  [SyntaxKind.LessThanEqualsToken, ['<', '>']],
  [SyntaxKind.GreaterThanToken, ['>=', '<=']],
  [SyntaxKind.GreaterThanEqualsToken, ['>', '<']],
  [SyntaxKind.EqualsEqualsEqualsToken, ['!==']],
  [SyntaxKind.ExclamationEqualsEqualsToken, ['===']],
  [SyntaxKind.PlusToken, ['-']],
  [SyntaxKind.MinusToken, ['+']],
  [SyntaxKind.AsteriskToken, ['/']],
  [SyntaxKind.SlashToken, ['*']],
  [SyntaxKind.PercentToken, ['*']],
  [SyntaxKind.AmpersandToken, ['|']],
  [SyntaxKind.BarToken, ['&']],
])

/** Of these, either side alone. */
const sided: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.AmpersandAmpersandToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.QuestionQuestionToken,
])

const methods: ReadonlyMap<string, string> = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
])

/**
 * All mutants of a file, numbered from `first`, and the file's text with all of them in it. Types are kept: whoever
 * builds the text strips them.
 */
export function mutantsOfCode(
  source: SourceFile,
  file: string,
  first: number,
): { readonly mutants: readonly CodeMutant[]; readonly text: string } {
  const mutants: CodeMutant[] = []
  const start = (node: Node): number => node.getStart(source)
  const own: Own = (node) => source.text.slice(start(node), node.end)

  const written = (node: Node): string => {
    if (neverRuns(node)) return own(node)
    let text = ''
    let from = start(node)
    node.forEachChild((child) => {
      text += source.text.slice(from, start(child)) + written(child)
      from = child.end
      return undefined
    })
    text += source.text.slice(from, node.end)
    const numbered = changesOf(node, own).map((after) => {
      const number = first + mutants.length
      const line = source.getLineAndCharacterOfPosition(start(node)).line + 1
      mutants.push({ number, file, line, before: brief(own(node)), after: brief(after) })
      return { after, chosen: `${chosenName}(${number})` }
    })
    if (numbered.length === 0) return text
    if (isExpressionStatement(node)) return numbered.map(({ chosen }) => `{ if (!${chosen}) { ${text} } }`).join('')
    return `(${numbered.map(({ after, chosen }) => `${chosen} ? (${after}) : `).join('')}(${text}))`
  }
  let text = ''
  let from = 0
  for (const statement of source.statements) {
    text += source.text.slice(from, start(statement)) + written(statement)
    from = statement.end
  }
  return { text, mutants }
}

type Own = (node: Node) => string

function brief(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 70 ? `${line.slice(0, 67)}…` : line
}

const neverRuns = (node: Node): boolean =>
  isTypeNode(node) ||
  isInterfaceDeclaration(node) ||
  isTypeAliasDeclaration(node) ||
  isImportDeclaration(node) ||
  isExportDeclaration(node)

/** Texts that could stand in the node's place; an empty one leaves the statement out. */
function changesOf(node: Node, own: Own): readonly string[] {
  if (isCondition(node)) return ['true', 'false', ...byKind(node, own)].filter((after) => after !== own(node))
  if (node.kind === SyntaxKind.TrueKeyword) return ['false']
  if (node.kind === SyntaxKind.FalseKeyword) return ['true']
  return byKind(node, own)
}

function byKind(node: Node, own: Own): readonly string[] {
  if (isBinaryExpression(node)) return ofBinary(node, own)
  if (isPrefixUnaryExpression(node)) return node.operator === SyntaxKind.ExclamationToken ? [own(node.operand)] : []
  if (isNumericLiteral(node)) return isName(node) ? [] : [`${own(node)} + 1`, `${own(node)} - 1`]
  if (isCallExpression(node)) return ofCall(node, own)
  return isExpressionStatement(node) ? [''] : []
}

function ofBinary({ left, operatorToken, right }: BinaryExpression, own: Own): readonly string[] {
  if (sided.has(operatorToken.kind)) return [own(left), own(right)]
  if (operatorToken.kind === SyntaxKind.PlusToken && (isText(left) || isText(right))) return []
  return (operators.get(operatorToken.kind) ?? []).map((operator) => `${own(left)} ${operator} ${own(right)}`)
}

/** Texts are joined with a plus, and have no difference. */
const isText = (node: Node): boolean =>
  node.kind === SyntaxKind.StringLiteral ||
  node.kind === SyntaxKind.TemplateExpression ||
  node.kind === SyntaxKind.NoSubstitutionTemplateLiteral ||
  (isBinaryExpression(node) && (isText(node.left) || isText(node.right)))

function ofCall({ expression, end }: CallExpression, own: Own): readonly string[] {
  if (!isPropertyAccessExpression(expression)) return []
  const other = methods.get(own(expression.name))
  if (other === undefined) return []
  const source = expression.getSourceFile()
  return [
    `${own(expression).slice(0, -own(expression.name).length)}${other}${source.text.slice(expression.end, end)}`,
  ]
}

/** The test of an `if` or a `?:`. That of a loop is left alone: always true would never end. */
const isCondition = (node: Node): boolean =>
  (isIfStatement(node.parent) && node.parent.expression === node) ||
  (isConditionalExpression(node.parent) && node.parent.condition === node)

/** A number that names a property. */
const isName = (node: Node): boolean => 'name' in node.parent && node.parent.name === node
