<!-- A function that goes through a list. -->
<q:component name="FunctionLoop">
  <q:function name="biggest">
    <q:param name="numbers" type="array" required="true" />
    <q:set name="best" value="{numbers[0]}" />
    <q:loop type="array" var="n" items="{numbers}">
      <q:if condition="{n > best}">
        <q:set name="best" value="{n}" />
      </q:if>
    </q:loop>
    <q:return value="{best}" />
  </q:function>
  <q:set name="result" value="{biggest([3, 11, 7])}" range="11..11" />
  <q:return value="Biggest: {result}" />
</q:component>
