/** For `python3 -c`: runs a program in a terminal; what is written to the standard input are its keys. */
export const inTerminal =
  'import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))';
