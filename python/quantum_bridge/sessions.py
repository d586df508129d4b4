"""Visitors by name: the session that the framework's own login gives."""

from quantum_bridge.errors import invalid_params


def session_data(session):
    """What the application finds in `session.` of such a visitor."""
    if not isinstance(session, dict):
        raise invalid_params('session must be an object.')
    from quantum.runtime.auth_service import AuthService

    data = {}
    user, role, identity = session.get('user'), session.get('role'), session.get('id')
    if user or role or identity:
        AuthService.login(
            data,
            user_id=identity or user or 'preview',
            user_name=user or str(identity or 'preview'),
            user_role=role or 'user',
        )
    data.update(session.get('values') or {})
    return data
