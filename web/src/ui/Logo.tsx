/**
 * The mark of Ting Ting: a speech bubble that rings, its sound as two notes ("ting, ting"). The
 * same drawing as public/icon.svg.
 */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 64 64" className="shrink-0">
      <rect width="64" height="64" rx="16" className="fill-accent" />
      <path
        className="fill-white"
        d="M32 13c-11.6 0-20 7.6-20 17.6 0 5.8 2.8 10.7 7.4 13.9l-1.1 6.1c-.2 1.2 1 2.1 2.1 1.6l7.3-3.6c1.4.2 2.8.3 4.3.3 11.6 0 20-7.9 20-18.3S43.600 13 32 13Z"
      />
      <g className="stroke-accent" strokeWidth="4.5" strokeLinecap="round">
        <path d="M23.500 30.500v1" />
        <path d="M32 26v10" />
        <path d="M40.500 22.500v17" />
      </g>
    </svg>
  );
}
