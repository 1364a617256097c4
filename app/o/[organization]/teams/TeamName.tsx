/** A team's name behind its colour. */
export function TeamName({ name, colour }: { name: string; colour: string }) {
  return (
    <>
      <span className="dot" data-colour={colour} aria-hidden="true" />
      <bdi>{name}</bdi>
    </>
  );
}
