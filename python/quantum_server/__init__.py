"""The application's server, as the product runs it: the framework's own, watched from inside."""
