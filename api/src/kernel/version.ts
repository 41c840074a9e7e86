import api from '../../package.json' with { type: 'json' }

/** The version of this server, as written into what it makes. */
export const version: string = api.version
