# Plenum in one image: `docker build -t plenum .`; see server/deploy for several processes of it.
FROM node:24-bookworm-slim AS build
WORKDIR /plenum
COPY . .
RUN npm ci && npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
# For git mirrors, and for imports from a repository.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates git openssh-client && rm -rf /var/lib/apt/lists/*
WORKDIR /plenum
COPY --from=build --chown=node:node /plenum /plenum
# The embedded PostgreSQL, if that is used, and the pictures.
RUN mkdir data && chown node:node data
VOLUME /plenum/data
USER node
EXPOSE 3000
HEALTHCHECK --start-period=60s --interval=10s CMD ["node_modules/.bin/node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/api/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Not by npm: SIGTERM must reach the process itself. By the Node that built it: another would build anew.
CMD ["node_modules/.bin/node", "server/start.ts"]
