<q:component name="Invoice">
  <!-- A sheet for the printer: sums by SQL and by the page, amounts by a part. -->
  <q:import component="Frame" from="_layout" />
  <q:import component="Amount" from="_parts" />
  <q:query name="lines" datasource="library">
    SELECT b.title, count(l.id) AS times, count(l.id) * 35 AS cents FROM loans l JOIN books b ON b.id = l.book_id GROUP BY b.title
  </q:query>
  <q:set name="sum" type="integer" value="0" />
  <q:loop query="lines"><q:set name="sum" type="integer" value="{sum + lines.cents}" /></q:loop>
  <Frame title="Invoice">
    <table class="sheet">
      <tbody>
        <q:loop items="{lines}" var="line"><tr><td>{line.title}</td><td align="right">{line.times} ×</td><td><Amount cents="{line.cents}" /></td></tr></q:loop>
      </tbody>
      <tfoot><tr><th colspan="2" scope="row">Total</th><td><Amount cents="{sum}"></Amount></td></tr></tfoot>
    </table>
    <button type="button" onclick="window.print()">Print</button>
  </Frame>
</q:component>
