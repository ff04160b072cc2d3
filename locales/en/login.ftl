### Signing in and out, and the first set-up.

login-title = Sign in
login-login = User name
login-password = Password
login-forgotten = Forgotten? Ask your system administrator for a new one
login-remember = Remember me on this computer for 7 days (not on a shared one)
login-enter = Sign in
login-foot = Whoever reads, prints or exports is recorded by name.
login-not_set_up = This company is not set up yet. Run kedang init on the server and use the one-time link it prints.

setup-title = Set up your company
setup-over = First use · the link works once, within 24 hours
setup-company = Company name
setup-name = Your name
setup-login = User name
setup-password = Password (at least 8 characters)
setup-finish = Set up and sign in
