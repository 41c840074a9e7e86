import { type InvalidateOptions, type InvalidateQueryFilters, type Query, QueryClient } from '@tanstack/react-query'

/**
 * The query client for answers that are told when they change. TanStack leaves a first read that is on its way alone when
 * it is invalidated, and what it brings may be from before the change; here it is read again as soon as it has come.
 */
export class FreshQueries extends QueryClient {
  readonly #firstReads = new WeakSet<Query>()

  override invalidateQueries(filters: InvalidateQueryFilters = {}, options?: InvalidateOptions): Promise<void> {
    for (const query of this.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching' })) {
      if (query.state.data === undefined) void this.#readOnceMore(query)
    }
    return super.invalidateQueries(filters, options)
  }

  async #readOnceMore(query: Query): Promise<void> {
    if (this.#firstReads.has(query)) return
    this.#firstReads.add(query)
    await query.promise?.catch(() => {})
    this.#firstReads.delete(query)
    await super.invalidateQueries({ queryKey: query.queryKey, exact: true })
  }
}
