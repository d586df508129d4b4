<!-- A value that everybody sees. -->
<q:component name="ApplicationShared">
  <q:set name="application.motto" value="Quiet objects" />
  <q:set name="checked" value="{application.motto}" pattern="^Quiet objects$" />
  <q:return value="{checked}" />
</q:component>
