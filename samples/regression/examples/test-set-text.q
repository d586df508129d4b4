<!-- Upper case, lower case and trimmed. -->
<q:component name="SetText">
  <q:set name="word" value="  Quiet  " />
  <q:set name="word" operation="trim" />
  <q:set name="word" operation="uppercase" />
  <q:set name="checked" value="{word}" pattern="^QUIET$" />
  <q:return value="{checked}" />
</q:component>
