<!-- A part of the page that lives on in the browser. -->
<q:component name="IslandCounter" interactive="true">
  <q:set name="count" value="0" type="integer" />
  <button type="button" data-count="{count}">Clicked {count} times</button>
  <script>document.querySelector('[data-count]').addEventListener('click', (event) => { event.target.dataset.count++; });</script>
  <q:set name="checked" value="{count}" range="0..0" />
  <q:return value="Starts at {checked}" />
</q:component>
