/** The review sheet of a small page, a line a thing, as a person has read it. */

export const sheetInEnglish = `Checked by nobody yet (3)
What can stop a transfer, and its time limits (2)
- (#remedy-reviewed-md-19) Appeal \`appeal\`
- effects 2 norm (2) – a guess
- (#term-reviewed-md-95) days \`days\`
- norm (4)
Everything else (1)
- (#point-reviewed-md-175) Does it reach &quot;so&quot; far? \`reach\`
- positions 1 (yes)
The appeal
== remedy-reviewed-md-19 open
Appeal remedy · \`appeal\` · reviewed.md:19
The **court** decides within \`five-days\`,
and *never* later.
- by day
- by night
not a list
- of course
- Act art. 1 (official text read) · 2014-03-01, Reader A
- Treaty art. 3 (official text read)
read in part
track = Main track [main]
before = The Court [court]
kind = appeal
opens when =
- ordered
time limit = days
not there when =
- *no longer needed*: Refused.
- refused
- *burnt: may not be repeated now*: Used.
- all of this:
- asked
- granted
Act art. 7 (official text read)
what it stops =
- *the transfer*: by itself, from filing; until: the decision
Act art. 1 (official text read)
- *custody*: not at all
**Act art. 2 (UNVERIFIED) – a guess**
without hearing the other side = yes
take care =
- Do not wait.
- Once only. (2013-01-01 – 2015-01-01)
| shows | asked on | given | answer | right?
| still open | 2014-02-10 | ordered 2014-02-05
shown not to have happened: filed – Appeal | open | ☐
|  | 2014-02-10 | contested: ordered 2014-02-05
risk=torture | status: unknown
act by: 2014-02-13 | ☐
== term-reviewed-md-95 open
days time limit · \`days\` · reviewed.md:95
- **Act art. 4 (UNVERIFIED) · 2014-01-15, Reader A**
runs against = person
runs from = the last of these to happen:
- ordered (when notified)
- decided: Appeal (its date)
period = 5 working days
first day counts = yes
calendar = every-day
ending on a closed day = next-working-day
also read as =
- reading: calendar days
period: 5 days
because: An old judgment.
What else there is
== stage-reviewed-md-122 checked
heard stage · \`heard\` · reviewed.md:122
- Act art. 1 (official text read) · 2014-01-15, Reader A
track = Main track [main]
place in the order = 2
reached when =
- at least one of these:
- hearing
- not: waived
the track ends here = yes
== body-reviewed-md-139 checked
The &lt;Council&gt; body · \`council\` · reviewed.md:139
jurisdiction = ES
strength = political
== rule-reviewed-md-147 checked
against rule · \`against\` · reviewed.md:147
- Act art. 1 (official text read) · 2014-01-15, Reader A
speaks for it = no
if =
- hearing
in force from = 2013-01-01
version chosen by = ordered
| shows | asked on | given | answer | right?
|  | 2014-02-10 |  | yes | ☐
|  | 2014-02-10 |  | no | ☐
|  | 2014-02-10 |  | unknown | ☐
|  | 2014-02-10 |  | contested | ☐
== point-reviewed-md-175 open
Does it reach &quot;so&quot; far? disputed point · \`reach\` · reviewed.md:175
positions =
- position: yes
says: It does.
authority: A court
date: 2013-01-01
supports: yes
checked: unverified`

export const sheetInSpanish = `Sin verificar todavía (3)
Lo que puede detener la entrega, y sus plazos (2)
- (#remedy-reviewed-md-19) Recurso \`appeal\`
- effects 2 norm (2) – a guess
- (#term-reviewed-md-95) days \`days\`
- norm (4)
Lo demás (1)
- (#point-reviewed-md-175) Does it reach &quot;so&quot; far? \`reach\`
- positions 1 (yes)
The appeal
== remedy-reviewed-md-19 open
Recurso recurso · \`appeal\` · reviewed.md:19
The **court** decides within \`five-days\`,
and *never* later.
- by day
- by night
not a list
- of course
- Act art. 1 (texto oficial leído) · 2014-03-01, Reader A
- Treaty art. 3 (texto oficial leído)
read in part
vía = Main track [main]
ante = The Court [court]
clase = appeal
se abre si =
- ordered (es)
plazo = days
no existe si =
- *ya sin objeto*: Denegado.
- refused (es)
- *agotado: no puede repetirse ahora*: Used.
- todo esto:
- asked (es)
- granted (es)
Act art. 7 (texto oficial leído)
qué detiene =
- *la entrega*: por sí mismo, desde la presentación; hasta: the decision
Act art. 1 (texto oficial leído)
- *la prisión*: en nada
**Act art. 2 (SIN VERIFICAR) – a guess**
sin oír a la otra parte = sí
cuidado =
- Do not wait.
- Once only. (2013-01-01 – 2015-01-01)
| muestra | en la fecha | dado | respuesta | ¿correcto?
| still open | 2014-02-10 | ordered (es) 2014-02-05
consta que no ocurrió: filed (es) – Recurso | abierto | ☐
|  | 2014-02-10 | controvertido: ordered (es) 2014-02-05
risk=torture | estado: se ignora
actuar hasta: 2014-02-13 | ☐
== term-reviewed-md-95 open
days plazo · \`days\` · reviewed.md:95
- **Act art. 4 (SIN VERIFICAR) · 2014-01-15, Reader A**
corre contra = person
corre desde = lo último que ocurra de esto:
- ordered (es) (su notificación)
- decided (es): Recurso (su fecha)
duración = 5 días hábiles
cuenta el primer día = sí
calendario = every-day
si acaba en día inhábil = next-working-day
también se lee =
- lectura: calendar days
duración: 5 días
porque: An old judgment.
What else there is
== stage-reviewed-md-122 checked
heard fase · \`heard\` · reviewed.md:122
- Act art. 1 (texto oficial leído) · 2014-01-15, Reader A
vía = Main track [main]
lugar en el orden = 2
se alcanza si =
- al menos una de estas cosas:
- hearing (es)
- no: waived (es)
aquí termina la vía = sí
== body-reviewed-md-139 checked
The &lt;Council&gt; órgano · \`council\` · reviewed.md:139
jurisdicción = ES
strength = political
== rule-reviewed-md-147 checked
against regla · \`against\` · reviewed.md:147
- Act art. 1 (texto oficial leído) · 2014-01-15, Reader A
habla a favor = no
si =
- hearing (es)
vigente desde = 2013-01-01
redacción según = ordered
| muestra | en la fecha | dado | respuesta | ¿correcto?
|  | 2014-02-10 |  | sí | ☐
|  | 2014-02-10 |  | no | ☐
|  | 2014-02-10 |  | se ignora | ☐
|  | 2014-02-10 |  | controvertido | ☐
== point-reviewed-md-175 open
Does it reach &quot;so&quot; far? punto discutido · \`reach\` · reviewed.md:175
posturas =
- position: yes
says: It does.
authority: A court
date: 2013-01-01
supports: yes
comprobado: unverified`
