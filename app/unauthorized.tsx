/** Never shown: who is not signed in is led to sign-in. Without this file every page would carry Next's own text for it. */
export default function Unauthorized() {
  return null;
}
