<q:component name="Manual">
  <!-- Any depth of address. -->
  <q:import component="Frame" from="_layout" />
  <q:set name="parts" value="{split(topic, '/')}" />
  <Frame title="Manual: {last(parts)}">
    <nav aria-label="Manual"><q:loop items="{parts}" var="part" index="n"><q:if condition="n > 0"> › </q:if><span>{replace(part, '-', ' ')}</span></q:loop></nav>
    <h1 id="{slugify(topic)}">{upper(last(parts))}</h1>
    <p>You asked {request.method} {request.path}.</p>
  </Frame>
</q:component>
