import { Type } from 'typebox';
import { closed } from '../../../protocol/common.js';
import { OpenCode } from '../../../protocol/service.js';
import type { Feature } from '../feature.js';
import { sessionCookie } from '../http/credential.js';
import type { Sessions } from '../http/sessions.js';
import { AppError } from '../problem.js';

/** The way of a browser into `/docs`: a code that works once, traded for a cookie it cannot read. */
export function openCodeFeature(sessions: Sessions): Feature {
  return {
    name: 'open',
    routes(app) {
      app.post(
        '/api/service/codes',
        {
          config: { auth: 'token' },
          schema: {
            operationId: 'createOpenCode',
            summary: 'A code that lets a browser in once, within a minute',
            tags: ['service'],
            response: { 201: OpenCode },
          },
        },
        (request, reply) => {
          const { secret, expiresAt } = sessions.newCode();
          const url = `http://${request.headers.host ?? ''}/open?code=${secret}`;
          reply.code(201);
          return { code: secret, url, expiresAt: expiresAt.toISOString() };
        },
      );
      app.get(
        '/open',
        {
          config: { auth: 'none' },
          schema: {
            operationId: 'openInBrowser',
            summary: 'Trades a code for a session cookie and goes on to the documentation',
            tags: ['service'],
            querystring: Type.Object(
              { code: Type.String({ minLength: 1, maxLength: 200 }) },
              closed,
            ),
            response: { 303: { description: 'To the documentation, signed in', type: 'null' } },
          },
        },
        (request, reply) => {
          const session = sessions.redeem(request.query.code);
          if (session === null) {
            throw new AppError(
              'forbidden',
              'This code is unknown, used or too old.',
              'Run `quantum-admin open` again.',
            );
          }
          const cookie = `${sessionCookie}=${session}; HttpOnly; SameSite=Strict; Path=/`;
          void reply.header('set-cookie', cookie).redirect('/docs', 303);
        },
      );
    },
  };
}
