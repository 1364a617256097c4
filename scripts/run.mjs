// Plain JavaScript that any Node can read: it says which Node is needed before anything newer is met.
const needed = [20, 19];
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(`Kontor needs Node ${needed.join(".")} or later, and this is Node ${process.versions.node}.`);
  process.exit(1);
}
process.chdir(new URL("..", import.meta.url).pathname);
import("tsx/esm/api")
  .then(({ register }) => register() && import(`./${process.argv[2]}.ts`))
  .catch((error) => {
    const isMissing = error.code === "ERR_MODULE_NOT_FOUND" && error.message.includes("tsx");
    console.error(isMissing ? "The packages are not installed: run npm ci first." : error);
    process.exit(1);
  });
