/* Must load on any Node that knows modules, so that an old one gets to say that it is old: no `node:` imports here. */

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** Why Isnad cannot run here, in one line; nothing when it can. */
export function whyUnsupported({ version, platform, arch }) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    return `Isnad needs Node.js 20.19 or newer, and this is ${version}.`;
  }
  if (!PLATFORMS.includes(`${platform}-${arch}`)) {
    return `Isnad runs on Linux and macOS with x64 or arm64 processors, and this is ${platform} on ${arch}.`;
  }
  return undefined;
}
