/** Lines that stand in for text that is on its way. `label` is read out once. */
export function Skeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="grid gap-3">
      <div className="skeleton w-2/3" />
      <div className="skeleton" />
      <div className="skeleton w-5/6" />
    </div>
  );
}
