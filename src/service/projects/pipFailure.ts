/** How many of the last lines a failure is explained from. */
const remembered = 40;

/** The last lines of pip's output, and what they mean when it failed. */
export class PipOutput {
  private readonly lines: string[] = [];

  add(line: string): void {
    this.lines.push(line);
    if (this.lines.length > remembered) this.lines.shift();
  }

  /** Why pip failed and what to do, in a sentence or two. */
  failure(requirement: string): string {
    const text = this.lines.join('\n');
    if (/certificate verify failed|CERTIFICATE_VERIFY_FAILED/i.test(text)) {
      return `The package index was not trusted (its certificate could not be verified), so ${requirement} was not installed. Set PIP_CERT to your company's certificates, then try again.`;
    }
    if (unreachable.test(text)) {
      return `The package index could not be reached, so ${requirement} was not installed. Check the network, the proxy and PIP_INDEX_URL, then try again.`;
    }
    if (/No space left on device|Errno 28/i.test(text)) {
      return `The disk is full, so ${requirement} was not installed. Free some space, then try again.`;
    }
    if (/\(from versions: none\)/.test(text)) {
      return `The package index offered no ${requirement} at all: it could not be reached, or it does not have the package. Check the network, the proxy and PIP_INDEX_URL, then try again.`;
    }
    if (/No matching distribution found|Could not find a version/i.test(text)) {
      return `The package index has no ${requirement} for this Python. Check PIP_INDEX_URL and the version of Python.`;
    }
    const last = this.lines.findLast((line) => /^ERROR:/i.test(line)) ?? this.lines.at(-1);
    const reason = last?.replace(/^ERROR:\s*/i, '').trim();
    return `pip could not install ${requirement}${reason ? `: ${reason}` : '.'}`;
  }
}

const unreachable =
  /NewConnectionError|Failed to establish a new connection|ConnectTimeout|Connection (?:refused|reset|aborted)|Max retries exceeded|Name or service not known|Temporary failure in name resolution|getaddrinfo failed|Network is unreachable|ProxyError|Read timed out|RemoteDisconnected|ConnectionResetError/i;
