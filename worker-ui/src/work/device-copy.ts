import { type Place, type Work, writeDraft } from './device-store.ts'
import type { KeptState } from './draft-sync.ts'

/** Only the desk opened last may write a place's copy: an answer that comes late must not undo what came after. */
const owners = new Map<string, DeviceCopy>()

/** Writes the copy of one piece of work on this device: at once, and while a write is under way, the newest after it. */
export class DeviceCopy {
  private writing: Promise<void> | null = null
  private next: KeptState<Work> | null = null
  private readonly place: Place
  private readonly told: (isKept: boolean) => void

  /** `told` hears after every write whether this browser keeps anything. */
  constructor(place: Place, told: (isKept: boolean) => void) {
    this.place = place
    this.told = told
    owners.set(this.name, this)
  }

  private get name(): string {
    return `${this.place.personId} ${this.place.assignmentId}`
  }

  /** Keeps this state; resolves when what was asked to be kept until now is written. */
  async keep(state: KeptState<Work>): Promise<void> {
    if (owners.get(this.name) !== this) return
    if (this.writing) {
      this.next = state
      return this.writing
    }
    this.writing = this.write(state)
    await this.writing
  }

  private async write(state: KeptState<Work>): Promise<void> {
    for (let now: KeptState<Work> | null = state; now !== null && owners.get(this.name) === this; now = this.next) {
      this.next = null
      await writeDraft(this.place, now).then(
        () => this.told(true),
        () => this.told(false),
      )
    }
    this.writing = null
  }

  /** Writes nothing more. */
  letGo(): void {
    if (owners.get(this.name) === this) owners.delete(this.name)
  }
}
