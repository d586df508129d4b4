<!-- A text "false" is not empty, so it holds. -->
<q:component name="ElseTextIsTrue">
  <q:set name="answer" value="false" type="string" />
  <q:if condition="{answer}">
    <q:return value="A text that is not empty holds" />
    <q:else>
      <q:set name="failed" value="an unempty text did not hold" pattern="^never$" />
    </q:else>
  </q:if>
</q:component>
