/**
 * The mark of Ting Ting: its two letters, spoken. The same drawing as public/icon.svg, in the
 * theme's own accent.
 */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 64 64" className="shrink-0">
      <rect width="64" height="64" rx="16" className="fill-accent" />
      <path
        className="fill-white"
        d="M32 10C19.300 10 9.600 18.700 9.600 30c0 6.400 3.100 11.900 8.200 15.600v6.900c0 1.500 1.600 2.400 2.800 1.600l6.600-4.300c1.600.3 3.100.4 4.800.4 12.700 0 22.400-8.700 22.400-20.200S44.700 10 32 10Z"
      />
      <g
        className="fill-none stroke-accent"
        strokeWidth="4.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M24.700 21.100v13.800c0 2.200 1.300 3.600 3.400 3.600M20.200 26.200h8.400" />
        <path d="M38.700 21.100v13.800c0 2.200 1.300 3.600 3.400 3.600M34.200 26.200h8.400" />
      </g>
    </svg>
  );
}
