<!-- A branch of its own beside the condition it belongs to. -->
<q:component name="Else">
  <q:set name="name" value="" />
  <q:if condition="{name}">
    <q:set name="greeting" value="Hello, {name}" />
  </q:if>
  <q:else>
    <q:set name="greeting" value="Hello, stranger" />
  </q:else>
  <q:set name="checked" value="{greeting}" pattern="^Hello, stranger$" />
  <q:return value="{checked}" />
</q:component>
