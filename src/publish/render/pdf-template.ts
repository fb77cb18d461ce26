/**
 * The layout of the printed page, in Typst's language. The paper comes in as data (`sys.inputs.sheet`, JSON) and every
 * text of it is a string value: nothing of a paper is ever read as markup.
 */
export const pdfTemplate = String.raw`
#let sheet = json(bytes(sys.inputs.sheet))
#let words = sheet.words
#let rule = 0.5pt + luma(110)

// Break opportunities inside long tokens stand between the pieces; they print nothing.
#let words-of(pieces) = [] + pieces.map(piece => [#piece]).join(h(0pt))
#let comma-of(run) = if run.follows { super[,] + h(0.1em) }
#let note-text(note) = [#box[]#label("note-" + str(note.number))] + h(0.25em) + words-of(note.pieces)
#let note-of(note) = counter(footnote).update(note.number - 1) + footnote(note-text(note))
#let run-of(run) = {
  if run.kind == "text" { words-of(run.pieces) }
  else if run.kind == "note" { comma-of(run) + note-of(run) }
  else if run.kind == "mark" { comma-of(run) + super(link(label("note-" + str(run.number)), str(run.number))) }
  else { link(label("exhibit-" + str(run.number)), box[#run.text]) }
}
#let runs-of(runs) = [] + runs.map(run-of).join()

#let grid-of(columns, head, rows) = {
  set text(size: 9.5pt)
  set par(leading: 0.55em)
  table(
    columns: columns,
    stroke: (x, y) => (top: if y == 0 { rule } else { 0.3pt + luma(170) }, bottom: rule),
    inset: (x: 5pt, y: 5pt),
    ..if head.len() > 0 { (table.header(..head.map(cell => strong(cell))),) },
    ..rows.flatten(),
  )
}

// Notes of a table stand below it: a table that runs over pages cannot carry them to each page's foot.
#let table-notes(notes) = if notes.len() > 0 {
  set text(size: 8.5pt)
  set par(leading: 0.5em, spacing: 0.5em)
  std.block(above: 0.8em, for note in notes { par(super(str(note.number)) + note-text(note)) })
}

#let block-of(block) = {
  if block.kind == "paragraph" { par(runs-of(block.runs)) }
  else if block.kind == "list" {
    let start = block.start
    let items = block.items.map(runs-of)
    let set-list(start, items) = if block.numbered {
      enum(numbering: "1.", start: start, tight: false, ..items.map(item => enum.item(item)))
    } else {
      list(tight: false, ..items.map(item => list.item(item)))
    }
    // A long list of many notes is set again for each of them: then every item stands alone.
    if block.apart {
      for (at, item) in items.enumerate() {
        std.block(spacing: 1em, breakable: block.breakable.at(at), set-list(start + at, (item,)))
      }
    } else { set-list(start, items) }
  }
  else if block.kind == "fields" {
    grid-of((34%, 1fr), (), block.rows.map(row => (strong(words-of(row.label)), runs-of(row.value))))
    table-notes(block.notes)
  }
  else if block.kind == "table" {
    grid-of(block.head.map(_ => 1fr), block.head.map(words-of), block.rows.map(row => row.map(runs-of)))
    table-notes(block.notes)
  }
  else if block.kind == "quote" {
    std.block(
      stroke: (left: 1.5pt + luma(120)), inset: (left: 10pt, y: 2pt),
      quote(block: true, quotes: false, attribution: if block.speaker.len() > 0 { words-of(block.speaker) } else { none },
        runs-of(block.runs)),
    )
  }
}

#set document(title: sheet.title.join(), author: (), keywords: (), date: auto)
#set text(
  font: sheet.fonts, fallback: false, size: 11pt, weight: 400,
  lang: sheet.language, hyphenate: false, number-type: "lining",
)
#set strong(delta: 200)
#set par(justify: false, leading: 0.68em, spacing: 1.05em)
#set heading(outlined: true, bookmarked: true)
#show heading: set text(weight: 600)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 1): set std.block(below: 1.2em)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 2): set std.block(above: 1.6em, below: 0.9em, sticky: true)
#show link: it => it
#set quote(block: true)
#show quote: set pad(x: 0pt)
#set enum(indent: 0pt, body-indent: 0.7em, number-align: end + top, spacing: 1em)
#set list(indent: 0pt, body-indent: 0.7em, spacing: 1em, marker: [–])
#set footnote(numbering: "1")
#set footnote.entry(separator: line(length: 30%, stroke: rule), gap: 0.5em, indent: 0pt)
#show footnote.entry: set text(size: 8.5pt)
#show footnote.entry: set par(leading: 0.5em)
#set page(
  paper: "a4",
  margin: (top: 25mm, bottom: 24mm, left: 27mm, right: 25mm),
  header: if sheet.stamp != "" { align(right, text(size: 8.5pt, weight: 600, tracking: 0.08em, fill: luma(80), sheet.stamp)) },
  footer: context {
    set text(size: 8.5pt, fill: luma(40))
    set par(leading: 0.5em)
    let total = counter(page).final().first()
    grid(
      columns: (1fr, auto), column-gutter: 8mm,
      words-of(sheet.mark),
      [#counter(page).get().first() / #total],
    )
  },
)

#if sheet.marking.len() > 0 {
  std.block(width: 100%, stroke: 1.2pt + black, inset: (x: 10pt, y: 9pt), below: 1.6em,
    sheet.marking.map(marking => strong(words-of(marking))).map(par).join())
}
#if sheet.addressee.len() > 0 {
  std.block(below: 1.4em, par(sheet.addressee.map(words-of).join(linebreak())))
}
#if sheet.dated.len() > 0 { std.block(below: 1.8em, par(words-of(sheet.dated))) }
#heading(level: 1, words-of(sheet.title))

#for section in sheet.sections {
  heading(level: 2, words-of(section.heading))
  for block in section.blocks { block-of(block) }
}

#if sheet.exhibits.len() > 0 {
  heading(level: 2, words.exhibits)
  grid-of(
    (auto, 1fr, auto, 30%),
    (words.number, words.document, words.date, words.copy),
    sheet.exhibits.map(exhibit => (
      [#box[#exhibit.number]#label("exhibit-" + str(exhibit.number))],
      words-of(exhibit.title), words-of(exhibit.date), words-of(exhibit.copy),
    )),
  )
}
#if sheet.otherSources.len() > 0 {
  heading(level: 2, words.otherSources)
  list(tight: false, ..sheet.otherSources.map(source => list.item(words-of(source))))
}
`
