<q:component name="About">
  <q:import component="SiteLayout" from="_layout" />

  <SiteLayout title="About" active="about">
    <section class="panel">
      <h1>About {{name}}</h1>
      <p>Say here who you are, what you make, and why someone should care.</p>
    </section>
  </SiteLayout>
</q:component>
