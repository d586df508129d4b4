<q:component name="Home">
  <q:import component="SiteLayout" from="_layout" />

  <q:set name="points" type="array" value='[
    {"title": "Pages are files", "text": "components/about.q answers at /about."},
    {"title": "One layout", "text": "components/_layout/SiteLayout.q frames them all."},
    {"title": "One stylesheet", "text": "static/style.css, yours to change."}
  ]' />

  <SiteLayout title="Home" active="home">
    <h1>Welcome to {{name}}</h1>
    <p class="soft">A place to start from.</p>
    <div class="cards">
      <q:loop items="{points}" var="point">
        <article class="card">
          <h2>{point.title}</h2>
          <p>{point.text}</p>
        </article>
      </q:loop>
    </div>
  </SiteLayout>
</q:component>
