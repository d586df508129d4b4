<!-- A condition within a branch; the outer one is decided first. -->
<q:component name="IfElseNested">
  <q:set name="user" value="ana" />
  <q:set name="points" value="120" type="integer" />
  <q:if condition="{user == 'ana'}">
    <q:set name="level" value="silver" />
    <q:if condition="{points > 100}">
      <q:set name="level" value="gold" />
    </q:if>
  </q:if>
  <q:set name="checked" value="{level}" pattern="^gold$" />
  <q:return value="{checked}" />
</q:component>
