<!-- Each row loads its own detail. -->
<q:component name="HtmxRows">
  <q:set name="ids" value="[1, 2, 3]" type="array" />
  <ul>
    <q:loop type="array" var="id" items="{ids}">
      <li id="row-{id}" hx-get="/_partial/detail?id={id}" hx-swap="outerHTML">Row {id}</li>
    </q:loop>
  </ul>
  <q:set name="checked" value="{len(ids)}" range="3..3" />
  <q:return value="{checked} rows" />
</q:component>
