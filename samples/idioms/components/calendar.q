<q:component name="Calendar">
  <!-- Weeks and days by arithmetic; the month comes with the address. -->
  <q:import component="Frame" from="_layout" />
  <q:set name="month" type="integer" value="{query.month}" default="5" />
  <q:set name="offset" value="{(month * 3) % 7}" />
  <q:set name="length" value="{30 if month in [4, 6, 9, 11] else 28 if month == 2 else 31}" />
  <Frame title="Calendar">
    <nav><a href="?month={(month + 10) % 12 + 1}">‹</a> {month} <a href="?month={month % 12 + 1}">›</a></nav>
    <table>
      <tr><q:loop type="array" items='["Mo","Tu","We","Th","Fr","Sa","Su"]' var="name"><th>{name}</th></q:loop></tr>
      <q:loop type="range" var="week" from="0" to="5">
        <tr>
          <q:loop type="range" var="day" from="1" to="7">
            <q:if condition="week * 7 + day - offset &gt; 0 &amp;&amp; week * 7 + day - offset &lt;= length">
              <td><time>{week * 7 + day - offset}</time></td>
              <q:else><td></td></q:else>
            </q:if>
          </q:loop>
        </tr>
      </q:loop>
    </table>
  </Frame>
</q:component>
