/**
 * A path such as `/de/%E0%A4%A` is no text: the server would turn it away before any page is asked. Taken letter by
 * letter it is an address that does not exist, and that is said as of any other.
 */
export const readableUrl = (url: string): string => {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length);
  }
};
