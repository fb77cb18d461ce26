/**
 * The look of a review sheet: black on white, made for paper. What is unverified is marked by words and a bar,
 * never by colour alone.
 */
export const pageStyle = `
:root { font: 15px/1.45 "Source Serif 4", Georgia, serif; color: #1a1a1a; background: #fff; }
body { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.7rem; margin: 0 0 .3rem; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid #999; break-after: avoid; }
h3 { font-size: 1.05rem; margin: 0 0 .4rem; break-after: avoid; }
h3 small { font-weight: normal; color: #444; overflow-wrap: anywhere; }
code { font: .85em ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
article { margin: 1.2rem 0; padding: .2rem 0 .2rem .8rem; border-left: 3px solid #ccc; }
article.open { border-left: 6px double #8a1c1c; }
.pair { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 1.5rem; }
.text p { margin: 0 0 .6rem; }
.sources { font-size: .88rem; padding-left: 1.1rem; }
.sources strong, dd strong, .index strong { color: #8a1c1c; }
.note { font-size: .88rem; color: #333; }
dl { margin: 0; display: grid; grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr); gap: .25rem .8rem; }
dt { color: #444; } dd { margin: 0; overflow-wrap: anywhere; }
ul, ol { margin: .1rem 0; padding-left: 1.2rem; } .key { color: #444; }
dd > ul:first-child { padding-left: 1rem; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: .6rem 0 0; font-size: .85rem; }
th { text-align: left; font-weight: normal; color: #444; }
th, td { padding: .2rem .5rem .2rem 0; border-bottom: 1px solid #ddd; vertical-align: top; overflow-wrap: anywhere; }
th:nth-child(1) { width: 22%; } th:nth-child(2) { width: 12%; } th:nth-child(4) { width: 20%; } th:nth-child(5) { width: 4.5rem; } .tick { text-align: center; }
tr { break-inside: avoid; }
.index { border: 1px solid #8a1c1c; padding: .4rem 1rem 1rem; margin: 1.2rem 0; }
.index h2 { border: 0; margin: .4rem 0; } .index h3 { margin: .8rem 0 .2rem; } .why { font-size: .88rem; color: #333; }
a { color: inherit; }
@media (max-width: 45rem) { .pair, dl { grid-template-columns: 1fr; } }
@media print {
  :root { font-size: 10pt; } body { max-width: none; padding: 0; } @page { margin: 18mm 15mm; } a { text-decoration: none; }
}
`
