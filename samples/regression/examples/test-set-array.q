<!-- What is appended stands at the end, what is prepended at the beginning. -->
<q:component name="SetArray">
  <q:set name="list" value='["pear"]' type="array" />
  <q:set name="list" operation="append" value="plum" />
  <q:set name="list" operation="prepend" value="apple" />
  <q:set name="checked" value="{first(list)} {last(list)} {len(list)}" pattern="^apple plum 3$" />
  <q:return value="{checked}" />
</q:component>
