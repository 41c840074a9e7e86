/** The mark: three loose threads drawn into one that turns back on itself. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" strokeLinecap="round" aria-hidden="true">
      <g stroke="var(--ts-thread)" strokeOpacity={0.6} strokeWidth={2.2}>
        <path d="M3 7c8 0 9 18 17 18" />
        <path d="M3 16h17" />
      </g>
      <path stroke="var(--ts-accent)" strokeWidth={2.8} d="M3 25c8 0 9-18 17-18 5 0 8 4 8 9s-3 9-8 9" />
    </svg>
  )
}

/** A loose thread on its bobbin, for places where nothing is yet. */
export function LooseThread({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 120 72" fill="none" strokeLinecap="round" aria-hidden="true">
      <g stroke="var(--ts-edge)" strokeWidth={1.5} strokeOpacity={0.75}>
        <rect x="40" y="8" width="40" height="7" rx="3.5" />
        <rect x="40" y="53" width="40" height="7" rx="3.5" />
        <path d="M46 15v38M74 15v38" />
      </g>
      <g stroke="var(--ts-thread)" strokeWidth={2}>
        <path d="M46 22 74 19M46 28 74 25M46 34 74 31" />
        <path d="M46 40 74 37c10-1 13 8 6 13-6 4-12-2-7-8 8-9 26-6 34 4 4 5 8 5 11 3" />
      </g>
    </svg>
  )
}

const STRANDS = 9

/** Many strands, each from its own home, spun into one thread: the picture beside the sign-in form. */
export function SpunThread({ className }: { className?: string }) {
  const strands = Array.from({ length: STRANDS }, (_, index) => {
    const start = 40 + index * 75
    const crossing = 340 + (index - (STRANDS - 1) / 2) * (index % 2 === 0 ? 7 : -7)
    return `M-20 ${start}C150 ${start} 190 ${crossing} 330 ${crossing}`
  })
  return (
    <svg className={className} viewBox="0 0 560 680" fill="none" strokeLinecap="round" aria-hidden="true">
      {strands.map((path, index) => (
        <path
          key={path}
          d={path}
          stroke="var(--ts-thread)"
          strokeWidth={index === 4 ? 2.5 : 1.5}
          strokeOpacity={index === 4 ? 1 : 0.3 + 0.08 * (4 - Math.abs(4 - index))}
        />
      ))}
      {[0, 1, 2].map((strand) => (
        <path
          key={strand}
          d={twist(strand)}
          stroke="var(--ts-thread)"
          strokeWidth={2.5}
          strokeOpacity={1 - strand * 0.25}
        />
      ))}
    </svg>
  )
}

/** One of three strands winding around the middle line from x 330 to the right edge, tighter as it goes. */
function twist(strand: number): string {
  let path = ''
  for (let x = 330; x <= 600; x += 4) {
    const along = (x - 330) / 270
    const swing = 26 * (1 - along) + 6
    const y = 340 + Math.sin((x - 330) / 26 + (strand * 2 * Math.PI) / 3) * swing * Math.min(1, along * 4)
    path += `${path ? 'L' : 'M'}${x} ${y.toFixed(1)}`
  }
  return path
}
