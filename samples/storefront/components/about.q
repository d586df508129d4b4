<q:component name="About">
  <!-- The stockists come from a CSV file, the opening days from a list in the page. -->
  <q:import component="StoreLayout" from="_layout" />

  <q:data name="stockists" source="content/stockists.csv" type="csv">
    <q:column name="shop" type="string" />
    <q:column name="city" type="string" />
    <q:column name="street" type="string" />
    <q:column name="since" type="integer" />
  </q:data>

  <q:function name="years" returnType="integer">
    <q:param name="since" type="integer" required="true" />
    <q:return value="{int(dateFormat(now(), '%Y')) - since}" />
  </q:function>

  <StoreLayout title="About us" active="about" flash="{flash}" flashType="{flashType}">
    <section class="story">
      <div>
        <span class="eyebrow">Galway, since 2019</span>
        <h1>We sell what we would keep</h1>
        <p class="lead">Linden &amp; Clay began as a shelf in a pottery. Today nine workshops send us what they make, and we send it on.</p>
        <p>Every piece is bought from the person who made it, at the price they named. We keep the range small enough to know each thing by hand, and we take back what did not become part of a home.</p>
      </div>
      <img src="/static/hero.svg" alt="Our table, with a planter, a teapot and a mug" width="720" height="560" />
    </section>

    <section class="block">
      <div class="block-head"><h2>Where to find us</h2><p class="muted">{len(stockists)} shops carry our things</p></div>
      <div class="stockists">
        <q:loop items="{stockists}" var="stockist">
          <article class="panel"><h3>{stockist.shop}</h3><p>{stockist.street}<br />{stockist.city}</p><p class="muted">{years(stockist.since)} years with us</p></article>
        </q:loop>
      </div>
    </section>

    <section class="block">
      <div class="block-head"><h2>The shop in Kiln Lane</h2></div>
      <ul class="days">
        <q:loop type="list" items="Tuesday,Wednesday,Thursday,Friday,Saturday" var="day">
          <li><span>{day}</span><b>{'10 to 16' if day == 'Saturday' else '11 to 18'}</b></li>
        </q:loop>
      </ul>
    </section>
  </StoreLayout>
</q:component>
