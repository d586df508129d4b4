<q:component name="ReadingList">
  <!-- What one reader keeps in the session: lists that grow and shrink, counters of everybody. -->
  <q:import component="Frame" from="_layout" />
  <q:action name="note" method="POST">
    <q:param name="title" type="string" required="true" maxlength="80" />
    <q:if condition="not session.list"><q:set name="session.list" type="array" value="[]" /></q:if>
    <q:set name="session.list" operation="append" value="{title}" />
    <q:set name="application.noted" operation="increment" step="1" />
    <q:redirect url="/list" flash="“{title}” is noted." />
  </q:action>
  <q:action name="empty" method="POST">
    <q:set name="session.list" type="array" value="[]" />
    <q:redirect url="/list" />
  </q:action>
  <q:set name="list" type="array" value="[]" />
  <q:if condition="session.list"><q:set name="list" value="{session.list}" /></q:if>
  <q:set name="basket" type="object" value='{"apples": 2, "pears": 1}' />
  <q:set name="numbers" type="array" value="[3, 1, 2]" />
  <q:set name="numbers" operation="sort" />
  <q:set name="total" type="integer" value="0" />
  <q:loop items="{numbers}" var="number"><q:set name="total" operation="add" value="{number}" /></q:loop>
  <Frame title="Reading list" message="{flash}" kind="{flashType or 'info'}">
    <p>{len(list)} noted by you, {application.noted or 0} by all; {total} and {basket.apples}, {basket['pears']}.</p>
    <ol><q:loop items="{list}" var="entry" index="at"><li value="{at + 1}">{entry}</li></q:loop></ol>
    <form method="post"><input type="hidden" name="action" value="note"><input name="title" required><button>Note it</button></form>
    <form method="post"><input type="hidden" name="action" value="empty"><button>Empty</button></form>
  </Frame>
</q:component>
