import { needUser } from './access.ts';
import { json, notFound, nothing } from './http.ts';
import { type Kobo, type Route, route } from './kobo.ts';
import { newHex } from './state.ts';

export const accountRoutes: readonly Route[] = [
  route('GET', '/token/', (_, call) => json(200, { token: needUser(call).token })),
  route('POST', '/token/', (_, call) => json(200, { token: needUser(call).token })),
  route('DELETE', '/token/', (_, call) => {
    needUser(call).token = newHex(20);
    return nothing();
  }),
  route('GET', '/me/', (_, call) => {
    const { user } = call;
    if (!user) return json(200, { message: 'user is not logged in' });
    return json(200, {
      username: user.name,
      first_name: '',
      last_name: '',
      email: `${user.name}@example.org`,
      server_time: new Date(),
      is_superuser: user.superuser,
      is_staff: user.superuser,
      last_login: null,
      extra_details: {},
      accepted_tos: true,
    });
  }),
  route('GET', '/api/v2/environment/', (_, call) => json(200, { open_rosa_server: call.origin })),
  route('GET', '/api/v2/users/:name/', (kobo: Kobo, call, name = '') => {
    const user = kobo.state.users.get(name);
    if (!user) throw notFound();
    return json(200, { url: `${call.origin}/api/v2/users/${user.name}/`, username: user.name });
  }),
];
