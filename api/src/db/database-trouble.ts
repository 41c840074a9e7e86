/** Something is wrong with the database server or its data; the message says in plain words what to do, so no stack is shown. */
export class DatabaseTrouble extends Error {
  override readonly name = 'DatabaseTrouble'
}
