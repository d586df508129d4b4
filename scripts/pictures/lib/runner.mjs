/** Runs a command of VS Code, and does not wait: what asks something ends when it is answered. */
export const runner = (evaluate) => (command, argument) =>
  evaluate(
    async (vscode, [name, given]) => {
      void vscode.commands.executeCommand(name, given);
    },
    [command, argument],
  );
