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
const MIDDLE = 340

/** Many strands, each from its own home, spun into one thread: the picture beside the sign-in form. */
export function SpunThread({ className }: { className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 560 680"
      preserveAspectRatio="xMidYMid slice"
      fill="none"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {Array.from({ length: STRANDS }, (_, index) => {
        const nearness = 1 - Math.abs(index - (STRANDS - 1) / 2) / STRANDS
        return (
          <path
            key={strand(index)}
            d={strand(index)}
            stroke="var(--ts-thread)"
            strokeWidth={index === 4 ? 2.5 : 1.6}
            strokeOpacity={index === 4 ? 1 : 0.15 + nearness * 0.5}
          />
        )
      })}
    </svg>
  )
}

/** One strand: level at its home on the left, drawn to the middle, then wound around the others ever more tightly. */
function strand(index: number): string {
  const home = (index - (STRANDS - 1) / 2) * 60
  const phase = (index * 2 * Math.PI * 4) / STRANDS
  let path = ''
  for (let x = -20; x <= 640; x += 5) {
    const drawn = smooth((x + 20) / 380)
    const wound = smooth((x - 170) / 190)
    const swing = 30 * (1 - smooth((x - 250) / 420)) + 5
    const y = MIDDLE + home * (1 - drawn) + wound * swing * Math.sin(phase + (x - 170) / (30 - 10 * wound))
    path += `${path ? 'L' : 'M'}${x} ${y.toFixed(1)}`
  }
  return path
}

/** From 0 to 1 without a corner at either end. */
function smooth(share: number): number {
  const s = Math.min(1, Math.max(0, share))
  return s * s * (3 - 2 * s)
}
