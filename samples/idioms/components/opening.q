<q:component name="Opening">
  <!-- Python beside the page: a service without and one with arguments; a function of the page. -->
  <q:import component="Frame" from="_layout" />
  <q:invoke name="week" service="opening.week" />
  <q:set name="days" type="integer" value="{query.days}" default="3" />
  <q:invoke name="fee" service="opening.fee">
    <q:param name="days" value="{days}" type="integer" />
    <q:param name="cents" value="15" type="integer" />
  </q:invoke>
  <q:function name="total" returnType="number">
    <q:param name="a" type="number" required="true" />
    <q:param name="b" type="number" default="2" />
    <q:set name="sum" value="{a + b}" />
    <q:return value="{sum * 2}" />
  </q:function>
  <q:invoke name="sum" function="total"><q:param name="a" value="3" type="number" /></q:invoke>
  <Frame title="Opening hours">
    <q:if condition="week_result.success">
      <ul>
        <q:loop items="{week}" var="day">
          <li>{day.day}: <q:if condition="day.open">{day.hours}<q:else><em>closed</em></q:else></q:if></li>
        </q:loop>
      </ul>
    </q:if>
    <p>{fee.days} days late cost {fee.cents} cents; {sum} is {total(3)} or {total(b=2, a=3)}.</p>
  </Frame>
</q:component>
