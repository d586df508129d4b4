<!-- An address that nobody answers at is told, and the page goes on. -->
<q:component name="InvokeUnreachable">
  <q:invoke name="answer" url="http://127.0.0.1:9/nothing" timeout="500" onerror="continue" />
  <q:if condition="{answer_result.success}">
    <q:set name="failed" value="nobody can have answered" pattern="^never$" />
  </q:if>
  <q:return value="The failure is told: {answer_result.success}" />
</q:component>
