<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<!-- #region A page that uses everything -->
<q:component name="Everything" require_auth="true" xmlns:q="https://quantum.lang/ns">
  <q:import component="ProductCard" from="_parts"/>
  <q:import component="Page" from="_layout" as="Layout"/>
  <q:param name="id" type="integer" default="1"/>

  <q:if condition="not session.user || session.role == 'guest'">
    <q:redirect url="/login"/>
  </q:if>

  <q:set name="count" value="{5}"/>
  <q:set name='discount' value='{round(price * 0.9, 2) if "vip" in session.tags else 0x1F}'/>
  <q:set name="cart.total" value="{count ** 2 // 3}" scope="session"/>
  <q:query name="products" datasource="shop" paginate="true">
    SELECT id, title::text FROM products
    WHERE price &lt; :limit AND title LIKE '%a:b%'
    <!-- newest first -->
    ORDER BY created DESC
    <q:param name="limit" value="{discount}" type="decimal"/>
  </q:query>
  <q:query name="cheap" datasource="shop"><![CDATA[SELECT * FROM products WHERE price < 10]]></q:query>

  <q:function name="total" returnType="decimal">
    <q:param name="rows" type="array"/>
    <q:set name="sum" value="{0}"/>
    <q:loop var="row" items="{rows}" index="i">
      <q:set name="sum" operation="add" value="{row.price * row.quantity}"/>
    </q:loop>
    <q:return value="{sum}"/>
  </q:function>

  <q:action name="save" method="POST">
    <q:param name="title" type="string" required="true"/>
    <q:flash type="success" message="Saved {title}"/>
    <q:redirect url="/products/{id}"/>
  </q:action>

  <q:python>
import math
if 1 < 2:
    q.area = math.pi
  </q:python>
  <q:class name="Basket">
def size(self):
    return len(self.items)
  </q:class>
  <q:decorator name="logged">
def logged(fn):
    return fn
  </q:decorator>

  <Layout title="All {count} products">
    <head>
      <style>
        .card { color: red; }
        .card > p { margin: 0 }
      </style>
      <script>
        const open = (n) => n < 3 && "</p>";
      </script>
    </head>
    <h1 class="title {'many' if count > 3 else 'few'}" style="color: red; margin: 0">Forms & Actions &copy; {upper(name)}</h1>
    <p data-note="{ 'a': 1 }" onclick="alert('hi'); toggle(1)">{products[0].title[1:3]} {3} {2,} {}</p>
    <q:if condition="products_result.recordCount > 0 and not (count == 0)">
      <q:loop query="products">
        <ProductCard item="{currentRow}" total="{total(rows=products)}"><b>{title}</b></ProductCard>
      </q:loop>
      <q:elseif condition="{count <= 3}"><p>few</p></q:elseif>
      <q:else><p>nothing</p></q:else>
    </q:if>
    <ui:card padding="md"><ui:button on-click="save" variant="primary">Save</ui:button></ui:card>
    <ui:pager for="products"/>
    <form method="post">
      <input name="title" required autofocus>
      <br/>
      <img src="/static/a.png" alt="">
      <textarea name="note">{form.note}</textarea>
    </form>
    <q:slot name="side"/>
    <p><![CDATA[a < b, {count}]]> &#169; &nope &zz;</p>
  </Layout>
</q:component>
<!-- #endregion -->
